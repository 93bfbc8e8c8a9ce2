import type { Clock } from '../../ports.ts';
import { type StandInCard, type StandInEvent, TEST_CARDS, TEST_EVENTS } from './dataset.ts';
import { MESSAGES, PROBLEMS } from './problem.ts';

export interface Tariff {
  readonly id: string;
  readonly name: string;
  readonly price: number;
  readonly type: 'SOCIALTARIFF' | 'COUPON';
}

/** A registered ticket sale. */
export interface StandInSale {
  readonly id: string;
  readonly eventId: string;
  readonly uitpasNumber: string;
  readonly regularPrice: number;
  readonly regularPriceLabel?: string | undefined;
  readonly tariff: Tariff;
  /** Milliseconds since 1970. */
  readonly at: number;
}

export interface SaleRequest {
  readonly eventId: string;
  readonly uitpasNumber: string;
  readonly regularPrice: number;
  readonly regularPriceLabel?: string | undefined;
  readonly tariff: { readonly id: string };
}

const WEEK = 7 * 86_400_000;

/** The tariffs of cards, and the sales that were registered. The price it asks is its own affair: nobody computes it after. */
export interface World {
  tariffs(
    event: string,
    number: string,
    regularPrice: number,
  ): { readonly available: unknown[]; readonly message?: string };
  staticTariff(event: string, regularPrice: number): Tariff;
  /** All or none. */
  register(requests: readonly SaleRequest[]): readonly StandInSale[];
  cancel(id: string): void;
  sales(): readonly StandInSale[];
}

export interface WorldOptions {
  readonly clock: Clock;
  /** Beside publiq's own. */
  readonly events?: readonly StandInEvent[];
}

export function createWorld({ clock, events = [] }: WorldOptions): World {
  const known = new Map([...Object.values(TEST_EVENTS), ...events].map((event) => [event.id, event]));
  const cards = new Map<string, StandInCard>(Object.values(TEST_CARDS).map((card) => [card.number, card]));
  const sales = new Map<string, StandInSale>();
  let lastId = 499_852;

  const eventOf = (id: string): StandInEvent => {
    const found = known.get(id);
    if (!found) throw PROBLEMS.event();
    if (!found.permitted) throw PROBLEMS.forbidden();
    return found;
  };
  const cardOf = (number: string): StandInCard => {
    if (!/^\d{13}$/.test(number)) throw PROBLEMS.number();
    const found = cards.get(number);
    if (!found) throw PROBLEMS.passholder();
    if (found.status === 'blocked') throw PROBLEMS.blocked();
    if (found.status === 'unregistered') throw PROBLEMS.status();
    if (found.social === 'expired') throw PROBLEMS.expired();
    if (found.social === 'suspended') throw PROBLEMS.suspended();
    return found;
  };
  const soldTo = (event: string, { number }: StandInCard, among: Iterable<StandInSale>) =>
    [...among].filter((sale) => sale.eventId === event && sale.uitpasNumber === number);

  function sellOne(request: SaleRequest, before: ReadonlyMap<string, StandInSale>): StandInSale {
    const event = eventOf(request.eventId);
    const card = cardOf(request.uitpasNumber);
    const sold = soldTo(event.id, card, before.values());
    const recent = sold.filter(({ at }) => at > clock.now().getTime() - WEEK).length;
    const tariff = tariffsOf(card, request.regularPrice).find(({ id }) => id === request.tariff.id);
    if (!tariff) throw request.tariff.id.startsWith('COUPON') ? PROBLEMS.coupon() : PROBLEMS.maximum();
    if (tariff.type === 'COUPON' && sold.some((sale) => sale.tariff.id === tariff.id)) throw PROBLEMS.coupon();
    if (recent >= Math.min(event.perWeek, card.group ?? Number.POSITIVE_INFINITY)) throw PROBLEMS.maximum();
    lastId += 1;
    return { ...request, id: `${lastId}`, tariff, at: clock.now().getTime() };
  }

  return {
    tariffs(eventId, number, regularPrice) {
      const event = eventOf(eventId);
      const card = cardOf(number);
      const sold = soldTo(event.id, card, sales.values());
      const recent = sold.filter(({ at }) => at > clock.now().getTime() - WEEK).length;
      const left = Math.max(0, Math.min(event.perWeek, card.group ?? Number.POSITIVE_INFINITY) - recent);
      if (left === 0) return { available: [], message: MESSAGES.limit(event.perWeek) };
      const available = tariffsOf(card, regularPrice)
        .filter(({ id, type }) => type !== 'COUPON' || !sold.some((sale) => sale.tariff.id === id))
        .map((tariff) => ({ ...tariff, remaining: card.group === undefined ? 1 : left }));
      if (available.length > 0) return { available };
      return { available, message: card.social === 'elsewhere' ? MESSAGES.region : MESSAGES.noTariff };
    },
    staticTariff(eventId, regularPrice) {
      eventOf(eventId);
      return socialTariff(regularPrice);
    },
    register(requests) {
      const after = new Map(sales);
      const single = new Set<string>();
      const made = requests.map((request, index) => {
        try {
          const key = `${request.eventId} ${request.uitpasNumber} ${request.tariff.id}`;
          if (single.has(key) && cardOf(request.uitpasNumber).group === undefined) throw PROBLEMS.maximum();
          single.add(key);
          const sale = sellOne(request, after);
          after.set(sale.id, sale);
          return sale;
        } catch (error) {
          if (error instanceof Error && 'jsonPointer' in error) error.jsonPointer = `/${index}`;
          throw error;
        }
      });
      for (const sale of made) sales.set(sale.id, sale);
      return made;
    },
    cancel(id) {
      if (!sales.delete(id)) throw PROBLEMS.sale();
    },
    sales: () => [...sales.values()],
  };
}

const round = (euros: number) => Math.round(euros * 100) / 100;

/** A fifth, as in publiq's examples. */
const socialTariff = (regularPrice: number): Tariff => ({
  ...{ id: 'SOCIALTARIFF', name: 'Kansentarief', type: 'SOCIALTARIFF' },
  price: round(regularPrice / 5),
});

function tariffsOf({ social, coupons }: StandInCard, regularPrice: number): readonly Tariff[] {
  const bought = coupons.map(({ id, name, off }) => ({
    ...{ id, name, type: 'COUPON' as const },
    price: round(Math.max(0, regularPrice - off)),
  }));
  return social === 'active' ? [socialTariff(regularPrice), ...bought] : bought;
}
