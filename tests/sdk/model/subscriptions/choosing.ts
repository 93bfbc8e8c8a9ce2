import fc from 'fast-check';
import type { Line } from '../../../../sdk/contract/index.ts';
import type { Chosen, Holder, Offer } from '../../../../sdk/model/subscriptions/types.ts';

const START = Date.parse('2026-12-01T18:00:00Z');
const HOUR = 3_600_000;
const GENRES = ['theater', 'dans', 'jazz'];

/** An evening that can be chosen; `at` is the hour it starts. */
export function offerOf(id: string, at: number, more: Partial<Offer> & { readonly genre?: string } = {}): Offer {
  const { genre = 'theater', ...rest } = more;
  const startsAt = new Date(START + at * HOUR).toISOString();
  return {
    reference: id,
    owner: { id: 'de-lantaarn', name: 'De Lantaarn', website: 'https://delantaarn.example' },
    isOwn: true,
    day: startsAt.slice(0, 10),
    timeZone: 'Europe/Brussels',
    performance: {
      ...{ id, title: { nl: id }, genre, startsAt, hall: { id: 'zaal', name: { nl: 'Zaal' } }, state: 'on-sale' },
      priceFrom: { cents: 1000, currency: 'EUR' },
      availability: { level: 'available', free: 50, capacity: 100 },
    },
    isOpen: true,
    isEarly: false,
    within: null,
    ...rest,
  };
}

/** What a cart tells of a place at an evening. */
export function lineOf({ reference, performance: { title, startsAt, hall } }: Offer, seat = 'P-A-1'): Line {
  return {
    id: `line of ${reference} ${seat}`,
    performance: { id: reference, title, startsAt, hall },
    place: { id: seat, kind: 'standard', section: { nl: 'Parterre' }, zone: 'rang-1' },
    priceType: 'volwassene',
    price: { cents: 1000, currency: 'EUR' },
    fee: { cents: 0, currency: 'EUR' },
  };
}

export const chosenOf = (offer: Offer, seat?: string): Chosen => ({
  reference: offer.reference,
  line: lineOf(offer, seat),
});

/** Somebody who has chosen these. */
export function holderOf(offers: readonly Offer[], more: Partial<Holder> = {}): Holder {
  return {
    ...{ id: 'an', name: 'An', chosen: offers.map((offer) => chosenOf(offer)), clashes: [] },
    progress: { complete: false, missing: 1, missingParts: [], next: null },
    saved: { cents: 0, currency: 'EUR' },
    ...more,
  };
}

/** Seasons of evenings, some full, some at once, and which of them somebody has chosen. */
export const seasons = fc
  .array(
    fc.record({
      at: fc.integer({ min: 0, max: 40 }),
      genre: fc.constantFrom(...GENRES),
      isOpen: fc.boolean(),
      taken: fc.boolean(),
    }),
    { maxLength: 20 },
  )
  .map((evenings) => {
    const offers = evenings
      .map(({ at, genre, isOpen }, index) => offerOf(`avond-${index}`, at, { genre, isOpen }))
      .sort((a, b) => Date.parse(a.performance.startsAt) - Date.parse(b.performance.startsAt));
    const taken = offers.filter(({ reference }) => evenings[Number(reference.split('-')[1])]?.taken);
    return { offers, holder: holderOf(taken) };
  });
