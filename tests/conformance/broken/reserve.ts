import { createHash, randomUUID } from 'node:crypto';
import type { Line, ReservationRequest } from '../../../sdk/contract/index.ts';
import { FoyerError } from '../../../server/errors.ts';
import { withBundles } from './bundles.ts';
import { type Booking, bookingOf, type Cart, claimOn, free, isOn, type Owner } from './owner.ts';
import { type Wanted, wantedPlaces } from './programme.ts';

const TEN_MINUTES = 600;

/** Holds everything a request names, or nothing. @returns whether the reservation is new. */
export async function reserve(
  owner: Owner,
  { agreement, id, text }: { readonly agreement: string; readonly id: string; readonly text: string },
  request: ReservationRequest,
) {
  const { bookings, breaks } = owner;
  const { bundles, ...rest } = request;
  const compared = breaks('ignores bundles when it compares') ? rest : { ...rest, ...(bundles && { bundles }) };
  const hash = breaks('compares bodies by bytes') ? text : hashOf(compared);
  const known = bookings.get(`${agreement}/${id}`);
  if (known && !breaks('reserves anew when asked again')) {
    if (known.hash !== hash && !breaks('accepts another body')) throw new FoyerError('reservation_differs');
    if (known.state === 'confirmed' && breaks('does not know again what it sold')) {
      throw new FoyerError('reservation_closed');
    }
    if (known.state === 'cancelled' && breaks('revives the cancelled')) known.state = 'held';
    return { booking: known, isNew: false };
  }
  if (breaks('reserves twice at once')) await null;
  const old = request.replaces === undefined ? undefined : replaceable(owner, agreement, request.replaces);
  const cart = cartFor(owner, agreement, request, old);
  if (old && breaks('replaces by freeing first')) free(owner, old.cart, old.places);
  if (old && breaks('lets many replace one')) await null;
  const wanted = withBundles(owner, request, wantedPlaces(owner, request, cart));
  const remember = (booking: Booking) => void bookings.set(`${agreement}/${id}`, booking);
  const booking = bookingFor(agreement, id, hash, cart);
  if (breaks('remembers what it refused')) remember(booking);
  refuseTaken(owner, wanted, cart);
  if (breaks('sells twice at once')) await null;
  refuseTooMany(owner, agreement, wanted, cart);
  hold(owner, booking, wanted, old?.lines);
  remember(booking);
  if (old) replace(owner, old, booking);
  return { booking, isNew: true };
}

function replaceable(owner: Owner, agreement: string, id: string): Booking {
  const others = owner.breaks('replaces others’ reservations');
  const known = others ? [...owner.bookings.values()].find((one) => one.id === id) : undefined;
  const old = known ?? bookingOf(owner, agreement, id);
  if (old.state === 'replaced' && !owner.breaks('lets many replace one')) throw new FoyerError('reservation_replaced');
  if (!isOn(owner, old.cart) && owner.breaks('replaces nothing that is over')) {
    throw new FoyerError('reservation_expired');
  }
  if (old.state === 'cancelled' || old.state === 'confirmed') throw new FoyerError('reservation_closed');
  return old;
}

function cartFor(
  { time, breaks, ...owner }: Owner,
  agreement: string,
  request: ReservationRequest,
  old?: Booking,
): Cart {
  const asked = breaks('holds as long as it likes') ? TEN_MINUTES : (request.seconds ?? TEN_MINUTES);
  const now = time.now();
  const expiresAt = now + Math.min(asked, TEN_MINUTES) * 1000;
  if (!old || !isOn({ time, breaks, ...owner }, old.cart)) return { agreement, startedAt: now, expiresAt };
  if (breaks('begins anew when replaced')) return Object.assign(old.cart, { startedAt: now });
  return old.cart;
}

const bookingFor = (agreement: string, id: string, hash: string, cart: Cart): Booking => ({
  ...{ agreement, id, hash, cart },
  state: 'held',
  lines: [],
  places: [],
  replacedBy: null,
  confirmedAt: null,
  tickets: [],
  entries: [],
  expiryTold: false,
});

function refuseTaken(owner: Owner, wanted: readonly Wanted[], cart: Cart): void {
  const isOthers = (other: Cart) =>
    other !== cart && !(owner.breaks('sells to each partner') && other.agreement !== cart.agreement);
  const isTaken = ({ place }: Wanted) => isOthers(claimOn(owner, place)?.cart ?? cart);
  const taken = wanted.filter(isTaken);
  if (taken.length === 0) return;
  const inPart = {
    'holds in part': wanted,
    'holds areas in part': wanted.filter(({ place }) => place.includes('#')),
    'holds performances one by one': wanted.filter(({ performance }) => performance !== taken[0]?.performance),
  } as const;
  for (const defect of Object.keys(inPart) as (keyof typeof inPart)[]) {
    if (owner.breaks(defect)) for (const one of inPart[defect].filter((it) => !isTaken(it))) take(owner, one, cart);
  }
  throw new FoyerError('seats_taken', { seats: taken.map(({ line }) => line.place.id) });
}

function refuseTooMany(owner: Owner, agreement: string, wanted: readonly Wanted[], cart: Cart): void {
  const most = owner.agreements.get(agreement)?.terms.caps.heldPlaces ?? 0;
  const held = [...owner.places.values()].filter(
    (claim) => !claim.isSold && claim.cart.agreement === agreement && claim.cart !== cart && isOn(owner, claim.cart),
  );
  if (held.length + wanted.length > most && !owner.breaks('has no cap')) throw new FoyerError('partner_cap_reached');
}

function hold(owner: Owner, booking: Booking, wanted: readonly Wanted[], before: readonly Line[] = []): void {
  const dearer = owner.breaks('prices by itself') ? 100 : 0;
  for (const one of wanted) {
    const taken = take(owner, one, booking.cart);
    const same = owner.breaks('keeps the price of what it replaces') && before.find(({ id }) => id === taken.id);
    const line = same || taken;
    booking.lines.push({ ...line, price: { ...line.price, cents: line.price.cents + dearer } });
    booking.places.push(one.place);
  }
}

/** A place that the cart has already keeps its line. */
function take(owner: Owner, { place, line }: Wanted, cart: Cart): Line {
  const known = owner.places.get(place);
  const id = known?.cart === cart ? known.line : randomUUID();
  owner.places.set(place, { cart, line: id, isSold: false });
  return { ...line, id };
}

function replace(owner: Owner, old: Booking, next: Booking): void {
  const gone = old.places.filter((place) => !next.places.includes(place));
  if (!owner.breaks('keeps what was replaced')) free(owner, old.cart, gone);
  old.state = 'replaced';
  old.replacedBy = owner.breaks('does not say by what') ? null : next.id;
}

function hashOf(request: object): string {
  const sorted = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(sorted);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value)
        .sort()
        .map(([key, inner]) => [key, sorted(inner)]),
    );
  };
  return createHash('sha256')
    .update(JSON.stringify(sorted(request)))
    .digest('hex');
}
