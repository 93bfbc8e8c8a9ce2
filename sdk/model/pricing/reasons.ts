import type { Reason } from '../../contract/prices/reasons.ts';
import type { VatCode } from '../../contract/vat.ts';
import { reason, type Standing, sumOf } from './places.ts';
import type { Membership } from './subscriptions.ts';
import type { PricedLine } from './types.ts';

/** A line with its price and every step that led to it. */
export function priceLine(standing: Standing, member: Membership | undefined, vat: VatCode | null): PricedLine {
  const { place, start, cents, feeCents, steps } = standing;
  const bySubscription = start - place.base;
  const why: Reason[] = [...place.why];
  if (member && bySubscription !== 0) {
    why.push(reason('subscription', member.formula.id, member.formula.name, bySubscription));
  }
  for (const { rule, cents: change } of steps) {
    why.push(reason(rule.effect.kind === 'fee-ticket' ? 'fee' : 'rule', rule.id, rule.name, change));
  }
  return {
    id: place.line.id,
    cents,
    feeCents: Math.min(feeCents, cents),
    why,
    vat,
    subscription: member?.complete ? member.id : null,
  };
}

/** What reasons of some kinds took off a line, in cents. */
export const savedOn = ({ why }: PricedLine, kinds: readonly Reason['kind'][]): number =>
  sumOf(why, ({ kind, amount }) => (kinds.includes(kind) ? Math.max(0, -amount.cents) : 0));
