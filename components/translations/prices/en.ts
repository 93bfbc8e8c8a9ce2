import type { PriceWords } from './index.ts';

export const en: PriceWords = {
  errors: {
    code_unknown: 'We do not know this code. Please check it, or ask us.',
    code_expired: 'This code is no longer valid.',
    voucher_empty: 'There is nothing left on this voucher.',
    formula_unknown: 'This formula is no longer there.',
    product_unknown: 'We no longer sell this.',
    product_not_offered: 'This goes with another ticket, or it is too many.',
    price_type_locked: 'You need a pass for this price.',
    pass_fully_used: 'No more can be reserved with this pass for now.',
    subscription_incomplete: 'Your subscription is not complete yet.',
    not_withdrawable: 'This can no longer be withdrawn from.',
    uitpas_not_offered: 'UiTPAS cannot be used for this performance.',
    uitpas_event_unknown: 'UiTPAS does not know this performance. Take the normal price, or ask us.',
    uitpas_number_invalid: 'This UiTPAS number is not right. Please check the 13 digits on your card.',
    uitpas_passholder_unknown: 'UiTPAS does not know this number. Please check the 13 digits on your card.',
    uitpas_card_invalid: 'This UiTPAS cannot be used here.',
    uitpas_card_blocked: 'This UiTPAS is blocked.',
    uitpas_tariff_expired: 'The social tariff of this UiTPAS has expired.',
    uitpas_tariff_suspended: 'The social tariff of this UiTPAS is suspended for now.',
    uitpas_coupon_invalid: 'This UiTPAS coupon is no longer valid.',
    uitpas_proof_unreadable: 'Your UiTPAS number did not come across well. Please enter it again.',
    uitpas_maximum_reached:
      'No more tickets can be bought at this tariff with this UiTPAS. Please take the normal price.',
    uitpas_tariff_gone: 'This UiTPAS tariff is no longer there. Ask for it again, or take the normal price.',
    uitpas_unavailable: 'UiTPAS does not answer at the moment. Try again in a moment, or take the normal price.',
  },
};
