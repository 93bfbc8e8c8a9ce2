import type { Line } from '../../sdk/contract/cart.ts';
import type { Centre } from '../../sdk/contract/centre.ts';
import { createTicketSigner } from '../../server/adapters/tickets/index.ts';
import type { PrintableOrder, PrintableTicket } from '../../server/features/tickets/ports.ts';

/** The key with which the tickets of {@link printableTicket} are signed. */
export const signer = createTicketSigner(new Uint8Array(32).fill(7));

/** A centre as the API tells it. */
export const centre: Centre = {
  id: 'de-lantaarn',
  name: 'Cultuurcentrum De Lantaarn',
  website: 'https://www.delantaarn.example/',
  email: 'tickets@delantaarn.example',
  address: 'Lantaarnplein 1, 9999 Wolvegem',
  language: 'nl',
  currency: 'EUR',
  timeZone: 'Europe/Brussels',
  priceTypes: [{ id: 'adult', name: { nl: 'Volwassene', en: 'Adult' } }],
  ticketKeys: [{ id: signer.keyId, publicKey: signer.publicKey }],
};

/** A ticket for a seat on 4 December 2026 at 20:00 in Brussels; `change` makes it another. */
export function printableTicket(
  number: number,
  change: { title?: string; place?: Partial<Line['place']> } = {},
): PrintableTicket {
  const place: Line['place'] = {
    id: `P-F-${number}`,
    kind: 'standard',
    section: { nl: 'Parterre', en: 'Stalls' },
    row: 'F',
    seat: String(number),
    zone: 'a',
    ...change.place,
  };
  const startsAt = '2026-12-04T20:00:00+01:00';
  const performance = {
    id: 'de-lantaarnopsteker-2026-12-04',
    title: { nl: change.title ?? 'De laatste lantaarnopsteker' },
    startsAt,
    hall: { id: 'schouwburg', name: { nl: 'Schouwburg' } },
  };
  const id = `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
  return {
    code: signer.sign({ ticket: id, performance: performance.id, place: place.id, startsAt: new Date(startsAt) }),
    line: {
      id,
      performance,
      place,
      priceType: 'adult',
      price: { cents: 2200, currency: 'EUR' },
      fee: { cents: 100, currency: 'EUR' },
    },
  };
}

/** A paid order as printers and mails get it. */
export const printableOrder = (change: Partial<PrintableOrder> = {}): PrintableOrder => ({
  centre,
  number: '2026-7KQ4X2',
  language: 'nl',
  tickets: [printableTicket(12), printableTicket(13)],
  ...change,
});
