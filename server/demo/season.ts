import { readFileSync } from 'node:fs';
import type { Accessibility, SeatRules } from '../../sdk/contract/performance.ts';
import type { Text } from '../../sdk/contract/text.ts';
import { capacityOf, type PlanSource, type SeatingPlan } from '../../sdk/model/seating-plan/index.ts';
import { readPlan } from '../../sdk/model/seating-plan/read-plan.ts';
import { type DemoCentre, TIME_ZONE } from './demo-centre.ts';
import { fillHouse, type Taken } from './season-houses.ts';
import type { Day, HallId, Production, SeasonDate } from './season-productions.ts';

/** A season that a demo centre can put in its tables as it is: columns have the tables' names. */
export interface Season {
  readonly priceTypes: readonly {
    readonly id: string;
    readonly position: number;
    readonly name: Text;
    readonly explanation: Text | null;
  }[];
  readonly plan: { readonly id: string; readonly version: number; readonly source: PlanSource };
  readonly performances: readonly SeasonPerformance[];
}

export interface SeasonPerformance {
  readonly row: {
    readonly id: string;
    readonly title: Text;
    readonly subtitle: Text;
    readonly description: Text;
    readonly genre: string;
    readonly accessibility: Accessibility[];
    readonly languages: string[];
    readonly tags: readonly string[];
    readonly image: null;
    readonly hall_id: HallId;
    readonly hall_name: Text;
    readonly plan_id: string;
    readonly plan_version: number;
    readonly starts_at: Date;
    readonly ends_at: Date;
    readonly on_sale_at: Date;
    readonly sale_ends_at: Date;
    readonly cancelled: boolean;
    readonly capacity: number;
    readonly max_places_per_cart: number;
    readonly single_seat_rule: SeatRules['singleSeat'];
    readonly wheelchair_rule: SeatRules['wheelchair'];
  };
  readonly prices: readonly {
    readonly performance_id: string;
    readonly zone: string;
    readonly price_type: string;
    readonly cents: number;
    readonly fee_cents: number;
  }[];
  /** Places that are not free when the demo starts; those of areas as `VLOER#1`. */
  readonly taken: Taken;
}

const MAX_PLACES_PER_CART = 12;
const DAY = 86_400_000;
const DAYS: readonly Day[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** A centre's season, dated from `now` on. Pure but for reading the hall's plan: the same `now` gives the same season. */
export function createSeason({ centre, now }: { readonly centre: DemoCentre; readonly now: Date }): Season {
  const { plan, source } = readHall(centre.hall);
  const performances = centre.productions.flatMap((production) =>
    production.dates.map((date, index) => performanceOf({ centre, production, plan }, date, index, now)),
  );
  return {
    priceTypes: centre.priceTypes.map(({ id, name, explanation }, index) => ({
      ...{ id, name, explanation },
      position: index + 1,
    })),
    plan: { id: plan.id, version: plan.version, source },
    performances: performances.sort((a, b) => a.row.starts_at.getTime() - b.row.starts_at.getTime()),
  };
}

/** @throws Error with every problem when a hall's file is not a good plan. */
function readHall(id: HallId) {
  const result = readPlan(readFileSync(new URL(`./halls/${id}.json`, import.meta.url), 'utf8'));
  if ('problems' in result) {
    throw new Error(`${id}.json: ${result.problems.map(({ path, message }) => `${path} ${message}`).join('; ')}`);
  }
  return result;
}

interface Evening {
  readonly centre: DemoCentre;
  readonly production: Production;
  readonly plan: SeatingPlan;
}

function performanceOf(evening: Evening, date: SeasonDate, index: number, now: Date): SeasonPerformance {
  const { centre, production, plan } = evening;
  const id = `${production.id}-${index + 1}`;
  const startsAt = momentOf(date, now);
  const { title, subtitle, description, genre } = production;
  return {
    row: {
      id,
      title,
      subtitle,
      description,
      genre,
      accessibility: ['wheelchair', ...(production.accessibility ?? [])],
      languages: [...(production.languages ?? ['nl'])],
      tags: date.tags ?? [],
      image: null,
      hall_id: centre.hall,
      hall_name: plan.name,
      plan_id: plan.id,
      plan_version: plan.version,
      starts_at: startsAt,
      ends_at: new Date(startsAt.getTime() + production.minutes * 60_000),
      on_sale_at: new Date(now.getTime() + (date.state === 'not-yet-on-sale' ? 30 * DAY : -30 * DAY)),
      sale_ends_at: startsAt,
      cancelled: date.state === 'cancelled',
      capacity: capacityOf(plan),
      max_places_per_cart: MAX_PLACES_PER_CART,
      single_seat_rule: production.singleSeat ?? 'strict',
      wheelchair_rule: date.wheelchair ?? 'protected',
    },
    prices: pricesOf(evening).map((price) => ({ performance_id: id, ...price })),
    taken: fillHouse(plan, { key: id, sold: date.sold, desk: production.desk ?? false }),
  };
}

function pricesOf({ centre: { priceTypes, feeCents }, production: { euros }, plan }: Evening) {
  return plan.zones.flatMap((zone, index) => {
    const full = euros[index] ?? 0;
    const fee_cents = full === 0 ? 0 : feeCents;
    return priceTypes.map((type) => ({
      zone: zone.id,
      price_type: type.id,
      cents: type.euros(full) * 100,
      fee_cents,
    }));
  });
}

/** The instant at which the centre's clock shows `at` on that day, so many weeks after the present one. */
export function momentOf({ week, day, at }: Pick<SeasonDate, 'week' | 'day' | 'at'>, now: Date): Date {
  const today = new Date(wallClock(now));
  const monday = today.getTime() - ((today.getUTCDay() + 6) % 7) * DAY;
  const date = new Date(monday + (7 * week + DAYS.indexOf(day)) * DAY).toISOString().slice(0, 10);
  const wanted = Date.parse(`${date}T${at}:00Z`);
  // What the wall shows at the wanted time taken as UTC is ahead by the zone's offset. No change of clocks is that near.
  return new Date(wanted - (wallClock(new Date(wanted)) - wanted));
}

/** What a clock in the centre shows, as if it were UTC, in milliseconds. */
function wallClock(instant: Date): number {
  const shown = new Intl.DateTimeFormat('sv-SE', {
    timeZone: TIME_ZONE,
    dateStyle: 'short',
    timeStyle: 'medium',
  });
  return Date.parse(`${shown.format(instant).replace(' ', 'T')}Z`);
}
