import type { RareWords } from './index.ts';

export const fr: RareWords = {
  errors: {
    area_full: 'Il ne reste plus autant de places ici. Choisissez-en moins, ou un autre emplacement.',
    seat_left_alone: 'Il resterait ainsi un siège isolé. Décalez-vous d’une place, ou choisissez-le aussi.',
    not_found: 'Nous ne trouvons pas (ou plus) cet élément. Il a peut-être pris fin entre-temps.',
    total_changed: 'Le prix a changé entre-temps. Vérifiez le nouveau total et confirmez à nouveau.',
    rate_limited: 'C’était un peu trop rapide. Patientez une demi-minute et réessayez.',
    payment_refused: 'Le paiement n’a pas pu démarrer. Rien n’a été débité. Veuillez réessayer.',
    payment_provider_unavailable:
      'Le paiement est momentanément impossible. Vos places restent réservées ; réessayez dans un instant.',
    partner_unavailable:
      'Cette maison est injoignable pour le moment. Réessayez dans un instant ; le reste de votre choix est gardé.',
    return_code_used:
      'Ce lien de retour a déjà été utilisé. Vous trouverez votre commande dans l’e-mail que nous vous avons envoyé.',
    cart_empty: 'Votre panier est vide. Choisissez d’abord vos places.',
    companion_alone:
      'Une place d’accompagnateur va avec la place pour fauteuil roulant à côté. Choisissez-les ensemble.',
    wheelchair_place_protected: 'Nous gardons cette place pour une personne qui vient en fauteuil roulant.',
    too_many_places:
      'Vous ne pouvez pas choisir autant de places à la fois. Pour un groupe, appelez-nous ou envoyez-nous un e-mail.',
    price_type_unknown: 'Ce tarif n’est pas disponible pour cette place. Choisissez-en un autre.',
    cart_closed: 'Ce panier a déjà donné lieu à une commande. Recommencez si vous souhaitez d’autres places.',
    hold_cap_reached:
      'Nous ne pouvons pas réserver des places plus de deux heures. Terminez maintenant ou choisissez à nouveau plus tard.',
    places_available:
      'Il y a tout de même des places : inutile d’attendre. Rechargez la page et choisissez vos places.',
    quota_reached: 'Ce site n’a plus de places à vendre pour ceci. La maison elle-même en a peut-être encore.',
    hold_part_expired:
      'Une partie de votre choix n’a pas pu être gardée plus longtemps. Vérifiez ce qui reste dans votre panier.',
    request_in_progress: 'Votre demande est encore en cours. Patientez un instant et réessayez.',
    not_on_sale: 'Cette représentation n’est pas en vente actuellement.',
    token_invalid: 'Votre panier n’est plus valable. Rechargez la page et recommencez.',
    invalid_json: 'L’envoi a échoué. Rechargez la page et réessayez.',
    method_not_allowed: 'Cette action n’est pas possible ici. Rechargez la page et réessayez.',
    json_required: 'L’envoi a échoué. Rechargez la page et réessayez.',
    body_too_large: 'C’est trop à la fois. Choisissez moins de places.',
    idempotency_key_reused: 'L’envoi a échoué. Rechargez la page et réessayez.',
    return_url_not_allowed:
      'Vous ne pouvez pas payer depuis cette page. Rendez-vous sur le site de la salle elle-même.',
    origin_not_allowed:
      'Ce site ne peut pas vendre de tickets pour cette salle. Rendez-vous sur le site de la salle elle-même.',
    token_missing: 'Nous ne retrouvons plus votre panier. Rechargez la page et recommencez.',
    duplicate_seat: 'La même place a été choisie deux fois.',
    seat_unknown: 'Cette place ne figure pas sur le plan de salle. Rechargez la page.',
    area_unknown: 'Cet emplacement ne figure pas sur le plan de salle. Rechargez la page.',
    performance_unknown: 'Nous ne trouvons pas cette représentation. Elle a peut-être été déplacée ou annulée.',
    not_returnable: 'Ces billets ne peuvent plus être rendus.',
    order_not_payable: 'Cette commande ne peut plus être payée. Veuillez choisir vos places à nouveau.',
    order_not_cancellable: 'Cette commande ne peut plus être annulée.',
    email_not_changeable: 'L’adresse e-mail de cette commande ne peut plus être modifiée ici. Contactez-nous.',
    address_cap_reached:
      'Beaucoup de places sont réservées depuis votre réseau en ce moment. Patientez un instant et réessayez.',
    code_unknown: 'Nous ne connaissons pas ce code. Vérifiez-le, ou demandez-nous.',
    code_expired: 'Ce code n’est plus valable.',
    voucher_empty: 'Il ne reste rien sur ce bon.',
    formula_unknown: 'Cette formule n’existe plus.',
    product_unknown: 'Nous ne vendons plus ceci.',
    product_not_offered: 'Ceci va avec un autre ticket, ou il y en a trop.',
    price_type_locked: 'Pour ce prix, il vous faut un pass.',
    pass_fully_used: 'Ce pass ne permet plus de réserver pour le moment.',
    subscription_incomplete: 'Votre abonnement n’est pas encore complet.',
    not_withdrawable: 'La rétractation n’est plus possible.',
    uitpas_not_offered: 'Le UiTPAS ne peut pas être utilisé pour cette représentation.',
    uitpas_event_unknown: 'UiTPAS ne connaît pas cette représentation. Prenez le prix normal, ou demandez-nous.',
    uitpas_number_invalid: 'Ce numéro UiTPAS n’est pas correct. Vérifiez les 13 chiffres sur votre carte.',
    uitpas_passholder_unknown: 'UiTPAS ne connaît pas ce numéro. Vérifiez les 13 chiffres sur votre carte.',
    uitpas_card_invalid: 'Ce UiTPAS ne peut pas être utilisé ici.',
    uitpas_card_blocked: 'Ce UiTPAS est bloqué.',
    uitpas_tariff_expired: 'Le tarif social de ce UiTPAS a expiré.',
    uitpas_tariff_suspended: 'Le tarif social de ce UiTPAS est suspendu pour le moment.',
    uitpas_coupon_invalid: 'Ce bon UiTPAS n’est plus valable.',
    uitpas_proof_unreadable: 'Votre numéro UiTPAS ne nous est pas bien parvenu. Veuillez le saisir à nouveau.',
    uitpas_maximum_reached: 'Ce UiTPAS ne permet plus d’acheter de tickets à ce tarif. Prenez le prix normal.',
    uitpas_tariff_gone: 'Ce tarif UiTPAS n’est plus disponible. Redemandez-le, ou prenez le prix normal.',
    uitpas_unavailable: 'UiTPAS ne répond pas pour le moment. Réessayez dans un instant, ou prenez le prix normal.',
  },
  reasons: {
    'seats-lost':
      'Votre paiement est arrivé alors que vos places avaient déjà été vendues à quelqu’un d’autre. Nous en sommes désolés.',
    'paid-twice': 'Cette commande a été payée deux fois ; une fois suffit.',
    'paid-after-cancel': 'Votre paiement est arrivé après l’annulation de la commande.',
    'payment-mismatch':
      'Le montant payé ne correspond pas à la commande. Nous vérifions cela et prenons contact avec vous.',
    'charged-back': 'Votre banque a annulé le paiement ; ces tickets ne sont donc plus valables.',
    'performance-cancelled':
      'Une représentation n’a pas lieu. Elle vous est remboursée par le moyen de paiement utilisé.',
    'voucher-used':
      'Un bon qui payait une partie avait été utilisé quand votre paiement est arrivé. Vous êtes remboursé.',
    withdrawn: 'Vous vous êtes rétracté d’un bon ou d’un pass. Vous êtes remboursé.',
  },
  order: {
    cancelledLate: 'Si votre paiement était déjà en route, il vous sera rendu.',
    confirmingHint: 'Cette page se complète d’elle-même, et vous recevrez un mail dès que tous les billets seront là.',
    partlyHint: 'Vos billets pour le reste sont ci-dessous, et dans votre boîte mail.',
    refundUnderWay: (amount) =>
      `Nous vous remboursons ${amount} par le moyen de paiement utilisé. Cela peut prendre quelques jours ouvrables.`,
    refundDone: (amount) => `Nous vous avons remboursé ${amount} par le moyen de paiement utilisé.`,
    refundFailed: (amount) =>
      `Le remboursement de ${amount} n’a pas abouti automatiquement. Nous l’examinons et vous contactons.`,
    partLost: (centre, amount) =>
      `${centre} ne pouvait plus donner ces places. ${amount} vous sont remboursés ; le reste de votre commande reste valable.`,
    partCancelled: (centre) => `Les places à ${centre} sont annulées.`,
  },
};
