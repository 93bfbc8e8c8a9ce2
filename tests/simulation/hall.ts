import { type PriceList, priceListSchema } from '../../sdk/contract/prices/index.ts';
import { priceTable } from '../../sdk/model/pricing/index.ts';
import type { PlanSource } from '../../sdk/model/seating-plan/index.ts';
import type { Offer } from '../../server/features/catalogue/index.ts';
import { indexPlan } from '../../server/features/catalogue/places.ts';

/** Two rows of five seats, so that many want the same. */
const HALL: PlanSource = {
  format: 'foyer-plan/1',
  id: 'kamer',
  version: 1,
  name: { nl: 'Kamer' },
  zones: [{ id: 'een', name: { nl: 'Een' } }],
  floors: [{ id: 'zaal', name: { nl: 'Zaal' } }],
  sections: [{ id: 'Z', name: { nl: 'Zaal' }, zone: 'een', blocks: [{ rows: 'A..B', seats: 5 }] }],
};
const PLAN = indexPlan(HALL);

/** Ids of its seats. */
export const SEATS: readonly string[] = ['A', 'B'].flatMap((row) =>
  [1, 2, 3, 4, 5].map((number) => `Z-${row}-${number}`),
);

/** The seats that everybody wants. */
export const WANTED = SEATS.slice(0, 6);

/** What a centre asks for parts of a subscription of two or more, and for visits on a pass. */
export const priceListOf = (basisPoints: number): PriceList =>
  priceListSchema.parse({
    version: 1,
    subscriptions: [
      {
        ...{ id: 'regio', name: { nl: 'Regio' }, among: {} },
        tiers: [{ from: 2, price: { kind: 'percentage', basisPoints } }],
      },
    ],
    passes: [
      {
        ...{ id: 'pas', name: { nl: 'Pas' }, price: 2500, vat: 'BE-6', period: { months: 1 } },
        visits: { among: {}, price: 100, settlement: 700 },
      },
    ],
  });

/** A performance in it. */
export function offerOf(id: string, startsAt: Date, cents: number): Offer {
  const name = { nl: id };
  return {
    performance: {
      ...{ id, title: name, subtitle: null, description: null, genre: 'theater', image: null },
      ...{ hall_id: 'kamer', hall_name: { nl: 'Kamer' }, plan_id: HALL.id, plan_version: 1 },
      ...{ starts_at: startsAt, ends_at: null, on_sale_at: new Date(0), sale_ends_at: null, cancelled: false },
      ...{
        capacity: SEATS.length,
        max_places_per_cart: 8,
        tags: [],
        accessibility: [],
        languages: [],
        vat: 'BE-6',
        moved_at: null,
        first_starts_at: null,
      },
      ...{ single_seat_rule: 'off', wheelchair_rule: 'released', uitpas_event: null },
    },
    plan: PLAN,
    priceList: null,
    priceTypeNames: new Map([['adult', { nl: 'Volwassene' }]]),
    prices: priceTable([
      { zone: 'een', priceType: 'adult', price: { cents, currency: 'EUR' }, fee: { cents: 0, currency: 'EUR' } },
    ]),
  };
}
