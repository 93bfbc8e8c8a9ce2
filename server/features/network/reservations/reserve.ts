import type { Line } from '../../../../sdk/contract/cart.ts';
import type { Reservation, ReservationRequest } from '../../../../sdk/contract/network/index.ts';
import { FoyerError } from '../../../errors.ts';
import type { Offer } from '../../catalogue/index.ts';
import { factsOf, type HoldWish, toLine } from '../../holds/index.ts';
import type { TakenTariff } from '../../uitpas/taken.ts';
import { type BundleContext, refuseBundles } from './bundles.ts';
import { differenceOf } from './difference.ts';
import { fingerprint } from './fingerprint.ts';
import type { CartNow, OwnerTransaction, ReservationRecord } from './owner-store.ts';
import type { OwnerAgreement, OwnerParts } from './parts.ts';
import { priceLines } from './price.ts';
import { isWithinQuota } from './quota.ts';
import { refusalOf } from './refusal.ts';
import { limitedUntil } from './time.ts';
import { describe, show } from './view.ts';
import { wishesOf } from './wishes.ts';

/** A hold ran out between the first look at it and the last. Asking again holds everything anew. */
class RanOut extends Error {}

/**
 * Reserves everything a seller wants for one cart, or nothing. The same request again changes nothing and shows how the
 * reservation is now.
 * @returns whether it was made by this very request.
 * @throws FoyerError `agreement_not_active`, `reservation_differs`, `quota_reached`, `partner_cap_reached`; of `replaces`:
 * `not_found`, `reservation_replaced`, `reservation_closed`; of bundles see {@link refuseBundles}; and whatever a hold can
 * be refused for, with its field.
 */
export async function reserve(
  parts: OwnerParts,
  agreement: OwnerAgreement,
  id: string,
  request: ReservationRequest,
): Promise<{ readonly reservation: Reservation; readonly created: boolean }> {
  if (agreement.state !== 'active') throw new FoyerError('agreement_not_active');
  const asked: Asked = { id: id.toLowerCase(), replaces: request.replaces?.toLowerCase(), request, agreement };
  if (asked.id === asked.replaces) throw new FoyerError('invalid_request', { field: 'replaces' });
  const work = () => parts.store.transact((trx) => reserveInside(parts, trx, asked));
  try {
    return await work();
  } catch (error) {
    if (error instanceof RanOut) return work();
    throw error;
  }
}

interface Asked {
  readonly id: string;
  readonly replaces: string | undefined;
  readonly request: ReservationRequest;
  readonly agreement: OwnerAgreement;
}

async function reserveInside(parts: OwnerParts, trx: OwnerTransaction, asked: Asked) {
  const { id, replaces, request, agreement } = asked;
  const known = await trx.reservations(agreement.id, replaces ? [id, replaces] : [id]);
  const same = known.get(id);
  const requestHash = fingerprint(request);
  if (same && same.requestHash !== requestHash) throw new FoyerError('reservation_differs');
  if (same) return { reservation: await show(trx, same), created: false };
  const old = replaces === undefined ? undefined : replaceable(known.get(replaces));
  const cart = old?.cart ?? (await openCart(parts, trx, agreement));
  const held = await fill(parts, trx, asked, { cart, old });
  const record: ReservationRecord = {
    ...{ agreement: agreement.id, id, cart, state: 'held', requestHash, channel: request.channel },
    lines: priceLines(
      held.now.claims.map((claim) => keptLine(old, claim) ?? newLine(claim, held.offers.get(claim.performance))),
      { ...held.pricing, at: beganAt(held.now), bundles: request.bundles ?? [] },
    ),
    places: Object.fromEntries(held.now.claims.map((claim) => [claim.id, claim.place])),
    ...{ replacedBy: null, order: null, confirmedAt: null },
  };
  await trx.addReservation(record);
  if (old) await trx.changeReservation(old, { state: 'replaced', replacedBy: id, endedAt: held.now.now });
  return { reservation: describe(record, held.now, { tickets: [], entries: [] }), created: true };
}

