import type { Line } from '../../../sdk/contract/cart.ts';
import type { BundleLines, Reservation, ReservationItem } from '../../../sdk/contract/network/index.ts';
import { FoyerError } from '../../errors.ts';
import type { PartnerAnswer } from '../network/partner-api.ts';
import { withinItems } from './bundles.ts';
import { type Leg, withReservation } from './leg.ts';
import { explain, type LegParts, type Partner } from './parts.ts';
import type { Lease } from './store.ts';

/** Longer than everything a change may ask of partners, so that a lease ends only when its process has. */
export const LEASE = 45_000;
/** How often a change is tried again because the leg was not at the owner what we thought it was. */
const ATTEMPTS = 3;

/** What is wanted of the partner, given what is held there now. Nothing wanted gives the leg up. */
export type Change = (lines: readonly Line[]) => readonly ReservationItem[];

/** A change, as it is asked. */
export interface LegChange {
  readonly cart: string;
  readonly change: Change;
  /** Of what places are a part that come new, beside what is part of something already. */
  readonly bundles?: readonly BundleLines[];
  readonly request?: Lease['request'];
}

/**
 * Changes what a cart holds at one partner: all of it, or nothing. The partner holds the new wish in the place of the old
 * one in one step; a process that dies in between leaves a leg that is found out of date and put right by the next call.
 * Places that are parts of a bundle stay so while they are wanted.
 * @throws FoyerError with what the partner refused, `partner_unavailable`, `cart_closed`, `request_in_progress` (another
 * change of the cart is under way), `idempotency_key_reused` or `token_invalid`; the cart is then as it was.
 * @returns whether the very request had been carried out before, so that nothing was done now.
 */
export async function changeLeg(
  parts: LegParts,
  partner: Partner,
  { cart, change, bundles = [], request }: LegChange,
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
    await carryOut(parts, partner, lease, { ...begun, bundles, change });
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
  readonly bundles: readonly BundleLines[];
}

async function carryOut(
  parts: LegParts,
  partner: Partner,
  lease: Lease,
  { leg, secondsLeft, bundles, change }: Wish,
): Promise<void> {
  const wish = (known: Leg | null): Wanted => {
    const items = change(known?.lines ?? []);
    return { items, bundles: withinItems([...(known?.bundles ?? []), ...bundles], items) };
  };
  const { answer, ...found } = await reserveAnew(parts, partner, { leg, secondsLeft, wish });
  if (!answer) return giveUp(parts, lease, found.leg);
  if (answer.error) throw explain(answer.error, partner);
  return keep(parts, partner, lease, { ...found, reservation: answer.data });
}

/** What is to be reserved at a partner, and which places of it are parts of what. */
export interface Wanted {
  readonly items: readonly ReservationItem[];
  readonly bundles: readonly BundleLines[];
}

/** What came of asking a partner for something in the place of what it holds. */
export interface Asked {
  /** What it held, as it was found. */
  readonly leg: Leg | null;
  readonly bundles: readonly BundleLines[];
  readonly asked: Date;
  /** Undefined when nothing was wanted, so that nobody was asked. */
  readonly answer?: PartnerAnswer<Reservation>;
}

/**
 * Asks a partner to hold something in the place of what it holds; again when that was not what we thought it was.
 * @param wish What is wanted, given what is held.
 */
export async function reserveAnew(
  parts: LegParts,
  partner: Partner,
  {
    leg,
    secondsLeft,
    wish,
  }: {
    readonly leg: Leg | null;
    readonly secondsLeft: number | null;
    readonly wish: (leg: Leg | null) => Wanted;
  },
): Promise<Asked> {
  let known = leg;
  for (let attempt = 1; ; attempt += 1) {
    const { items, bundles } = wish(known);
    const asked = await parts.store.transact((trx) => trx.now());
    if (items.length === 0) return { leg: known, bundles, asked };
    const answer = await parts.partners.reserve(partner.agreement, parts.random.uuid(), {
      ...(known && { replaces: known.reservation }),
      channel: partner.channel,
      ...(bundles.length > 0 && { bundles: [...bundles] }),
      ...(secondsLeft !== null && { seconds: Math.max(1, secondsLeft) }),
      items: [...items],
    });
    const isOver = answer.data || attempt === ATTEMPTS || !known || !isOutOfDate(answer);
    if (isOver || !known) return { leg: known, bundles, asked, answer };
    known = await lookUp(parts, known);
  }
}

const isOutOfDate = ({ error }: PartnerAnswer<unknown>): boolean =>
  error?.code === 'reservation_replaced' || error?.code === 'reservation_closed' || error?.code === 'not_found';

/**
 * What became of a leg whose reservation is not what it was: an earlier change may have reached the partner without its
 * answer reaching us, so that nobody knows as parts of what its places are held. Null when nothing is held there any more.
 */
export async function lookUp({ store, partners }: LegParts, leg: Leg): Promise<Leg | null> {
  let id = leg.reservation;
  for (let step = 0; step < 10; step += 1) {
    const asked = await store.transact((trx) => trx.now());
    const { data }: PartnerAnswer<Reservation> = await partners.read(leg.agreement, id);
    if (!data) return null;
    if (data.state === 'held') return withReservation({ ...leg, bundles: null }, data, asked);
    if (data.replacedBy === null) return null;
    id = data.replacedBy;
  }
  return null;
}

async function keep(
  { store, partners, random }: LegParts,
  partner: Partner,
  lease: Lease,
  { leg, bundles, reservation, asked }: Omit<Asked, 'answer'> & { readonly reservation: Reservation },
): Promise<void> {
  const kept = await store.transact(async (trx) => {
    if (!(await trx.endChange(lease, true))) return false;
    const base = leg ?? newLeg(random.uuid(), lease.cart, partner, asked);
    await trx.save(withReservation({ ...base, bundles }, reservation, asked));
    return true;
  });
  if (kept) return;
  // It took so long that somebody else may have the cart by now. What nobody wrote down must not stay held.
  await partners.cancel(partner.agreement, reservation.id, { reason: 'released' });
  throw new FoyerError('partner_unavailable', { centre: partner.name, retryAfter: 5 });
}

const newLeg = (id: string, cart: string, { agreement }: Partner, now: Date): Leg => ({
  ...{ id, cart, agreement, reservation: id, previous: null, state: 'held', order: null },
  ...{ lines: [], bundles: [], cents: 0, expiresAt: now, extendable: true },
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
