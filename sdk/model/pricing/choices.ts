import type { PriceRule } from '../../contract/prices/price-list.ts';
import type { FreeSet } from './cheapest-free.ts';
import type { TrueRule } from './conditions.ts';
import type { Standing } from './places.ts';
import type { Rounding } from './rounding.ts';

/** What the rules of a group are worked out with. */
export interface Setting {
  readonly standings: readonly Standing[];
  readonly people: ReadonlyMap<string, number>;
  readonly rounding: Rounding;
}

/** The rule a place gets in a group, and the price it brings. */
export type Choices = Map<Standing, { readonly rule: PriceRule; readonly cents: number }>;

/**
 * The places a rule works on, but those that are taken: not what is decided, and what has a subscription's price only if
 * it is a fee or asks for the subscription.
 */
export function open(
  { rule, places }: TrueRule,
  { standings }: Setting,
  taken: { has(standing: Standing): boolean },
): Standing[] {
  return places.flatMap(({ index }) => {
    const standing = standings[index];
    if (!standing || standing.place.fixed || taken.has(standing)) return [];
    const works = !standing.subscribed || rule.when.subscription !== undefined || rule.effect.kind === 'fee-ticket';
    return works ? [standing] : [];
  });
}

/** Makes the last place of a set free; the others pay for it, and have no other rule of the group. */
export function chooseSet(choices: Choices, rule: PriceRule, set: FreeSet): void {
  set.forEach((standing, rank) => {
    choices.set(standing, { rule, cents: rank === set.length - 1 ? 0 : standing.cents });
  });
}
