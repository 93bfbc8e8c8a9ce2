import { type FreeSet, freeSets } from './cheapest-free.ts';
import { type Choices, chooseSet, open, type Setting } from './choices.ts';
import type { TrueRule } from './conditions.ts';
import { priceAfter } from './effects.ts';
import { isLimited, slotsOf } from './limits.ts';
import { type Standing, sumOf } from './places.ts';

/** Every place takes the lowest price of the rules that are for as many places as there are. */
function chooseUnlimited(choices: Choices, rules: readonly TrueRule[], setting: Setting, taken: Choices): void {
  for (const candidate of rules) {
    const { rule } = candidate;
    for (const standing of open(candidate, setting, taken)) {
      const cents = priceAfter(rule.effect, standing.cents, setting.rounding);
      if (cents < (choices.get(standing)?.cents ?? Number.POSITIVE_INFINITY)) choices.set(standing, { rule, cents });
    }
  }
}

/** What is for a limited number of places goes where it gains most over what the place would have without it. */
function chooseLimited(choices: Choices, rules: readonly TrueRule[], setting: Setting, taken: Choices): void {
  const offers = rules.flatMap((candidate, order) => {
    const { rule } = candidate;
    const slots = slotsOf(rule, setting.people);
    return open(candidate, setting, taken).map((standing) => {
      const cents = priceAfter(rule.effect, standing.cents, setting.rounding);
      return { rule, order, slots, standing, cents, gain: (choices.get(standing)?.cents ?? standing.cents) - cents };
    });
  });
  offers.sort(
    (one, other) =>
      other.gain - one.gain || one.order - other.order || one.standing.place.index - other.standing.place.index,
  );
  const chosen = new Set<Standing>();
  for (const { rule, slots, standing, cents, gain } of offers) {
    // What makes dearer is for the places that have no other rule: one of the group's is always used.
    if (gain <= 0 && choices.has(standing)) continue;
    if (chosen.has(standing) || !slots.isFree(standing.place)) continue;
    slots.take(standing.place);
    chosen.add(standing);
    choices.set(standing, { rule, cents });
  }
}

/** The places that are in no set, each with its best rule. */
function chooseSingle(rules: readonly TrueRule[], setting: Setting, taken: Choices): Choices {
  const choices: Choices = new Map();
  const unlimited = rules.filter(({ rule }) => !isLimited(rule));
  chooseUnlimited(choices, unlimited, setting, taken);
  if (unlimited.length < rules.length) {
    const limited = rules.filter(({ rule }) => isLimited(rule));
    chooseLimited(choices, limited, setting, taken);
  }
  return choices;
}

/** Sets are made by the rule that gives most with them over `single`, then by the others of what is left. */
function chooseSets(rules: readonly TrueRule[], setting: Setting, single: Choices): Choices {
  const choices: Choices = new Map();
  const gain = (standing: Standing) => standing.cents - (single.get(standing)?.cents ?? standing.cents);
  const netOf = (set: FreeSet) => (set.at(-1)?.cents ?? 0) - sumOf(set, gain);
  for (let waiting = rules; waiting.length > 0; ) {
    const offers = waiting.map((candidate) => {
      const sets = freeSets(candidate, open(candidate, setting, choices), setting.people, gain);
      return { candidate, sets, net: sumOf(sets, netOf) };
    });
    const best = offers.reduce((most, next) => (next.net > most.net ? next : most));
    for (const set of best.sets) chooseSet(choices, best.candidate.rule, set);
    waiting = waiting.filter((candidate) => candidate !== best.candidate);
  }
  return choices;
}

/**
 * Every place gets the rule that makes it cheapest: the best there is for rules without a limit beside one with a limit,
 * and for sets (`cheapest-free`) alone. Where several with limits or sets compete in one group, what gains most is given
 * first, which is good and not always the best there could be; a group of its own keeps a rule out of that.
 */
export function pickBest(rules: readonly TrueRule[], setting: Setting): Choices {
  const forSets = rules.filter(({ rule }) => rule.effect.kind === 'cheapest-free');
  const others = rules.filter(({ rule }) => rule.effect.kind !== 'cheapest-free');
  const single = chooseSingle(others, setting, new Map());
  if (forSets.length === 0) return single;
  const sets = chooseSets(forSets, setting, single);
  // What a set leaves unused, such as one of the first N, is for the places outside of it.
  return new Map([...sets, ...chooseSingle(others, setting, sets)]);
}
