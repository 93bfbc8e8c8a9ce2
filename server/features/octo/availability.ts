import type { AgreementTerms } from '../../../sdk/contract/index.ts';
import type { CentreRuntime } from '../../runtime.ts';
import type { Wanted } from './capabilities.ts';
import { OctoError } from './errors.ts';
import { type LocalTime, localTime, utcSeconds } from './local-time.ts';
import { pricingOf } from './pricing.ts';
import { type Dated, pricesOf } from './programme.ts';
import type { Vacancies, VacancyReader } from './vacancies.ts';

/** How many tickets of each kind are asked for. */
export type Units = readonly { readonly id: string; readonly quantity: number }[];

export interface AvailabilityContext {
  readonly config: CentreRuntime['config'];
  readonly terms: AgreementTerms;
  readonly wanted: Wanted;
  readonly vacancies: VacancyReader;
}

/** Whether a zone of a performance can be had now. LIMITED: less than half of it is left. */
export function statusOf({ sale }: Pick<Dated, 'sale'>, { free, capacity }: Vacancies) {
  if (sale.state !== 'on-sale') return 'CLOSED';
  if (free === 0) return 'SOLD_OUT';
  return free * 2 < capacity ? 'LIMITED' : 'AVAILABLE';
}

/** A performance in OCTO's words, as far as one zone of it goes. */
export function describeAvailability(date: Dated, zone: string, context: AvailabilityContext, units: Units = []) {
  const { performance, plan } = date.offer;
  const { config, terms, wanted } = context;
  const { dateTime } = localTime(config.timeZone);
  const vacancies = context.vacancies(date.offer, zone);
  const status = statusOf(date, vacancies);
  const places = units.reduce((sum, { quantity }) => sum + quantity, 0);
  const fits = places <= Math.min(vacancies.free, performance.max_places_per_cart);
  const prices = pricesOf(date).filter((price) => price.zone === zone);
  return {
    id: performance.id,
    localDateTimeStart: dateTime(performance.starts_at),
    localDateTimeEnd: dateTime(performance.ends_at ?? performance.starts_at),
    utcCutoffAt: utcSeconds(date.sale.until),
    allDay: false,
    available: (status === 'AVAILABLE' || status === 'LIMITED') && fits,
    status,
    vacancies: vacancies.free,
    capacity: vacancies.capacity,
    maxUnits: performance.max_places_per_cart,
    openingHours: [],
    ...(wanted.pricing && {
      unitPricing: prices.map((price) => ({
        unitId: price.priceType,
        ...pricingOf(price, terms, performance.vat),
      })),
    }),
    ...(wanted.seats && {
      planUrl: `${config.apiUrl}/plans/${plan.source.id}/${plan.source.version}`,
      seatStatusUrl: `${config.apiUrl}/performances/${performance.id}/status`,
    }),
  };
}

/** A day on which something is played, in OCTO's words: the best there is on it. */
export function describeDay(localDate: string, dates: readonly Dated[], zone: string, context: AvailabilityContext) {
  const all = dates.map((date) => describeAvailability(date, zone, context));
  const rank = ['AVAILABLE', 'LIMITED', 'SOLD_OUT', 'CLOSED'];
  const [best] = [...all].sort((a, b) => rank.indexOf(a.status) - rank.indexOf(b.status));
  const prices = Map.groupBy(
    all.flatMap(({ unitPricing = [] }) => unitPricing),
    ({ unitId }) => unitId,
  );
  const cheapest = [...prices.values()].flatMap(([first, ...rest]) =>
    first ? [rest.reduce((least, price) => (price.retail < least.retail ? price : least), first)] : [],
  );
  const sum = (key: 'vacancies' | 'capacity') => all.reduce((total, one) => total + one[key], 0);
  return {
    localDate,
    available: all.some(({ available }) => available),
    status: best?.status ?? 'CLOSED',
    ...{ vacancies: sum('vacancies'), capacity: sum('capacity'), openingHours: [] },
    ...(context.wanted.pricing && { unitPricingFrom: cheapest }),
  };
}

const YEAR = 366 * 24 * 3_600_000;

/** The dates of a product between two days, both included. @throws OctoError `BAD_REQUEST` when it is over a year. */
export function between(
  dates: readonly Dated[],
  { from, to, local }: { readonly from: string; readonly to: string; readonly local: LocalTime },
): readonly Dated[] {
  const length = Date.parse(to) - Date.parse(from);
  if (Number.isNaN(length) || length < 0) throw new OctoError('BAD_REQUEST', 'localDateEnd is before localDateStart.');
  if (length > YEAR) throw new OctoError('BAD_REQUEST', 'Ask for a year of availability at most.');
  return dates.filter(({ offer }) => {
    const date = local.date(offer.performance.starts_at);
    return date >= from && date <= to;
  });
}
