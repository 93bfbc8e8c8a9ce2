import type { Line } from '../../../sdk/contract/cart.ts';
import type { Reservation, ReservationItem } from '../../../sdk/contract/network/index.ts';
import { FoyerError } from '../../errors.ts';
import type { PartnerAnswer } from '../network/partner-api.ts';
import { type Leg, withReservation } from './leg.ts';
import { explain, type LegParts, type Partner } from './parts.ts';
import type { Lease } from './store.ts';

/** Longer than everything a change may ask of a partner, so that a lease ends only when its process has. */
const LEASE = 45_000;
/** How often a change is tried again because the leg was not at the owner what we thought it was. */
const ATTEMPTS = 3;

/** What is wanted of the partner, given what is held there now. Nothing wanted gives the leg up. */
export type Change = (lines: readonly Line[]) => readonly ReservationItem[];

/**
 * Changes what a cart holds at one partner: all of it, or nothing. The partner holds the new wish in the place of the old
 * one in one step; a process that dies in between leaves a leg that is found out of date and put right by the next call.
 * @throws FoyerError with what the partner refused, `partner_unavailable`, `cart_closed`, `request_in_progress` (another
 * change of the cart is under way), `idempotency_key_reused` or `token_invalid`; the cart is then as it was.
 * @returns whether the very request had been carried out before, so that nothing was done now.
 */
export async function changeLeg(
  parts: LegParts,
  partner: Partner,
  { cart, change, request }: { readonly cart: string; readonly change: Change; readonly request?: Lease['request'] },
): Promise<{ readonly replayed: boolean }> {
  const lease: Lease = { cart, id: parts.random.uuid(), request };
  const begun = await parts.store.transact(async (trx) => {
    const until = new Date((await trx.now()).getTime() + LEASE);
    return trx.beginChange(lease, partner.agreement, until);
  });
  if (begun.outcome === 'request_in_progress') throw new FoyerError(begun.outcome, { retryAfter: 1 });
  if (begun.outcome === 'replayed') return { replayed: true };
  if (begun.outcome !== 'begun') throw new FoyerError(begun.outcome);
  try {
    await carryOut(parts, partner, lease, { ...begun, change });
    return { replayed: false };
  } catch (error) {
    await parts.store.transact((trx) => trx.endChange(lease, false));
    throw error;
  }
}

interface Wish {
  readonly leg: Leg | null;
  readonly secondsLeft: number | null;
  readonly change: Change;
}

async function carryOut(
  parts: LegParts,
  partner: Partner,
  lease: Lease,
  { leg, secondsLeft, change }: Wish,
): Promise<void> {
  let known = leg;
  for (let attempt = 1; ; attempt += 1) {
    const items = change(known?.lines ?? []);
    if (items.length === 0) return giveUp(parts, lease, known);
    const asked = await parts.store.transact((trx) => trx.now());
    const answer = await parts.partners.reserve(partner.agreement, parts.random.uuid(), {
      ...(known && { replaces: known.reservation }),
      channel: partner.channel,
      ...(secondsLeft !== null && { seconds: Math.max(1, secondsLeft) }),
      items: [...items],
    });
    if (answer.data) return keep(parts, partner, lease, { leg: known, reservation: answer.data, asked });
    if (attempt === ATTEMPTS || !known || !isOutOfDate(answer)) throw explain(answer.error, partner);
    known = await lookUp(parts, known);
  }
}

const isOutOfDate = ({ error }: PartnerAnswer<unknown>): boolean =>
  error?.code === 'reservation_replaced' || error?.code === 'reservation_closed' || error?.code === 'not_found';

/**
 * What became of a leg whose reservation is not what it was: an earlier change may have reached the partner without its
 * answer reaching us. Null when nothing is held there any more.
 */
export async function lookUp({ store, partners }: LegParts, leg: Leg): Promise<Leg | null> {
  let id = leg.reservation;
  for (let step = 0; step < 10; step += 1) {
    const asked = await store.transact((trx) => trx.now());
    const { data }: PartnerAnswer<Reservation> = await partners.read(leg.agreement, id);
    if (!data) return null;
    if (data.state === 'held') return withReservation(leg, data, asked);
    if (data.replacedBy === null) return null;
    id = data.replacedBy;
  }
  return null;
}

async function keep(
  { store, partners, random }: LegParts,
  partner: Partner,
  lease: Lease,
  {
    leg,
    reservation,
    asked,
  }: {
    readonly leg: Leg | null;
    readonly reservation: Reservation;
    readonly asked: Date;
  },
): Promise<void> {
  const kept = await store.transact(async (trx) => {
    if (!(await trx.endChange(lease, true))) return false;
    const base = leg ?? newLeg(random.uuid(), lease.cart, partner, asked);
    await trx.save(withReservation(base, reservation, asked));
    return true;
  });
  if (kept) return;
  // It took so long that somebody else may have the cart by now. What nobody wrote down must not stay held.
  await partners.cancel(partner.agreement, reservation.id, { reason: 'released' });
  throw new FoyerError('partner_unavailable', { centre: partner.name, retryAfter: 5 });
}

const newLeg = (id: string, cart: string, { agreement }: Partner, now: Date): Leg => ({
  ...{ id, cart, agreement, reservation: id, previous: null, state: 'held', order: null },
  ...{ lines: [], cents: 0, expiresAt: now, extendable: true },
  ...{ cancelReason: null, checks: 0, decidedAt: null },
});

/** Nothing is wanted there any more: gone from the cart at once, and the partner is told. */
async function giveUp({ store }: LegParts, lease: Lease, leg: Leg | null): Promise<void> {
  await store.transact(async (trx) => {
    await trx.endChange(lease, true);
    if (!leg) return;
    const now = await trx.now();
    const over: Leg = { ...leg, state: 'cancelling', cancelReason: 'released', decidedAt: now };
    await trx.save(over);
    await trx.wake(over, now);
  });
}
