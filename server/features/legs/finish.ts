import type { Reservation } from '../../../sdk/contract/network/index.ts';
import { owedForAll } from '../../../sdk/model/ledger/index.ts';
import type { PartnerAnswer } from '../network/partner-api.ts';
import { withinItems } from './bundles.ts';
import { itemsOf } from './items.ts';
import type { Leg } from './leg.ts';
import type { LegParts } from './parts.ts';
import type { LegTransaction } from './store.ts';

/**
 * Carries out what was decided about a leg, as far as the owner answers: told again and again until it has. Safe to call
 * any number of times, in any order, from any process: the owner's verbs are idempotent, and what follows from an answer is
 * written only while the decision still stands.
 */
export async function finishLeg(parts: LegParts, id: string): Promise<void> {
  const leg = await parts.store.transact((trx) => trx.leg(id));
  if (leg?.state === 'confirming') await confirm(parts, leg);
  if (leg?.state === 'cancelling') await cancel(parts, leg);
}

/** The owner has decided: it will never give these places for this reservation. */
const LOST: readonly string[] = [
  ...['reservation_lost', 'reservation_closed', 'reservation_replaced', 'reservation_expired', 'not_found'],
  ...['total_changed', 'agreement_not_active', 'formula_unknown'],
  // Of places that were given up and are asked for again, because their money came late.
  ...['seats_taken', 'area_full', 'not_on_sale', 'quota_reached', 'performance_unknown', 'price_type_unknown'],
  ...['seat_unknown', 'area_unknown', 'companion_alone', 'wheelchair_place_protected', 'too_many_places'],
];

const isLost = ({ error }: PartnerAnswer<unknown>): boolean =>
  error?.outcome === 'refused' && LOST.includes(error.code);

async function confirm(parts: LegParts, leg: Leg): Promise<void> {
  const answer = await askToConfirm(parts, leg);
  await parts.store.transact(async (trx) => {
    const now = await sameDecision(trx, leg);
    if (!now) return;
    if (answer.data?.state === 'confirmed') {
      await trx.save({ ...now, state: 'confirmed' });
      return trx.keep(now, answer.data);
    }
    if (answer.data || isLost(answer)) {
      await trx.save({ ...now, state: 'lost' });
      return trx.giveBack(now);
    }
    if (await isTooLate(trx, now)) return abandon(trx, now);
    return askLater(trx, now);
  });
}

/**
 * Of a leg that was given up before its money came, the places are asked for once more: unless they were already, in an
 * attempt whose answer was lost. What is sold there counts, even if nothing can be reserved any more.
 */
async function askToConfirm({ partners }: LegParts, leg: Leg): Promise<PartnerAnswer<Reservation>> {
  const { agreement, reservation, previous, lines } = leg;
  const confirm = () => partners.confirm(agreement, reservation, { expectedTotal: owedForAll(lines) });
  const answer = await confirm();
  if (previous === null || answer.error?.code !== 'not_found') return answer;
  const released = await partners.cancel(agreement, previous, { reason: 'unpaid' });
  if (released.error?.outcome === 'unknown') return released;
  const items = [...itemsOf(lines)];
  const bundles = withinItems(leg.bundles ?? [], items);
  const again = await partners.reserve(agreement, reservation, {
    channel: 'web',
    ...(bundles.length > 0 && { bundles }),
    items,
  });
  return again.error ? again : confirm();
}

async function cancel({ store, partners }: LegParts, leg: Leg): Promise<void> {
  const { agreement, reservation } = leg;
  const cancelled = await partners.cancel(agreement, reservation, { reason: leg.cancelReason ?? 'released' });
  // What the owner does not take back stays on the account: both sides must say the same.
  const answer = cancelled.error?.outcome === 'refused' ? await partners.read(agreement, reservation) : cancelled;
  await store.transact(async (trx) => {
    const now = await sameDecision(trx, leg);
    if (!now) return;
    if (!answer.data && answer.error.outcome === 'unknown') return askLater(trx, now);
    // Refused even that: there is nothing to give up.
    await trx.save({ ...now, state: 'cancelled' });
    if (answer.data) await trx.settle(now, answer.data);
  });
}

/** The leg as it is now, when what we asked about is still what is to be done. */
async function sameDecision(trx: LegTransaction, asked: Leg): Promise<Leg | undefined> {
  const now = await trx.leg(asked.id);
  return now?.state === asked.state && now.reservation === asked.reservation ? now : undefined;
}

/**
 * Nobody can use a ticket for what has begun. An owner that has not answered by then is told no more to confirm but to
 * give up, and the buyer gets that part of the money back.
 */
const isTooLate = async (trx: LegTransaction, { lines }: Leg): Promise<boolean> => {
  const now = await trx.now();
  return lines.some(({ performance }) => Date.parse(performance.startsAt) <= now.getTime());
};

async function abandon(trx: LegTransaction, leg: Leg): Promise<void> {
  const now = await trx.now();
  const over: Leg = { ...leg, state: 'cancelling', cancelReason: 'returned', checks: 0, decidedAt: now };
  await trx.save(over);
  await trx.giveBack(over);
  await trx.wake(over, now);
}

/** Seconds between attempts: at once first, because most silences are short, and never longer than five minutes. */
const PAUSES = [1, 2, 4, 8, 15, 30, 60, 120, 300];

async function askLater(trx: LegTransaction, leg: Leg): Promise<void> {
  const pause = PAUSES[Math.min(leg.checks, PAUSES.length - 1)] ?? 300;
  const next: Leg = { ...leg, checks: leg.checks + 1 };
  await trx.save(next);
  await trx.wake(next, new Date((await trx.now()).getTime() + pause * 1000));
}
