import type { BundleLines } from '../../../sdk/contract/network/index.ts';
import { heldSubscriptions, type PricingRequest } from '../../../sdk/model/pricing/index.ts';

/** Places that one holder has of a subscription, or on a pass, wherever they are: what partners price their part by. */
export interface BasketBundle extends Pick<BundleLines, 'formula' | 'kind' | 'size' | 'settlement'> {
  readonly lines: readonly string[];
  /** A subscription with all that it needs; a pass always is. */
  readonly complete: boolean;
}

/**
 * The bundles of a cart. A subscription that lacks something is told too, so that a partner says at once what it does not
 * know, but as so small that it makes nothing cheaper. Nobody's name is in them, nor the code of any pass.
 */
export const bundlesOf = (request: PricingRequest): readonly BasketBundle[] => [
  ...heldSubscriptions(request).map(
    ({ complete, formula, least, lines, size }): BasketBundle => ({
      ...{ kind: 'subscription', formula, complete, lines },
      size: complete ? size : Math.max(1, Math.min(size, least - 1)),
    }),
  ),
  ...visitsOf(request),
];

function visitsOf({ lines, list, passes }: PricingRequest): BasketBundle[] {
  return passes.flatMap(({ code, formula }): BasketBundle[] => {
    const visits = list.passes.find(({ id }) => id === formula)?.visits;
    const own = lines.filter(({ visit }) => visit === code).map(({ id }) => id);
    if (!visits || own.length === 0) return [];
    const settlement = visits.settlement ?? visits.price;
    return [{ kind: 'pass', formula, size: own.length, settlement, complete: true, lines: own }];
  });
}
