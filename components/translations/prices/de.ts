import type { PriceWords } from './index.ts';

export const de: PriceWords = {
  errors: {
    code_unknown: 'Diesen Code kennen wir nicht. Bitte prüfen Sie ihn, oder fragen Sie uns.',
    code_expired: 'Dieser Code ist nicht mehr gültig.',
    voucher_empty: 'Auf diesem Gutschein ist nichts mehr.',
    formula_unknown: 'Dieses Abo gibt es nicht mehr.',
    product_unknown: 'Das verkaufen wir nicht mehr.',
    product_not_offered: 'Das gehört zu einer anderen Karte, oder es sind zu viele.',
    price_type_locked: 'Für diesen Preis brauchen Sie einen Pass.',
    pass_fully_used: 'Mit diesem Pass kann derzeit nichts mehr reserviert werden.',
    subscription_incomplete: 'Ihr Abonnement ist noch nicht vollständig.',
    not_withdrawable: 'Ein Widerruf ist nicht mehr möglich.',
    uitpas_not_offered: 'Der UiTPAS kann für diese Vorstellung nicht benutzt werden.',
    uitpas_event_unknown: 'UiTPAS kennt diese Vorstellung nicht. Nehmen Sie den normalen Preis, oder fragen Sie uns.',
    uitpas_number_invalid: 'Diese UiTPAS-Nummer stimmt nicht. Bitte prüfen Sie die 13 Ziffern auf Ihrer Karte.',
    uitpas_passholder_unknown: 'UiTPAS kennt diese Nummer nicht. Bitte prüfen Sie die 13 Ziffern auf Ihrer Karte.',
    uitpas_card_invalid: 'Dieser UiTPAS kann hier nicht benutzt werden.',
    uitpas_card_blocked: 'Dieser UiTPAS ist gesperrt.',
    uitpas_tariff_expired: 'Der Sozialtarif dieses UiTPAS ist abgelaufen.',
    uitpas_tariff_suspended: 'Der Sozialtarif dieses UiTPAS ruht zurzeit.',
    uitpas_coupon_invalid: 'Dieser UiTPAS-Gutschein ist nicht mehr gültig.',
    uitpas_proof_unreadable: 'Ihre UiTPAS-Nummer kam nicht richtig an. Bitte geben Sie sie erneut ein.',
    uitpas_maximum_reached:
      'Mit diesem UiTPAS gibt es keine Karten mehr zu diesem Tarif. Nehmen Sie den normalen Preis.',
    uitpas_tariff_gone:
      'Diesen UiTPAS-Tarif gibt es nicht mehr. Fragen Sie ihn neu an, oder nehmen Sie den normalen Preis.',
    uitpas_unavailable:
      'UiTPAS antwortet zurzeit nicht. Versuchen Sie es gleich noch einmal, oder nehmen Sie den normalen Preis.',
  },
};
