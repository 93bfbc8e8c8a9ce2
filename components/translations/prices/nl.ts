/** What codes, passes, vouchers, subscriptions and extras say in Dutch. The reference for the other languages. */
export const nl = {
  errors: {
    code_unknown: 'Deze code kennen we niet. Kijk ze na, of vraag het ons.',
    code_expired: 'Deze code is niet meer geldig.',
    voucher_empty: 'Er staat niets meer op deze bon.',
    formula_unknown: 'Deze formule is er niet meer.',
    product_unknown: 'Dit verkopen we niet meer.',
    product_not_offered: 'Dit hoort bij een ander ticket, of het zijn er te veel.',
    price_type_locked: 'Voor deze prijs hebt u een pas nodig.',
    pass_fully_used: 'Met deze pas kan nu niet meer gereserveerd worden.',
    subscription_incomplete: 'Uw abonnement is nog niet volledig.',
    not_withdrawable: 'Dit kan niet meer herroepen worden.',
  },
};
