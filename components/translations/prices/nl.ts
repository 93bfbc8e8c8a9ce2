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
    uitpas_not_offered: 'Voor deze voorstelling kunt u UiTPAS niet gebruiken.',
    uitpas_event_unknown: 'UiTPAS kent deze voorstelling niet. Neem de gewone prijs, of vraag het ons.',
    uitpas_number_invalid: 'Dit UiTPAS-nummer klopt niet. Kijk de 13 cijfers op uw kaart na.',
    uitpas_passholder_unknown: 'UiTPAS kent dit nummer niet. Kijk de 13 cijfers op uw kaart na.',
    uitpas_card_invalid: 'Deze UiTPAS kan hier niet gebruikt worden.',
    uitpas_card_blocked: 'Deze UiTPAS is geblokkeerd.',
    uitpas_tariff_expired: 'Het kansentarief van deze UiTPAS is vervallen.',
    uitpas_tariff_suspended: 'Het kansentarief van deze UiTPAS is tijdelijk opgeschort.',
    uitpas_coupon_invalid: 'Deze UiTPAS-bon is niet meer geldig.',
    uitpas_proof_unreadable: 'Uw UiTPAS-nummer kwam niet goed over. Geef het opnieuw in.',
    uitpas_maximum_reached:
      'Met deze UiTPAS kunt u hiervoor geen tickets meer kopen aan dit tarief. Neem de gewone prijs.',
    uitpas_tariff_gone: 'Dit UiTPAS-tarief is er niet meer. Vraag het opnieuw, of neem de gewone prijs.',
    uitpas_unavailable: 'UiTPAS antwoordt op dit moment niet. Probeer het zo meteen opnieuw, of neem de gewone prijs.',
  },
};
