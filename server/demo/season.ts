import { readFileSync } from 'node:fs';
import type { SeatRules } from '../../sdk/contract/performance.ts';
import type { Text } from '../../sdk/contract/text.ts';
import { capacityOf, type PlanSource, type SeatingPlan } from '../../sdk/model/seating-plan/index.ts';
import { readPlan } from '../../sdk/model/seating-plan/read-plan.ts';
import { fillHouse, type Taken } from './season-houses.ts';
import { type Day, type HallId, type Production, productions, type SeasonDate } from './season-productions.ts';

/** A season that a demo centre can put in its tables as it is: columns have the tables' names. */
export interface Season {
  readonly centre: typeof CENTRE;
  readonly priceTypes: typeof PRICE_TYPES;
  readonly plans: readonly { readonly id: string; readonly version: number; readonly source: PlanSource }[];
  readonly performances: readonly SeasonPerformance[];
}

export interface SeasonPerformance {
  readonly row: {
    readonly id: string;
    readonly title: Text;
    readonly subtitle: Text;
    readonly description: Text;
    readonly genre: string;
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

/** The fictional centre. What depends on where the demo runs (website, addresses, keys) is not here. */
export const CENTRE = {
  id: 'de-lantaarn',
  name: 'Cultuurcentrum De Lantaarn',
  email: 'tickets@delantaarn.example',
  address: 'Lantaarnplein 1, 9999 Wolvegem',
  language: 'nl',
  currency: 'EUR',
  timeZone: 'Europe/Brussels',
} as const;

const PRICE_TYPES = [
  {
    id: 'adult',
    position: 1,
    name: { nl: 'Volwassene', fr: 'Adulte', en: 'Adult', de: 'Erwachsene' },
    explanation: null,
  },
  {
    id: 'under-26',
    position: 2,
    name: { nl: '-26 jaar', fr: '-26 ans', en: 'Under 26', de: 'Unter 26' },
    explanation: {
      nl: 'Voor wie op de dag van de voorstelling nog geen 26 is. Breng uw identiteitskaart mee.',
      en: 'For those who are not yet 26 on the day of the performance. Please bring your identity card.',
    },
  },
  {
    id: '65-plus',
    position: 3,
    name: { nl: '65+', fr: '65+', en: '65+', de: '65+' },
    explanation: {
      nl: 'Voor wie op de dag van de voorstelling 65 of ouder is.',
      en: 'For those who are 65 or older on the day of the performance.',
    },
  },
] as const;

/** Service cost, part of every price that is not free. */
const FEE_CENTS = 100;
/** A reduced price never falls below this, in euros. */
const LOWEST_EUROS = 6;
const MAX_PLACES_PER_CART = 12;
const DAY = 86_400_000;
const DAYS: readonly Day[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const HALLS: readonly HallId[] = ['schouwburg', 'concertzaal', 'vlakke-zaal'];

/** The demo's season, dated from `now` on. Pure but for reading the halls' plans: the same `now` gives the same season. */
export function createSeason({ now }: { readonly now: Date }): Season {
  const halls = new Map(HALLS.map((id) => [id, readHall(id)]));
  const performances = productions.flatMap((production) => {
    const hall = halls.get(production.hall);
    return hall ? production.dates.map((date, index) => performanceOf(production, date, index, hall.plan, now)) : [];
  });
  return {
    centre: CENTRE,
    priceTypes: PRICE_TYPES,
    plans: [...halls.values()].map(({ plan: { id, version }, source }) => ({ id, version, source })),
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

function performanceOf(
  production: Production,
  date: SeasonDate,
  index: number,
  plan: SeatingPlan,
  now: Date,
): SeasonPerformance {
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
      image: null,
      hall_id: production.hall,
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
    prices: pricesOf(production, plan).map((price) => ({ performance_id: id, ...price })),
    taken: fillHouse(plan, { key: id, sold: date.sold, desk: production.desk ?? false }),
  };
}

function pricesOf({ euros }: Production, plan: SeatingPlan) {
  return plan.zones.flatMap((zone, index) => {
    const adult = euros[index] ?? 0;
    const reduced = (price: number) => Math.min(adult, Math.max(LOWEST_EUROS, price));
    const fee_cents = adult === 0 ? 0 : FEE_CENTS;
    return [
      { zone: zone.id, price_type: 'adult', cents: adult * 100, fee_cents },
      { zone: zone.id, price_type: 'under-26', cents: reduced(Math.round(adult * 0.6)) * 100, fee_cents },
      { zone: zone.id, price_type: '65-plus', cents: reduced(adult - 2) * 100, fee_cents },
    ];
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
    timeZone: CENTRE.timeZone,
    dateStyle: 'short',
    timeStyle: 'medium',
  });
  return Date.parse(`${shown.format(instant).replace(' ', 'T')}Z`);
}
