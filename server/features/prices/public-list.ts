import type { PriceList } from '../../../sdk/contract/prices/index.ts';

/** A list as everybody may read it: nobody learns a promotion code, or that there is one. */
export const toPublicList = (list: PriceList): PriceList => ({
  ...list,
  rules: list.rules.filter(({ when }) => when.code !== true),
});