function replaceable(old: ReservationRecord | undefined): ReservationRecord {
  if (!old) throw new FoyerError('not_found', { field: 'replaces' });
  if (old.state === 'replaced') throw new FoyerError('reservation_replaced', { field: 'replaces' });
  if (old.state !== 'held') throw new FoyerError('reservation_closed', { field: 'replaces' });
  return old;
}

async function openCart({ random }: OwnerParts, trx: OwnerTransaction, agreement: OwnerAgreement): Promise<string> {
  const id = random.uuid();
  await trx.addCart({ id, address: `agreement:${agreement.id}` });
  return id;
}

/** Makes a cart hold what is asked, and nothing else. */
async function fill(
  parts: OwnerParts,
  trx: OwnerTransaction,
  { agreement, request }: Asked,
  { cart, old }: { readonly cart: string; readonly old: ReservationRecord | undefined },
): Promise<Filled> {
  const offers = await trx.offers(request.items.map(({ performance }) => performance));
  const before = await trx.cart(cart);
  const pricing = {
    list: await trx.priceList(offers),
    performances: new Map([...offers].map(([id, offer]) => [id, factsOf(offer, parts.config.id)])),
    timeZone: parts.config.timeZone,
  };
  refuseBundles(request, { ...pricing, at: beganAt(before) });
  const had = new Set(old?.lines.map(({ id, performance }) => `${performance.id} ${old.places[id]}`));
  const has = (performance: string, place: string) => had.has(`${performance} ${place}`);
  const wishes = wishesOf(request, { ...parts, agreement, offers, cart, now: before.now, list: pricing.list, has });
  const { release, reprice, hold } = differenceOf(before.claims, wishes);
  const counts = new Map(wishes.map(({ performance }) => [performance, 0]));
  await trx.lockPerformances([...counts.keys()]);
  if (release.length > 0) await trx.release(cart, release);
  await trx.reprice(reprice);
  for (const wish of hold) {
    const refusal = await trx.hold(wish);
    if (refusal) throw refusalOf(refusal);
  }
  if (!(await isWithinQuota(trx, agreement, counts))) throw new FoyerError('quota_reached');
  return { now: await settle(trx, cart, request.seconds, wishes), offers, pricing };
}

interface Filled {
  readonly now: CartNow;
  readonly offers: ReadonlyMap<string, Offer>;
  readonly pricing: Omit<BundleContext, 'at'> & { readonly timeZone: string };
}

/** When the hold began that a cart has now; it begins now when nothing is held any more. */
const beganAt = ({ claims, now, startedAt }: CartNow): Date => (claims.length > 0 ? startedAt : null) ?? now;

async function settle(
  trx: OwnerTransaction,
  cart: string,
  seconds: number | undefined,
  wishes: readonly HoldWish[],
): Promise<CartNow> {
  const held = await trx.cart(cart);
  if (held.claims.length < countOf(wishes)) throw new RanOut();
  const until = limitedUntil(held, seconds);
  if (!until) return held;
  await trx.holdUntil(cart, until);
  return trx.cart(cart);
}

const countOf = (wishes: readonly HoldWish[]): number =>
  wishes.reduce((sum, { seats, areas }) => areas.reduce((all, { ids }) => all + ids.length, sum + seats.length), 0);

/** A line as the seller is told it: with what only we know, the name of the price type and what rules may go by. */
export function newLine(claim: CartNow['claims'][number], offer: Offer | undefined, tariff?: TakenTariff): Line {
  const priceTypeName = offer?.priceTypeNames.get(claim.priceType);
  const line = toLine(claim, offer, tariff);
  const facts = offer && { genre: offer.performance.genre, tags: offer.performance.tags };
  return { ...line, performance: { ...line.performance, ...facts }, ...(priceTypeName && { priceTypeName }) };
}

/** A line that stays keeps the price of its price type: it holds as long as the hold. */
const keptLine = (old: ReservationRecord | undefined, claim: CartNow['claims'][number]) =>
  old?.lines.find(({ id, priceType }) => id === claim.id && priceType === claim.priceType);
