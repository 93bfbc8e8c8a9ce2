import type { Line } from '../../sdk/contract/cart.ts';
import type { Entry } from '../../sdk/contract/network/index.ts';
import { owedForAll } from '../../sdk/model/ledger/index.ts';
import type { Leg } from '../../server/features/legs/leg.ts';
import type { SimulatedCentre } from './centre.ts';
import type { SimulatedOrder } from './memory-seller.ts';
import type { World } from './world.ts';

/** What must always be true (architecture §3), each with the words it is printed by. */
export const INVARIANTS: readonly string[] = [
  'at every moment: a place has at most one live claim and one valid ticket',
  'at every moment: a reservation is held completely or not at all, and nothing of it once it was given up',
  'at every moment: what a part at a partner costs is what it was reserved as',
  'at every moment: no hold lasts longer than two hours and a payment’s twenty minutes',
  'at every moment: a part of an order has tickets or goes back, never both, and only once it was paid for',
  'in the end: every part that was paid for has a valid ticket for each place, or went back to the cent',
  'in the end: what was booked of a part that was sold is what is owed for it',
  'in the end: owner and seller say the same of every sale, and both accounts have the same lines',
  'in the end: nothing is held, begun or undecided',
];

const LONGEST = 140 * 60_000;

/** What is not as it must be at this moment, between any two things that happen. */
export function* atEveryMoment({ centres, now }: World): Generator<string> {
  for (const centre of centres.values()) {
    yield* claimsOnce(centre);
    yield* heldWhole(centre, now());
    yield* pricedAsReserved(centre);
    for (const order of centre.seller.orders()) yield* ticketsOrMoney(centre, order);
  }
}

function* claimsOnce({ id, owner }: SimulatedCentre): Generator<string> {
  const claims = owner.claims();
  if (new Set(claims.map(({ performance, place }) => `${performance} ${place}`)).size < claims.length) {
    yield `${id}: a place has two live claims`;
  }
  const valid = new Set(
    owner.sales().flatMap(({ tickets }) => tickets.filter(({ state }) => state === 'valid').map(({ line }) => line)),
  );
  const sold = claims.filter(({ state }) => state === 'sold').map((claim) => claim.id);
  if (sold.length !== valid.size || sold.some((line) => !valid.has(line))) {
    yield `${id}: sold places and valid tickets are not the same`;
  }
}

function* heldWhole({ id, owner }: SimulatedCentre, now: number): Generator<string> {
  const claims = owner.claims();
  for (const reservation of owner.reservations()) {
    const held = claims.filter((claim) => claim.cart === reservation.cart && claim.state === 'held');
    if (reservation.state === 'cancelled' && held.length > 0) yield `${id}: what was given up is held`;
    if (reservation.state !== 'held') continue;
    if (held.length !== 0 && held.length !== reservation.lines.length) yield `${id}: half of a reservation is held`;
    // Clocks may be off by two seconds either way.
    if (held.some(({ until }) => until > now + LONGEST + 4_000)) yield `${id}: a hold lasts too long`;
  }
}

/** Of a part of which we think to know as what it was reserved: those places have a reason of that, and no others. */
function* pricedAsReserved({ id, seller }: SimulatedCentre): Generator<string> {
  for (const { bundles, lines } of seller.legs()) {
    if (bundles === null) continue;
    const inside = bundles.flatMap(({ places }) => places.map(({ place }) => place)).sort();
    const bundled = ({ why = [] }: Line) => why.some(({ kind }) => kind === 'subscription' || kind === 'pass');
    const priced = lines.filter(bundled).map(({ place }) => place.id);
    if (String(priced.sort()) !== String(inside)) yield `${id}: ${inside} is in bundles, and ${priced} is priced so`;
  }
}

