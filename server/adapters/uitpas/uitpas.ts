import { type RegisteredSale, type Uitpas, UitpasError } from '../../features/uitpas/port.ts';
import { readPage, readPermissions, readSales, readTariffs, toEuros } from './answers.ts';
import { createCallUitpas, type UitpasClientOptions } from './client.ts';

/** A visitor waits for tariffs; a buyer waits for a registration, which is never tried twice by itself. */
const ASKING = { within: 4_000, tries: 2 } as const;
const REGISTERING = { within: 7_000, tries: 1 } as const;
const ENDING = { within: 8_000, tries: 2 } as const;
/** Sales of an event that are looked through for ours, the newest pages of it. */
const PAGE = 50;
const MOST_PAGES = 40;

const SALE_ID = /^[\w-]{1,64}$/;

/**
 * UiTPAS API 4.0 for one centre, under its own client credentials
 * (https://docs.publiq.be/docs/uitpas, reference of `/tariffs` and `/ticket-sales`).
 */
export function createUitpas(options: UitpasClientOptions): Uitpas {
  const call = createCallUitpas(options);
  const get = <T>(path: string, read: (body: unknown) => T) => call({ method: 'GET', path, ...ASKING, read });
  const page = (event: string, start: number) =>
    get(`/ticket-sales?${new URLSearchParams({ eventId: event, start: `${start}`, limit: `${PAGE}` })}`, readPage);

  return {
    tariffs: ({ event, number, regularCents }) =>
      get(`/tariffs?${search({ eventId: event, uitpasNumber: number, regularPrice: regularCents })}`, readTariffs),
    staticTariffs: ({ event, regularCents }) =>
      get(`/tariffs/static?${search({ eventId: event, regularPrice: regularCents })}`, readTariffs),
    register: (sales) =>
      call({
        ...{ method: 'POST', path: '/ticket-sales', ...REGISTERING },
        json: sales.map(({ event, number, regularCents, tariff, label }) => ({
          ...{ eventId: event, uitpasNumber: number, regularPrice: toEuros(regularCents), regularPriceLabel: label },
          tariff: { id: tariff },
        })),
        read: (body) => inOrder(readSales(body), sales),
      }),
    async find(event, labels) {
      const wanted = new Set(labels);
      const found: RegisteredSale[] = [];
      for (let start = 0; start < PAGE * MOST_PAGES; start += PAGE) {
        const { sales, total } = await page(event, start);
        found.push(...sales.filter(({ label }) => wanted.has(label)));
        if (sales.length === 0 || start + sales.length >= total) return found;
      }
      // Not seen is not the same as not there.
      throw new UitpasError('unknown', 'uitpas_unavailable', {
        message: `Too many sales of ${event} to look through.`,
      });
    },
    async cancel(id) {
      if (!SALE_ID.test(id)) throw new TypeError('No ticket sale of UiTPAS has such an id.');
      await call({ method: 'DELETE', path: `/ticket-sales/${id}`, ...ENDING, read: () => undefined }).catch(
        (error: unknown) => {
          if (!(error instanceof UitpasError) || error.type !== 'ticket-sale-not-found') throw error;
        },
      );
    },
    permissions: () => get('/permissions', readPermissions),
  };
}

const search = ({ regularPrice, ...texts }: { readonly regularPrice: number } & Record<string, string | number>) =>
  new URLSearchParams({ ...(texts as Record<string, string>), regularPrice: `${toEuros(regularPrice)}` });

/** Each of ours with the answer that carries its label, whatever order they come in. */
function inOrder(registered: readonly RegisteredSale[], asked: readonly { readonly label: string }[]) {
  return asked.map(({ label }) => {
    const found = registered.find((one) => one.label === label);
    if (!found) throw new Error('UiTPAS did not say that all was registered.');
    return found;
  });
}
