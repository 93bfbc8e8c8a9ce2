import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import {
  zAvailabilitiesAvailabilityCalendarResponse,
  zAvailabilitiesAvailabilityCheckResponse,
  zBaseError,
  zBooking,
  zBookingsGetBookingsResponse,
  zProductsGetProductResponse,
  zProductsGetProductsResponse,
  zSuppliersGetResponse,
} from '@octocloud/types';
import { agreementTermsSchema } from '../../sdk/contract/index.ts';
import { addReseller } from '../../server/features/octo/index.ts';
import { createTestCentre, type TestCentre, type TestCentreOptions } from './centre.ts';
import type { TermsInput } from './cluster.ts';

/** An answer in OCTO's words, checked against OCTO's own schemas. */
// biome-ignore lint/suspicious/noExplicitAny: bodies are read field by field, after their schema accepted them
export type OctoAnswer = { readonly status: number; readonly headers: Headers; readonly body: any };

/** A company that sells for a centre as an outside reseller does: by OCTO, with a bearer key. */
export interface TestReseller {
  readonly agreement: string;
  readonly key: string;
  ask(method: string, path: string, json?: unknown, headers?: Record<string, string>): Promise<OctoAnswer>;
  get(path: string, headers?: Record<string, string>): Promise<OctoAnswer>;
  post(path: string, json?: unknown, headers?: Record<string, string>): Promise<OctoAnswer>;
  /** Holds so many tickets of one kind, or the unit items given. */
  book(units: number | readonly object[], more?: object, headers?: Record<string, string>): Promise<OctoAnswer>;
}

export const PRODUCT = 'het-gedacht-kleine-zaal';
export const OPTION = 'rang-1';
/** The dates of {@link PRODUCT}. */
export const DATES = ['gedacht-1', 'gedacht-2', 'gedacht-3'] as const;
/** Played once, in the same hall. */
export const OTHER_DATES = ['twijfel-1', 'twijfel-2'] as const;
export const SEATS = { 'Octo-Capabilities': 'foyer/seats' };
export const PRICING = { 'Octo-Capabilities': 'octo/pricing' };

/** A centre that plays one piece three times and another twice. */
export async function createOctoCentre(options: TestCentreOptions = {}): Promise<TestCentre> {
  const centre = await createTestCentre({ performances: [...DATES, ...OTHER_DATES], ...options });
  const entitle = (title: string, ids: readonly string[]) =>
    centre.db
      .updateTable('performance')
      .set({ title: JSON.stringify({ nl: title }) })
      .where('id', 'in', ids)
      .execute();
  await entitle('Het gedacht', DATES);
  await entitle('De twijfel', OTHER_DATES);
  return centre;
}

export async function createReseller(centre: TestCentre, terms: TermsInput = {}): Promise<TestReseller> {
  const id = `wederverkoper-${randomUUID().slice(0, 8)}`;
  const reseller = { id, name: 'De Wederverkoper', website: 'https://www.wederverkoper.example' };
  const parsed = agreementTermsSchema.parse({ performances: {}, caps: { requestsPerMinute: 100_000 }, ...terms });
  const { agreement, key } = await addReseller(centre.runtime, reseller, parsed);
  const ask: TestReseller['ask'] = async (method, path, json, headers = {}) => {
    const answer = await centre.request(`/octo${path}`, { method, json, token: key, headers });
    const body = await answer.json();
    check(method, path, answer.status, body);
    return { status: answer.status, headers: answer.headers, body };
  };
  return {
    ...{ agreement, key, ask },
    get: (path, headers) => ask('GET', path, undefined, headers),
    post: (path, json = {}, headers) => ask('POST', path, json, headers),
    book: (units, more = {}, headers) => ask('POST', '/bookings', { ...bookingOf(units), ...more }, headers),
  };
}

/** The body of a booking of the first date. */
export const bookingOf = (units: number | readonly object[]) => ({
  productId: PRODUCT,
  optionId: OPTION,
  availabilityId: DATES[0],
  unitItems: typeof units === 'number' ? Array.from({ length: units }, () => ({ unitId: 'adult' })) : units,
});

const SCHEMAS = [
  ['GET', /^\/supplier/, zSuppliersGetResponse],
  ['GET', /^\/products\/?$/, zProductsGetProductsResponse],
  ['GET', /^\/products\/./, zProductsGetProductResponse],
  ['POST', /^\/availability$/, zAvailabilitiesAvailabilityCheckResponse],
  ['POST', /^\/availability\/calendar/, zAvailabilitiesAvailabilityCalendarResponse],
  ['GET', /^\/bookings\?/, zBookingsGetBookingsResponse],
  ['', /^\/bookings/, zBooking],
] as const;

function check(method: string, path: string, status: number, body: unknown): void {
  const found = SCHEMAS.find(([of, pattern]) => (of === '' || of === method) && pattern.test(path));
  const schema = status === 200 ? found?.[2] : zBaseError;
  const result = schema?.safeParse(body);
  assert.ok(result?.success !== false, `${method} ${path} ${status}: ${JSON.stringify(result?.error?.issues[0])}`);
}

/** The places that are taken now, sorted. */
export async function takenPlaces({ db }: TestCentre, performance: string = DATES[0]): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('claim')
    .select(['place', 'until'])
    .where('performance_id', '=', performance)
    .execute();
  return rows.flatMap(({ place, until }) => (until > new Date() ? [place] : [])).sort();
}

/** Everything free again, and nothing sold. */
export async function emptyHall({ db }: TestCentre): Promise<void> {
  await db.deleteFrom('claim').execute();
  await db.updateTable('ticket').set({ state: 'refunded' }).execute();
}
