import type {
  Line,
  Performance,
  PerformanceSummary,
  ReservationItem,
  ReservationRequest,
  SeatStatus,
} from '../../../sdk/contract/index.ts';
import { writeSeats } from '../../../sdk/model/seat-status/index.ts';
import { capacityOf, layOutPlan, placeName } from '../../../sdk/model/seating-plan/index.ts';
import { FoyerError } from '../../../server/errors.ts';
import { SMALL_HALL } from '../../harness/small-hall.ts';
import { type Cart, claimOn, type Owner } from './owner.ts';

/** What the owner in memory plays: the small hall, twice. */
const PERFORMANCES = ['het-gedacht', 'de-twijfel'];
const MOST_PLACES = 12;
const PRICES = { adult: { 'rang-1': 2400, 'rang-2': 1500 }, 'under-26': { 'rang-1': 1200, 'rang-2': 800 } } as const;
const plan = layOutPlan(SMALL_HALL);
const hall = { id: 'kleine-zaal', name: SMALL_HALL.name };
const DAY = 24 * 3600 * 1000;
const euros = (cents: number) => ({ cents, currency: 'EUR' }) as const;

/** A place that is asked for. `place` names it over all performances. */
export interface Wanted {
  readonly place: string;
  readonly performance: string;
  readonly line: Omit<Line, 'id'>;
}

const titleOf = (id: string) => ({ nl: id.replaceAll('-', ' ') });
const startOf = ({ time }: Owner) => new Date(Math.ceil(time.now() / DAY) * DAY + 7 * DAY).toISOString();

/** @throws FoyerError that says what is wrong with the request, whoever has what. */
export function wantedPlaces(owner: Owner, { items }: ReservationRequest, cart: Cart): Wanted[] {
  return items.flatMap((item) => {
    if (!PERFORMANCES.includes(item.performance)) throw new FoyerError('performance_unknown');
    const seats = item.seats ?? [];
    const isTwice = new Set(seats.map(({ seat }) => seat)).size < seats.length;
    if (isTwice && !owner.breaks('takes a seat twice')) throw new FoyerError('duplicate_seat');
    const wanted = [...seats.map((seat) => seatOf(owner, item, seat)), ...areasOf(owner, item, cart)];
    if (wanted.length > MOST_PLACES && !owner.breaks('has no limit a buyer')) throw new FoyerError('too_many_places');
    return wanted;
  });
}

function seatOf(
  owner: Owner,
  { performance }: ReservationItem,
  { seat, priceType }: { seat: string; priceType?: string | undefined },
): Wanted {
  const place = placeName(plan, seat);
  if (!place || place.kind === 'area') throw new FoyerError('seat_unknown', { seats: [seat] });
  if (place.kind === 'house') throw new FoyerError('seats_taken', { seats: [seat] });
  return wantedAt(owner, performance, place, seat, priceType);
}

function areasOf(owner: Owner, { performance, areas = [] }: ReservationItem, cart: Cart): Wanted[] {
  return areas.flatMap(({ area, quantity, priceType }) => {
    const place = placeName(plan, area);
    if (place?.kind !== 'area') throw new FoyerError('area_unknown');
    const own = Array.from({ length: capacityOf(plan) }, (_, index) => `${area}#${index + 1}`)
      .slice(0, plan.areas.find(({ id }) => id === area)?.capacity)
      .filter((one) => (claimOn(owner, `${performance}/${one}`)?.cart ?? cart) === cart);
    if (own.length < quantity) throw new FoyerError('area_full', { seats: [area] });
    return own.slice(0, quantity).map((one) => wantedAt(owner, performance, place, one, priceType));
  });
}

function wantedAt(owner: Owner, performance: string, place: Line['place'], name: string, priceType = 'adult'): Wanted {
  const price = PRICES[priceType as keyof typeof PRICES]?.[place.zone as 'rang-1'];
  if (price === undefined) throw new FoyerError('price_type_unknown');
  return {
    place: `${performance}/${name}`,
    performance,
    line: {
      performance: { id: performance, title: titleOf(performance), startsAt: startOf(owner), hall },
      ...{ place, priceType },
      price: euros(price),
      fee: euros(100),
    },
  };
}

const counted = (owner: Owner, performance: string) =>
  [...owner.places.keys()].filter((place) => place.startsWith(`${performance}/`) && claimOn(owner, place));

export function summaries(owner: Owner): PerformanceSummary[] {
  return PERFORMANCES.map((id) => {
    const capacity = capacityOf(plan);
    const free = capacity - counted(owner, id).length;
    return {
      ...{ id, hall, title: titleOf(id), startsAt: startOf(owner) },
      genre: 'theater',
      state: 'on-sale',
      priceFrom: euros(800),
      availability: { level: free === 0 ? 'sold-out' : free * 10 < capacity ? 'few' : 'available', free, capacity },
    };
  });
}

/** @throws FoyerError `not_found`. */
export function performanceOf(owner: Owner, id: string, allowed: readonly string[] | undefined): Performance {
  const summary = summaries(owner).find((one) => one.id === id);
  if (!summary) throw new FoyerError('not_found');
  const types = Object.keys(PRICES).filter(
    (type) => owner.breaks('offers every price type') || allowed?.includes(type) !== false,
  );
  return {
    ...summary,
    plan: { id: SMALL_HALL.id, version: 1, href: `/network/v1/plans/${SMALL_HALL.id}/1` },
    prices: types.flatMap((priceType) =>
      Object.entries(PRICES[priceType as keyof typeof PRICES]).map(([zone, cents]) => ({
        ...{ zone, priceType },
        price: euros(cents),
        fee: euros(100),
      })),
    ),
    priceTypes: types.map((id) => ({ id, name: { nl: id } })),
    maxPlacesPerCart: MOST_PLACES,
    seatRules: { singleSeat: 'lenient', wheelchair: 'protected' },
  };
}

export function statusOf(owner: Owner, performance: string): SeatStatus {
  const taken = plan.seats.flatMap(({ id, kind }, index): [number, 'held' | 'sold' | 'blocked'][] => {
    const claim = claimOn(owner, `${performance}/${id}`);
    if (kind === 'house') return [[index, 'blocked']];
    if (!claim || owner.breaks(claim.isSold ? 'shows the sold as free' : 'shows nothing as held')) return [];
    return [[index, claim.isSold ? 'sold' : 'held']];
  });
  const inAreas = counted(owner, performance).map((place) => place.slice(performance.length + 1).split('#', 1)[0]);
  return {
    cursor: String(owner.feed.length),
    ...(owner.breaks('adds to the status') && { buyers: [] }),
    plan: { id: SMALL_HALL.id, version: 1 },
    seats: writeSeats(taken),
    areas: Object.fromEntries(
      plan.areas.map(({ id, capacity }) => [id, { free: capacity - inAreas.filter((area) => area === id).length }]),
    ),
  };
}
