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
  },
};
