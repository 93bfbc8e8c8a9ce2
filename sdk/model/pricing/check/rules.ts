import type { PriceList, PriceRule } from '../../../contract/prices/price-list.ts';
import { covers } from './covers.ts';
import { neverBetween } from './moments.ts';
import { error, type ListProblem, warning } from './problem.ts';

/** Rules can come true, do something, and are not always beaten by another. */
export function checkRules(list: PriceList): ListProblem[] {
  return [
    ...list.rules.flatMap((rule, at) => [...neverTrue(rule, at), ...doesNothing(rule, at)]),
    ...list.groups.flatMap((group, at) => [...unused(list, group.id, at), ...shadowed(list, group)]),
    ...fees(list),
  ];
}

function neverTrue({ when }: PriceRule, at: number): ListProblem[] {
  const { age, from, quantity, selection, until } = when;
  const found: ListProblem[] = [];
  const never = (path: readonly string[], message: string) =>
    found.push(error(['rules', at, 'when', ...path], 'never-true', `${message}, so the rule is never true`));
  if (neverBetween(from, until)) never(['until'], '`until` is not after `from`');
  if (age?.from !== undefined && age.to !== undefined && age.from > age.to) never(['age'], '`from` is more than `to`');
  if (quantity?.from !== undefined && quantity.to !== undefined && quantity.from > quantity.to) {
    never(['quantity'], '`from` is more than `to`');
  }
  if (selection?.tags?.every((tag) => selection.notTags?.includes(tag))) {
    never(['selection', 'notTags'], 'all of `tags` are also in `notTags`');
  }
  return found;
}

function doesNothing({ effect, when }: PriceRule, at: number): ListProblem[] {
  const idle = 'cents' in effect && effect.kind !== 'price' && effect.cents === 0;
  const tooFew = effect.kind === 'cheapest-free' && when.quantity?.to !== undefined && when.quantity.to < effect.of;
  return [
    ...(idle
      ? [
          warning(
            ['rules', at, 'effect', 'cents'],
            'does-nothing',
            'zero cents change nothing; say an amount or take the rule out',
          ),
        ]
      : []),
    ...(tooFew
      ? [
          warning(
            ['rules', at, 'when', 'quantity', 'to'],
            'does-nothing',
            'fewer places than it takes to make one free',
          ),
        ]
      : []),
  ];
}

function unused({ rules }: PriceList, group: string, at: number): ListProblem[] {
  if (rules.some((rule) => rule.group === group)) return [];
  return [warning(['groups', at, 'id'], 'group-unused', `no rule is in “${group}”; take it out, or name it in a rule`)];
}

/** How good an effect is for the buyer, among those of its kind: lower is better. Null where it depends on the price. */
function rank({ effect }: PriceRule): number | null {
  if (effect.kind === 'price') return effect.evenDearer ? null : effect.cents;
  if (effect.kind === 'percentage') return -effect.basisPoints;
  return effect.kind === 'amount' ? -effect.cents : null;
}

/** Whether a rule is better for the buyer whatever the price is, or just as good. */
function beats(one: PriceRule, other: PriceRule): boolean {
  if (one.effect.kind !== other.effect.kind) return false;
  const [mine, theirs] = [rank(one), rank(other)];
  return mine !== null && theirs !== null && mine <= theirs;
}

function shadowed({ rules }: PriceList, group: PriceList['groups'][number]): ListProblem[] {
  const together = rules.map((rule, at) => ({ rule, at })).filter(({ rule }) => rule.group === group.id);
  return together.flatMap(({ rule, at }, index) => {
    const stronger = together.find(({ rule: other }, otherIndex) => {
      if (other === rule || !covers(other, rule)) return false;
      if (group.pick === 'first') return otherIndex < index;
      // Of two that are the same, one is in the way of the other, not both of each other.
      return beats(other, rule) && (otherIndex < index || !(covers(rule, other) && beats(rule, other)));
    });
    if (!stronger) return [];
    const why =
      group.pick === 'first'
        ? 'comes first and is true whenever this one is'
        : 'is always true with it and as good or better';
    return [
      warning(
        ['rules', at],
        'shadowed',
        `never used: rule “${stronger.rule.id}” of the same group ${why}; change one of them, or put them in two groups`,
      ),
    ];
  });
}

const isFee = ({ effect }: PriceRule) => effect.kind === 'fee-ticket' || effect.kind === 'fee-order';

/** A fee among discounts, or before a percentage, is rarely what somebody meant. */
function fees({ groups, rules }: PriceList): ListProblem[] {
  const order = (rule: PriceRule) => groups.findIndex(({ id }) => id === rule.group);
  const ticketFees = rules.filter(({ effect }) => effect.kind === 'fee-ticket');
  return rules.flatMap((rule, at) => {
    if (isFee(rule)) {
      const discount = rules.find((other) => other.group === rule.group && !isFee(other));
      if (!discount) return [];
      return [
        warning(
          ['rules', at, 'group'],
          'fee-among-discounts',
          `of a group one rule is used, so this fee falls away or stands in the way of “${discount.id}”; give fees a group of their own, the last`,
        ),
      ];
    }
    const fee =
      rule.effect.kind === 'percentage' && ticketFees.find((other) => order(other) >= 0 && order(other) < order(rule));
    if (!fee) return [];
    return [
      warning(
        ['rules', at, 'group'],
        'percentage-of-fee',
        `this percentage is also taken off the fee “${fee.id}”, whose group comes before; put the fees in the last group`,
      ),
    ];
  });
}
