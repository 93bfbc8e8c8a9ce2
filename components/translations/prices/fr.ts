import type { PriceWords } from './index.ts';

export const fr: PriceWords = {
  errors: {
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
};
