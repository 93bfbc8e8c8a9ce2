import type { Performance, Price, SeatRules, SeatStatus, Taken } from '../contract/index.ts';
import { type HallStatus, PublicSeatState } from '../model/seat-status/hall-status.ts';
import { layOutPlan } from '../model/seating-plan/lay-out.ts';
import { capacityOf } from '../model/seating-plan/places.ts';
import type { PlanSource } from '../model/seating-plan/source.ts';
import type { SeatingPlan, SeatKind } from '../model/seating-plan/types.ts';

/** A hall and who sits in it, as a page knows them without a server. */
export interface GivenHall {
  /** A plan as it is written (`foyer-plan/1`), or laid out already. */
  readonly plan: PlanSource | SeatingPlan;
  /** What is taken: a seat that is not named is free, so is an area. Ids that the plan does not know are passed over. */
  readonly status?:
    | { readonly seats?: Readonly<Record<string, Taken>>; readonly areas?: SeatStatus['areas'] }
    | undefined;
  /** What a place of each zone costs; without them nothing is said about money. */
  readonly prices?: readonly Price[] | undefined;
  /** Who may sit where; without them anybody, anywhere. */
  readonly rules?: SeatRules | undefined;
  /** Ids of the seats that are the visitor's. */
  readonly selected?: readonly string[] | undefined;
  /** What else is known of the performance: `id`, `state`, `maxPlacesPerCart` … */
  readonly performance?: Partial<Performance> | undefined;
}

const FREE_FOR_ALL: SeatRules = { singleSeat: 'off', wheelchair: 'released' };
const RULES = { singleSeat: ['strict', 'lenient', 'off'], wheelchair: ['protected', 'released'] } as const;
const KINDS: Readonly<Record<SeatKind, true>> = {
  standard: true,
  wheelchair: true,
  companion: true,
  'restricted-view': true,
  house: true,
};

/** The plan, laid out. @throws TypeError with what is wrong when it is none, or names what it does not have. */
export function planOf(given: PlanSource | SeatingPlan): SeatingPlan {
  const plan = 'format' in expectObject('plan', given) ? laidOut(given as PlanSource) : (given as SeatingPlan);
  if (![plan.seats, plan.rows, plan.sections, plan.floors, plan.zones, plan.areas, plan.decor].every(Array.isArray)) {
    throw new TypeError('expected `plan` to be a seating plan, written (format "foyer-plan/1") or laid out');
  }
  const zones = new Set(plan.zones.map(({ id }) => id));
  for (const { id, zone } of [...plan.seats, ...plan.areas]) expectKnown(zones.has(zone), 'zone', zone, id);
  for (const { id, kind } of plan.seats) expectKnown(KINDS[kind], 'kind of seat', kind, id);
  for (const { id, floor } of [...plan.sections, ...plan.areas]) {
    if (!plan.floors[floor]) throw new TypeError(`expected \`plan\` to have the floor that ${id} is on`);
  }
  return plan;
}

/** What is known of the performance, and neutral values for what is not. @throws TypeError with what is wrong. */
export function performanceOf(plan: SeatingPlan, given: GivenHall): Performance {
  const { prices = [], rules = FREE_FOR_ALL, performance } = given;
  expectPrices(prices);
  expectRules(rules);
  const capacity = capacityOf(plan);
  return {
    id: plan.id,
    title: plan.name,
    genre: '',
    startsAt: '',
    hall: { id: plan.id, name: plan.name },
    state: 'on-sale',
    priceFrom: { cents: Math.min(...prices.map(({ price }) => price.cents), Number.MAX_SAFE_INTEGER), currency: 'EUR' },
    availability: { level: 'available', free: capacity, capacity },
    plan: { id: plan.id, version: plan.version, href: '' },
    prices,
    maxPlacesPerCart: Number.MAX_SAFE_INTEGER,
    seatRules: rules,
    ...performance,
  };
}

/** What is taken, by area only those that are named. @throws TypeError when a seat is said to be what no seat can be. */
export function statusOf({ seats: all }: SeatingPlan, given: GivenHall['status'] = {}): Omit<HallStatus, 'cursor'> {
  const { seats = {}, areas = {} } = expectObject('status', given);
  for (const id in seats) {
    if (!Object.hasOwn(PublicSeatState, seats[id] ?? '')) {
      throw new TypeError(`expected \`status\` of seat ${id} to be held, sold or blocked, got ${String(seats[id])}`);
    }
  }
  const states = Uint8Array.from(all, ({ id, kind }) =>
    kind === 'house' ? PublicSeatState.blocked : PublicSeatState[seats[id] ?? 'free'],
  );
  return { seats, areas, states };
}

function laidOut(source: PlanSource): SeatingPlan {
  try {
    return layOutPlan(source);
  } catch (cause) {
    throw new TypeError('expected `plan` to be a plan in the format "foyer-plan/1", see `foyer plan check`', { cause });
  }
}

function expectObject<T extends object>(name: string, value: T): T {
  if (typeof value === 'object' && value !== null) return value;
  throw new TypeError(`expected \`${name}\` to be an object, got ${value === null ? 'null' : typeof value}`);
}

function expectPrices(prices: readonly Price[]): asserts prices is Price[] {
  if (!Array.isArray(prices)) throw new TypeError(`expected \`prices\` to be a list, got ${typeof prices}`);
  for (const each of prices) {
    if (Number.isSafeInteger(each?.price?.cents)) continue;
    throw new TypeError(`expected \`prices\` of zone ${each?.zone} to have a price in whole cents`);
  }
}

/** Rules that are none would go wrong only later, at the first seat somebody chooses. */
function expectRules(rules: SeatRules): void {
  for (const name of ['singleSeat', 'wheelchair'] as const) {
    const known: readonly string[] = RULES[name];
    if (!known.includes(expectObject('rules', rules)[name])) {
      throw new TypeError(`expected \`rules\` to have ${name} ${known.join(' or ')}, got ${rules[name]}`);
    }
  }
}

function expectKnown(isKnown: boolean | undefined, what: string, name: string, place: string): void {
  if (!isKnown) throw new TypeError(`expected \`plan\` to have the ${what} "${name}" of ${place}`);
}
