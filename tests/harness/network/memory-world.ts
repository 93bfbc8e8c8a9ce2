import { randomUUID } from 'node:crypto';
import { priceListSchema } from '../../../sdk/contract/prices/index.ts';
import { priceTable } from '../../../sdk/model/pricing/index.ts';
import { capacityOf, layOutPlan, type PlanSource } from '../../../sdk/model/seating-plan/index.ts';
import { createTicketSigner } from '../../../server/adapters/tickets/index.ts';
import type { Offer } from '../../../server/features/catalogue/index.ts';
import { indexPlan } from '../../../server/features/catalogue/places.ts';
import { SMALL_HALL } from '../small-hall.ts';
import { createMemoryOwner } from './memory-owner.ts';
import { asPlanned, type OwnerWorld, type OwnerWorldOptions, ownerAgreement, PERFORMANCES } from './owner-world.ts';

const WEEK = 7 * 24 * 3_600_000;
const START = Date.parse('2026-12-01T18:00:00Z');

/** A performance in a small hall a week after `now`, with the prices that `seedSmallHall` writes. */
export function memoryOffer(id: string, now: Date, hall: PlanSource = SMALL_HALL): Offer {
  const price = (zone: string, priceType: string, cents: number) => ({
    ...{ zone, priceType },
    price: { cents, currency: 'EUR' as const },
    fee: { cents: 100, currency: 'EUR' as const },
  });
  return {
    plan: indexPlan(hall),
    prices: priceTable([
      price('rang-1', 'adult', 2400),
      price('rang-1', 'under-26', 1200),
      price('rang-2', 'adult', 1500),
      price('rang-2', 'under-26', 800),
    ]),
    priceList: null,
    priceTypeNames: new Map([
      ['adult', { nl: 'Volwassene', en: 'Adult' }],
      ['under-26', { nl: '-26 jaar', en: 'Under 26' }],
    ]),
    performance: {
      ...{ id, title: { nl: id, en: id }, subtitle: null, description: null, genre: 'theater', image: null },
      ...{ hall_id: hall.id, hall_name: hall.name, plan_id: hall.id, plan_version: hall.version },
      ...{ starts_at: new Date(now.getTime() + WEEK), ends_at: null, on_sale_at: now, sale_ends_at: null },
      ...{ cancelled: false, capacity: capacityOf(layOutPlan(hall)), max_places_per_cart: 12 },
      ...{ tags: [], accessibility: [], languages: [], vat: 'BE-6', moved_at: null, first_starts_at: null },
      ...{ single_seat_rule: 'strict', wheelchair_rule: 'protected', uitpas_event: null },
    },
  };
}

/** An owning centre in memory, whose time passes when a test says so. */
export async function createMemoryWorld({ hall }: OwnerWorldOptions = {}): Promise<OwnerWorld> {
  let list = priceListSchema.parse({ version: 1 });
  let now = START;
  const clock = () => new Date(now);
  const owner = createMemoryOwner({
    now: clock,
    offers: PERFORMANCES.map((id) => memoryOffer(id, clock(), hall)),
    priceList: () => list,
  });
  const { store } = owner;
  return {
    parts: {
      ...{ store, random: { uuid: randomUUID }, signer: createTicketSigner(new Uint8Array(32).fill(7)) },
      config: { id: 'de-proef', timeZone: 'Europe/Brussels' },
    },
    agree: async (terms) => ownerAgreement(randomUUID(), terms),
    async pass(minutes) {
      now += minutes * 60_000;
    },
    async change(performance, values) {
      owner.change(performance, values);
    },
    async price(written) {
      list = priceListSchema.parse({ version: 1, ...written });
    },
    visitor: (seats, areas = []) =>
      store.transact(async (trx) => {
        const cart = randomUUID();
        await trx.addCart({ id: cart, address: 'a network' });
        const refusal = await trx.hold({
          ...{ cart, performance: 'het-gedacht', key: null, hash: '', maxHeld: 1000 },
          seats: seats.map((place) => ({ place, priceType: 'adult', id: randomUUID() })),
          areas: areas.map(({ area, quantity }) => ({
            ...{ area, capacity: 20, priceType: 'adult' },
            ids: Array.from({ length: quantity }, () => randomUUID()),
          })),
        });
        return refusal === undefined;
      }),
    async taken(performance = 'het-gedacht') {
      const own = owner.claims().filter((claim) => claim.performance === performance);
      return own.map(({ place, state }) => `${place} ${state}`).sort();
    },
    reservation: async (agreement, id) =>
      owner.reservations().find((record) => record.agreement === agreement.id && record.id === id),
    async sales({ id }) {
      const own = owner.sales().filter((sale) => sale.agreement === id);
      const tickets = own.flatMap((sale) => sale.tickets);
      return { orders: own.length, valid: tickets.filter(({ state }) => state === 'valid').length };
    },
    async told(agreement) {
      const own = owner.changes().filter((change) => change.agreement === agreement.id);
      return own.map(({ agreement, ...change }) => change);
    },
    async clear() {
      owner.clear();
      list = priceListSchema.parse({ version: 1 });
      for (const id of PERFORMANCES) owner.change(id, asPlanned(new Date(now + WEEK)));
    },
    async stop() {},
  };
}
