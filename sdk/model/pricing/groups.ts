import type { PriceList } from '../../contract/prices/price-list.ts';
import type { Setting } from './choices.ts';
import type { TrueRule } from './conditions.ts';
import { pickBest } from './pick-best.ts';
import { pickFirst } from './pick-first.ts';

/** Rules of which a place gets at most one. */
export interface Group {
  readonly pick: 'best' | 'first';
  readonly rules: readonly TrueRule[];
}

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

/** Works out one group on the prices that the former left. */
export function workOut(group: Group, setting: Setting): void {
  const rules = group.rules.filter(({ rule }) => rule.effect.kind !== 'fee-order');
  if (rules.length === 0) return;
  const choices = group.pick === 'first' ? pickFirst(rules, setting) : pickBest(rules, setting);
  for (const [standing, { rule, cents }] of choices) {
    const change = cents - standing.cents;
    if (change === 0) continue;
    standing.steps.push({ rule, cents: change });
    if (rule.effect.kind === 'fee-ticket') standing.feeCents += change;
    standing.cents = cents;
  }
}
