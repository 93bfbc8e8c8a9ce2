import type { SubscriptionFormula } from '../../sdk/contract/prices/formulas.ts';
import {
  bestSplit,
  cheapest,
  type PriceOption,
  type PricingRequest,
  priceCart,
} from '../../sdk/model/pricing/index.ts';
import { generatedCart } from './pricing.ts';

/** Work of the kernel that is measured, each prepared beforehand. */
export interface Work {
  readonly kind: 'price' | 'split' | 'cheapest';
  readonly tickets: number;
  readonly rules: number;
}

const VARIANTS = 12;

/** Ten performances with four places of each, and two formulas with two tiers. */
function forFour(seed: number, rules: number): PricingRequest {
  const cart = generatedCart(seed, { lines: 40, rules, exactly: true });
  const [first] = cart.lines;
  if (!first) throw new Error('There are no lines.');
  const { settled: _, visit: __, ...plain } = first;
  const lines = cart.lines.map(({ id, cents, feeCents }, index) => ({
    ...plain,
    ...{ id, cents, feeCents },
    performance: { ...plain.performance, id: `evening-${index % 10}`, owner: null, centre: 'de-lantaarn' },
  }));
  const formula = (id: string, tiers: readonly (readonly [number, number])[]): SubscriptionFormula => ({
    id,
    name: { nl: id },
    among: {},
    tiers: tiers.map(([from, basisPoints]) => ({ from, price: { kind: 'percentage', basisPoints } })),
    parts: [],
    rules: 'cheaper',
    onReturn: 'reprice',
  });
  const subscriptions = [
    formula('choice', [
      [5, 1000],
      [10, 2500],
    ]),
    formula('small', [
      [3, 500],
      [6, 1500],
    ]),
  ];
  return { ...cart, lines, subscriptions: [], bundles: [], list: { ...cart.list, subscriptions } };
}

/** Three price types for every place, one of which asks nothing and one a pass that was shown. */
function optionsOf(request: PricingRequest): ReadonlyMap<string, readonly PriceOption[]> {
  return new Map(
    request.lines.map(({ id, priceType, priceTypeName, cents, feeCents }) => [
      id,
      ['adult', 'friend', 'everybody', priceType].map((type, rank) => ({
        priceType: type,
        priceTypeName,
        cents: Math.max(0, cents - 50 * rank),
        feeCents,
      })),
    ]),
  );
}

function prepared({ kind, tickets, rules }: Work): (() => unknown)[] {
  return Array.from({ length: VARIANTS }, (_, seed) => {
    if (kind === 'split') {
      const request = forFour(seed, rules);
      const holders = [1, 2, 3, 4].map((rank) => ({ id: `holder-${rank}`, name: '' }));
      return () => bestSplit({ request, holders });
    }
    const request = generatedCart(seed, { lines: tickets, rules, exactly: true });
    if (kind === 'price') return () => priceCart(request);
    const access = [...request.list.access, { priceType: 'everybody', anybody: true as const }];
    const asked = { ...request, list: { ...request.list, access } };
    const options = optionsOf(asked);
    return () => cheapest({ request: asked, options });
  });
}

/** Milliseconds a turn takes: of `turns` rounds over different carts the median and the 95th percentile, once warm. */
export function timed(work: Work, turns: number): { readonly median: number; readonly p95: number } {
  const calls = prepared(work);
  for (let turn = 0; turn < turns; turn++) for (const call of calls) call();
  const samples: number[] = [];
  for (let turn = 0; turn < turns; turn++) {
    const began = performance.now();
    for (const call of calls) call();
    samples.push((performance.now() - began) / calls.length);
  }
  samples.sort((one, other) => one - other);
  const at = (part: number) => samples[Math.floor((samples.length - 1) * part)] ?? 0;
  return { median: at(0.5), p95: at(0.95) };
}
