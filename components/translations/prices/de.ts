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
  },
};
