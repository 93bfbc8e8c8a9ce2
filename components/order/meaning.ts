import type { TemplateResult } from 'lit';
import type { Order, OrderState } from '../../sdk/contract/index.ts';
import { checkIcon, clockIcon, returnIcon, warningIcon } from '../internal/icons.ts';
import type { Localize } from '../internal/localize.ts';
import type { Translation } from '../translations/index.ts';

/** What an order's state means for the buyer: a heading with its mark, and sentences: why, what happened, what is still true. */
export interface Meaning {
  readonly title: string;
  readonly icon: TemplateResult;
  readonly tone: 'success' | 'warning' | '';
  readonly sentences: readonly string[];
}

const MARKS: Record<OrderState, Pick<Meaning, 'icon' | 'tone'>> = {
  waiting: { icon: clockIcon, tone: '' },
  paid: { icon: checkIcon, tone: 'success' },
  failed: { icon: warningIcon, tone: 'warning' },
  cancelled: { icon: warningIcon, tone: 'warning' },
  expired: { icon: clockIcon, tone: 'warning' },
  refunding: { icon: returnIcon, tone: '' },
  refunded: { icon: returnIcon, tone: '' },
};

/** Paid, but its tickets let nobody in any more: the bank took the money back, or the centre gave it back. */
export const isVoid = ({ state, tickets }: Order): boolean =>
  state === 'paid' && tickets.length > 0 && tickets.every((ticket) => ticket.state !== 'valid');

/** Paid, and nothing of it is for a place: the part that knows passes and vouchers says how it stands. */
export const isWithoutTickets = ({ state, lines }: Order): boolean => state === 'paid' && !lines[0];

/** Nothing was sold, and nothing can be paid any more. */
export const isOver = ({ state, canPayAgain }: Order): boolean =>
  !canPayAgain && state !== 'waiting' && state !== 'paid';

/** Paid, but a partner has yet to say that its part is sold. */
export const isConfirming = ({ state, parts }: Order): boolean =>
  state === 'paid' && parts.some((part) => part.state === 'confirming');

/** Paid, but a partner could not give its part any more. */
const isPartly = ({ state, parts }: Order): boolean => state === 'paid' && parts.some((part) => part.state === 'lost');

/** Nobody has begun to pay, as far as is known. */
const isUnpaid = ({ state, checkoutUrl }: Order): boolean => state === 'waiting' && checkoutUrl !== null;

/** Whether money came in. */
export const isPaid = ({ state }: Order): boolean => ['paid', 'refunding', 'refunded'].includes(state);

export function meaningOf(
  order: Order,
  words: Translation['order'],
  localize: Localize,
  timeZone: string | undefined,
): Meaning {
  // While there is a payment page, the time that it names.
  const held = order.payUntil ?? (order.canPayAgain && order.holdEndsAt);
  const sentences = [
    // A lost part says beside its places why; the rest stands.
    order.reason &&
      !(isPartly(order) && order.reason === 'seats-lost') &&
      localize.seldom(({ reasons }) => reasons[order.reason ?? 'withdrawn']),
    isVoid(order) ? null : meansOf(order, words, localize),
    refund(order, localize),
    // A bank may carry out what was begun before.
    order.state === 'cancelled' && isOver(order) && localize.seldom(({ order }) => order.cancelledLate),
    held && words.stillHeld(localize.format(held, { timeStyle: 'short', timeZone })),
  ].filter((sentence): sentence is string => typeof sentence === 'string' && sentence !== '');
  if (isVoid(order)) return { title: words.void, ...MARKS.cancelled, sentences };
  if (isConfirming(order)) return { title: words.paidConfirming, ...MARKS.waiting, sentences };
  if (isPartly(order)) return { title: words.paidPartly, ...MARKS.refunding, sentences };
  // A buyer who turns back at the payment page cancels that payment; the order lives while it can be paid again.
  const isPaymentOnly = order.state === 'cancelled' && order.canPayAgain;
  const title = isPaymentOnly ? words.paymentCancelled : isUnpaid(order) ? words.unpaid : words[order.state];
  return { title, ...MARKS[order.state], sentences };
}

function meansOf(order: Order, words: Translation['order'], localize: Localize): string {
  if (isConfirming(order)) return localize.seldom(({ order }) => order.confirmingHint);
  if (isUnpaid(order)) return words.unpaidHint;
  return isPartly(order) ? localize.seldom(({ order }) => order.partlyHint) : words.means[order.state];
}

function refund({ state, refund, total }: Order, localize: Localize): string | null {
  if (!refund && state !== 'refunding' && state !== 'refunded') return null;
  const amount = localize.money(refund?.amount ?? total);
  if (refund?.state === 'failed') return localize.seldom(({ order }) => order.refundFailed(amount));
  const isDone = refund ? refund.state === 'refunded' : state === 'refunded';
  return localize.seldom(({ order }) => order[isDone ? 'refundDone' : 'refundUnderWay'](amount));
}
