import type { PriceList, PriceRule } from '../../contract/prices/price-list.ts';
import { freeSets, served } from './cheapest-free.ts';
import type { TrueRule } from './conditions.ts';
import { priceAfter } from './effects.ts';
import { isLimited, slotsOf } from './limits.ts';
import type { Standing } from './places.ts';
import type { Rounding } from './rounding.ts';

/** Rules of which a place gets at most one. */
export interface Group {
  readonly pick: 'best' | 'first';
  readonly rules: readonly TrueRule[];
}

/** What the rules of a group are worked out with. */
export interface Setting {
  readonly standings: readonly Standing[];
  readonly people: ReadonlyMap<string, number>;
  readonly rounding: Rounding;
}

/** The rule a place gets in a group and the price it brings; null where its only price is that of a set it pays for. */
type Choices = Map<Standing, { readonly rule: PriceRule; readonly cents: number }>;

/** The true rules by group, groups in the order of the list; a group the list does not name comes last and picks the best. */
export function groupsOf(list: PriceList, rules: readonly TrueRule[]): Group[] {
  const groups = new Map<string, TrueRule[]>(list.groups.map(({ id }) => [id, []]));
  for (const found of rules) {
    const group = groups.get(found.rule.group);
    if (group) group.push(found);
    else groups.set(found.rule.group, [found]);
  }
  const picks = new Map(list.groups.map(({ id, pick }) => [id, pick]));
  return [...groups].map(([id, own]) => ({ pick: picks.get(id) ?? 'best', rules: own }));
}

/** Whether a rule works on a place: not on what is decided, and on a subscription's price only if it asks for it. */
function open({ rule, places }: TrueRule, standings: readonly Standing[]): Standing[] {
  return places.flatMap(({ index }) => {
    const standing = standings[index];
    if (!standing || standing.place.fixed) return [];
    const works = !standing.subscribed || rule.when.subscription !== undefined || rule.effect.kind === 'fee-ticket';
    return works ? [standing] : [];
  });
}

function firstOf(rules: readonly TrueRule[], { standings, people, rounding }: Setting): Choices {
  const choices: Choices = new Map();
  for (const candidate of rules) {
    const { rule } = candidate;
    const left = open(candidate, standings).filter((standing) => !choices.has(standing));
    if (rule.effect.kind === 'cheapest-free') {
      for (const set of freeSets(candidate, left, people, () => 0)) chooseSet(choices, rule, set);
      continue;
    }
    for (const standing of served(candidate, left, people)) {
      choices.set(standing, { rule, cents: priceAfter(rule.effect, standing.cents, rounding) });
    }
  }
  return choices;
}

function chooseSet(choices: Choices, rule: PriceRule, set: readonly Standing[]): void {
  set.forEach((standing, rank) => {
    choices.set(standing, { rule, cents: rank === set.length - 1 ? 0 : standing.cents });
  });
}

/** Every place takes the lowest price of the rules that are for as many places as there are. */
function chooseUnlimited(choices: Choices, rules: readonly TrueRule[], { standings, rounding }: Setting): void {
  for (const candidate of rules) {
    const { rule } = candidate;
    for (const standing of open(candidate, standings)) {
      const cents = priceAfter(rule.effect, standing.cents, rounding);
      if (cents < (choices.get(standing)?.cents ?? Number.POSITIVE_INFINITY)) choices.set(standing, { rule, cents });
    }
  }
}

/** What is for a limited number of places goes where it gains most over what the place would have without it. */
function chooseLimited(choices: Choices, rules: readonly TrueRule[], { standings, people, rounding }: Setting): void {
  const offers = rules.flatMap((candidate, order) => {
    const { rule } = candidate;
    const slots = slotsOf(rule, people);
    return open(candidate, standings).map((standing) => {
      const cents = priceAfter(rule.effect, standing.cents, rounding);
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

function chooseSets(choices: Choices, rules: readonly TrueRule[], { standings, people }: Setting): void {
  const inSet = new Set<Standing>();
  for (const candidate of rules) {
    const left = open(candidate, standings).filter((standing) => !inSet.has(standing));
    const gain = (standing: Standing) => standing.cents - (choices.get(standing)?.cents ?? standing.cents);
    for (const set of freeSets(candidate, left, people, gain)) {
      chooseSet(choices, candidate.rule, set);
      for (const standing of set) inSet.add(standing);
    }
  }
}

function bestOf(rules: readonly TrueRule[], setting: Setting): Choices {
  const choices: Choices = new Map();
  const sets = rules.filter(({ rule }) => rule.effect.kind === 'cheapest-free');
  const others = rules.filter(({ rule }) => rule.effect.kind !== 'cheapest-free');
  chooseUnlimited(
    choices,
    others.filter(({ rule }) => !isLimited(rule)),
    setting,
  );
  chooseLimited(
    choices,
    others.filter(({ rule }) => isLimited(rule)),
    setting,
  );
  chooseSets(choices, sets, setting);
  return choices;
}

/** Works out one group on the prices that the former left. */
export function workOut(group: Group, setting: Setting): void {
  const rules = group.rules.filter(({ rule }) => rule.effect.kind !== 'fee-order');
  if (rules.length === 0) return;
  const choices = group.pick === 'first' ? firstOf(rules, setting) : bestOf(rules, setting);
  for (const [standing, { rule, cents }] of choices) {
    const change = cents - standing.cents;
    if (change === 0) continue;
    standing.steps.push({ rule, cents: change });
    if (rule.effect.kind === 'fee-ticket') standing.feeCents += change;
    standing.cents = cents;
  }
}
