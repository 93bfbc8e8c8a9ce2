import type { PricesState } from '../../sdk/stores/types.ts';

const PARTS = ['groups', 'rules', 'access', 'subscriptions', 'passes', 'products'] as const;

/** Whether a centre has more than price types: rules, codes, passes, subscriptions or products. */
export const hasMorePrices = (prices: PricesState | undefined): boolean =>
  prices?.state === 'ready' && PARTS.some((part) => prices.list[part].length > 0);
