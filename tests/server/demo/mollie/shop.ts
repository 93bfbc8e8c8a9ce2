import { createHash } from 'node:crypto';
import { MOLLIE_API } from '../../../../server/demo/mollie/handlers.ts';
import { createMachine, type MachineOptions } from '../../../../server/demo/mollie/machine.ts';
import type { Clock, Randomness } from '../../../../server/ports.ts';
import { check, type Document } from './schemas.ts';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;

/** A clock that stands still until told otherwise. */
export interface TestClock extends Clock {
  advance(ms: number): void;
}

export function createClock(start = '2026-11-22T10:00:00Z'): TestClock {
  let now = Date.parse(start);
  return {
    now: () => new Date(now),
    advance: (ms) => {
      now += ms;
    },
  };
}

/** The same for every run, different at every call. */
export function createRandom(seed = 'foyer'): Randomness {
  let calls = 0;
  const bytes = () => {
    calls += 1;
    return createHash('sha512').update(`${seed} ${calls}`).digest();
  };
  return {
    uuid: () =>
      bytes()
        .toString('hex')
        .replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, '$1-$2-4$3-8$4-$5'),
    token: (count) => bytes().subarray(0, count).toString('base64url'),
  };
}

export const KEY = 'test_lantaarn';
export const NEIGHBOUR = 'test_buren';
export const TOKEN = 'access_lantaarn';

interface Extra {
  readonly key?: string | null;
  readonly idempotencyKey?: string;
  readonly contentType?: string;
  readonly raw?: string;
}

/** A shop with an account at an emulator on a clock of its own; every answer it gets is held against Mollie's schemas. */
export function openShop(options: Partial<MachineOptions> = {}) {
  const clock = createClock();
  const machine = createMachine({
    apiKeys: { [KEY]: 'De Lantaarn', [TOKEN]: 'De Lantaarn', [NEIGHBOUR]: 'De Buren' },
    checkoutBaseUrl: 'https://pay.example',
    clock,
    random: createRandom(),
    ...options,
  });

  function request(method: string, target: string, body?: unknown, extra: Extra = {}) {
    const url = new URL(MOLLIE_API + target);
    const key = extra.key === undefined ? KEY : extra.key;
    const answer = machine.answer({
      method,
      path: url.pathname.slice('/v2'.length),
      query: url.searchParams,
      base: MOLLIE_API,
      authorization: key === null ? null : `Bearer ${key}`,
      idempotencyKey: extra.idempotencyKey ?? null,
      contentType: extra.contentType ?? 'application/json',
      body: extra.raw ?? (body === undefined ? '' : JSON.stringify(body)),
    });
    let document = {} as Document;
    if (answer.body) {
      document = JSON.parse(answer.body);
      check(document, answer.status);
    }
    return { ...answer, document };
  }

  const order = {
    amount: { currency: 'EUR', value: '37.00' },
    description: 'Bestelling 2026-7KQ4X2',
    redirectUrl: 'https://shop.example/terug',
    webhookUrl: 'https://shop.example/webhook',
  };

  return {
    clock,
    machine,
    order,
    request,
    /** Tries to create a payment of € 37,00, changed as said. */
    tryCreate: (changes: object = {}, extra: Extra = {}) =>
      request('POST', '/payments', { ...order, ...changes }, extra),
    create: (changes: object = {}, extra: Extra = {}): Document =>
      request('POST', '/payments', { ...order, ...changes }, extra).document,
    read: (id: string): Document => request('GET', `/payments/${id}`).document,
    /** The webhook calls that wait, by payment. */
    told: () => machine.webhooks.waiting().map(({ paymentId }) => paymentId),
  };
}