function* ticketsOrMoney({ id, seller }: SimulatedCentre, order: SimulatedOrder): Generator<string> {
  if (order.tickets.length + order.refunds.length > 0 && order.state !== 'paid') {
    yield `${id}: something came of an order that nobody paid`;
  }
  for (const leg of seller.legs()) {
    if (leg.order !== order.id) continue;
    const refunds = order.refunds.filter((refund) => refund.leg === leg.id).length;
    const tickets = order.tickets.filter((ticket) => ticket.leg === leg.id).length;
    if (refunds > 1) yield `${id}: a part went back twice`;
    if (refunds > 0 && tickets > 0) yield `${id}: a part has tickets and went back`;
  }
}

/** What is not as it must be after everybody had time to come to an end. */
export function* inTheEnd(world: World): Generator<string> {
  for (const centre of world.centres.values()) {
    for (const order of centre.seller.orders()) yield* decided(world, centre, order);
    yield* quiet(centre);
  }
  yield* sameAccounts(world);
}

function* decided(world: World, { id, seller }: SimulatedCentre, order: SimulatedOrder): Generator<string> {
  for (const leg of seller.legs().filter((one) => one.order === order.id)) {
    const tickets = order.tickets.filter((ticket) => ticket.leg === leg.id);
    const refunded = order.refunds.filter((refund) => refund.leg === leg.id).reduce((sum, { cents }) => sum + cents, 0);
    if (order.state !== 'paid') continue;
    const whole = tickets.length === leg.lines.length && refunded === 0;
    const back = tickets.length === 0 && refunded === leg.cents;
    if (!whole && !back)
      yield `${id}: a paid part (${leg.state}) has ${tickets.length} tickets and ${refunded} cents back`;
    yield* ownersWord(world, leg, whole);
  }
}

/** The owner must say the same; what could not be told before the evening began stays sold, and on both accounts. */
function* ownersWord({ centres, agreements }: World, leg: Leg, sold: boolean): Generator<string> {
  const agreement = agreements.find(({ id }) => id === leg.agreement);
  const owner = agreement && centres.get(agreement.owner);
  const reservation = owner?.owner.reservations().find(({ id }) => id === leg.reservation);
  if (sold && reservation?.state !== 'confirmed') yield `${leg.reservation}: tickets of what the owner did not confirm`;
  const booked = reservation && owner?.owner.entries().filter((entry) => isSaleOf(reservation.id, entry));
  const cents = booked?.reduce((sum, { amount }) => sum + amount.cents, 0);
  if (sold && cents !== owedForAll(leg.lines).cents) yield `${leg.reservation}: ${cents} was booked for what was sold`;
  const tooLate = leg.cancelReason === 'returned';
  if (!sold && reservation?.state === 'confirmed' && !tooLate)
    yield `${leg.reservation}: sold, and the buyer paid nothing`;
}

const isSaleOf = (reservation: string, entry: Entry) => entry.reservation === reservation && entry.kind === 'sale';

function* quiet({ id, owner, seller }: SimulatedCentre): Generator<string> {
  const held = owner.claims().filter(({ state }) => state === 'held').length;
  if (held > 0) yield `${id}: ${held} places are still held`;
  if (seller.openLeases() > 0) yield `${id}: a cart is still being changed`;
  const undecided = seller.legs().filter(({ state }) => state === 'confirming' || state === 'cancelling');
  for (const leg of undecided) yield `${id}: a part is still ${leg.state} after ${leg.checks} attempts`;
}

function* sameAccounts({ centres, agreements }: World): Generator<string> {
  for (const { id, owner, seller } of agreements) {
    const [ours, theirs] = [
      entriesOf(centres.get(owner)?.owner.entries(), id),
      entriesOf(centres.get(seller)?.seller.entries(), id),
    ];
    if (ours !== theirs) yield `${owner} and ${seller} do not agree on their account: ${ours} is not ${theirs}`;
  }
}

const entriesOf = (entries: readonly Entry[] = [], agreement: string): string =>
  entries
    .filter((entry) => entry.agreement === agreement)
    .map(({ id, kind, amount }) => `${id} ${kind} ${amount.cents}`)
    .sort()
    .join(', ');
