import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Access, type Client, createClient, type Result } from '../../../sdk/index.ts';
import type { Fetch } from '../../../sdk/platform.ts';
import { createFakeApi, type FakeApi } from '../../../stories/fixtures/fake-api.ts';
import { NO_CHOICES } from '../../../stories/fixtures/fake-choices.ts';
import { createManualTimers } from '../../../stories/fixtures/manual-timers.ts';
import { PRICES } from '../../../stories/fixtures/prices.ts';
import { euros, PROGRAMME } from '../../../stories/fixtures/world.ts';
import { passingUntil } from '../../harness/passing-time.ts';

const PERFORMANCE = 'het-laatste-licht';
const SOLD_OUT = 'zeven-muizen';
const random = { number: () => 0.5, key: () => crypto.randomUUID() };

const programme = PROGRAMME.map((one) => (one.id === SOLD_OUT ? { ...one, level: 'sold-out' as const } : one));

function setUp(fetch?: (api: FakeApi) => Fetch) {
  const timers = createManualTimers();
  const api = createFakeApi({ now: timers.now, prices: PRICES, programme });
  const client = createClient({ baseUrl: api.baseUrl, fetch: fetch?.(api) ?? api.fetch, timers, random });
  return { timers, api, client };
}

interface Verb {
  readonly name: keyof Client;
  readonly asks: RegExp;
  run(client: Client, api: FakeApi): Promise<Result<unknown>>;
}

const ORDER = { email: 'an@wolvegem.example', language: 'nl', returnUrl: 'https://delantaarn.example/' } as const;

const cart = (api: FakeApi): Access => api.fillCart(['P-A-1', 'P-A-2']);
const order = (api: FakeApi, state?: Parameters<FakeApi['placeOrder']>[1]) => api.placeOrder(['P-A-1'], state);
const lineOf = async (client: Client, access: Access) => (await client.cart(access)).data?.lines[0]?.id ?? '';

const VERBS: readonly Verb[] = [
  { name: 'centre', asks: /^GET $/, run: (client) => client.centre() },
  { name: 'priceList', asks: /^GET \/price-list$/, run: (client) => client.priceList() },
  { name: 'performances', asks: /^GET \/performances$/, run: (client) => client.performances() },
  {
    name: 'performance',
    asks: /^GET \/performances\/het-laatste-licht$/,
    run: (client) => client.performance(PERFORMANCE),
  },
  { name: 'plan', asks: /^GET \/plans\/kleine-zaal\/1$/, run: (client) => client.plan('kleine-zaal', 1) },
  { name: 'status', asks: /^GET \/performances\/[a-z-]+\/status$/, run: (client) => client.status(PERFORMANCE) },
  { name: 'createCart', asks: /^POST \/carts$/, run: (client) => client.createCart() },
  { name: 'cart', asks: /^GET \/carts\/[0-9a-f-]{36}$/, run: (client, api) => client.cart(cart(api)) },
  {
    name: 'hold',
    asks: /^POST \/carts\/[0-9a-f-]{36}\/lines$/,
    run: (client, api) => client.hold(cart(api), { performance: PERFORMANCE, seats: [{ seat: 'P-B-1' }] }),
  },
  {
    name: 'setPriceTypes',
    asks: /^PATCH \/carts\/[0-9a-f-]{36}\/lines$/,
    async run(client, api) {
      const access = cart(api);
      return client.setPriceTypes(access, { lines: [{ line: await lineOf(client, access), priceType: 'onder-26' }] });
    },
  },
  {
    name: 'joinWaitingList',
    asks: /^POST \/performances\/[a-z-]+\/waiting-list$/,
    run: (client) => client.joinWaitingList(SOLD_OUT, { email: 'an@wolvegem.example', places: 2, language: 'nl' }),
  },
  {
    name: 'release',
    asks: /^POST \/carts\/[0-9a-f-]{36}\/release$/,
    async run(client, api) {
      const access = cart(api);
      return client.release(access, [await lineOf(client, access)]);
    },
  },
  { name: 'extend', asks: /^POST \/carts\/[0-9a-f-]{36}\/extend$/, run: (client, api) => client.extend(cart(api)) },
  {
    name: 'setChoices',
    asks: /^PUT \/carts\/[0-9a-f-]{36}\/choices$/,
    run: (client, api) => client.setChoices(cart(api), { ...NO_CHOICES, codes: ['LENTE26'] }),
  },
  {
    name: 'order',
    asks: /^POST \/carts\/[0-9a-f-]{36}\/order$/,
    run: (client, api) =>
      client.order(cart(api), {
        ...ORDER,
        expectedTotal: euros(45.5),
      }),
  },
  { name: 'orderReturn', asks: /^POST \/orders\/return$/, run: (client, api) => client.orderReturn(order(api).code) },
  { name: 'readOrder', asks: /^GET \/orders\/[0-9a-f-]{36}$/, run: (client, api) => client.readOrder(order(api)) },
  {
    name: 'payAgain',
    asks: /^POST \/orders\/[0-9a-f-]{36}\/pay$/,
    run: (client, api) => client.payAgain(order(api, 'failed')),
  },
  {
    name: 'cancelOrder',
    asks: /^POST \/orders\/[0-9a-f-]{36}\/cancel$/,
    run: (client, api) => client.cancelOrder(order(api)),
  },
  {
    name: 'changeEmail',
    asks: /^POST \/orders\/[0-9a-f-]{36}\/email$/,
    run: (client, api) => client.changeEmail(order(api), 'anna@voorbeeld.example'),
  },
  {
    name: 'askUitpas',
    asks: /^POST \/carts\/[0-9a-f-]{36}\/uitpas$/,
    async run(client, api) {
      const access = cart(api);
      return client.askUitpas(access, { line: await lineOf(client, access), proof: 'a1.c2VhbGVk' });
    },
  },
  {
    name: 'takeTariff',
    asks: /^POST \/carts\/[0-9a-f-]{36}\/uitpas\/tariff$/,
    async run(client, api) {
      const access = cart(api);
      return client.takeTariff(access, { lines: [await lineOf(client, access)], tariff: null });
    },
  },
  {
    name: 'withdraw',
    asks: /^POST \/orders\/[0-9a-f-]{36}\/withdrawals$/,
    async run(client, api) {
      const { id, token } = api.fillCart([]);
      const products = [{ product: 'cadeaubon', quantity: 1, cents: 2500 }];
      const { data } = await client.setChoices({ id, token }, { ...NO_CHOICES, products });
      const made = await client.order({ id, token }, { ...ORDER, expectedTotal: data?.total ?? euros(0) });
      const access = { id: made.data?.order.id ?? '', token: made.data?.token ?? '' };
      api.decide(access.id, 'paid');
      const paid = await client.readOrder(access);
      return client.withdraw(access, paid.data?.entitlements?.map((one) => one.id) ?? []);
    },
  },
  {
    name: 'ticketsPdf',
    asks: /^GET \/orders\/[0-9a-f-]{36}\/tickets\.pdf$/,
    run: (client, api) => client.ticketsPdf(order(api, 'paid')),
  },
  {
    name: 'ticketQr',
    asks: /^GET \/orders\/[0-9a-f-]{36}\/tickets\/[0-9a-f-]{36}\.svg$/,
    async run(client, api) {
      const access = order(api, 'paid');
      return client.ticketQr(access, (await client.readOrder(access)).data?.tickets[0]?.id ?? '');
    },
  },
  { name: 'image', asks: /^GET \/views\/balcony\.svg$/, run: (client) => client.image('/views/balcony.svg') },
];

describe('the client', () => {
  for (const { name, asks, run } of VERBS) {
    it(`${name} asks the route of the contract and gives its data`, async () => {
      const { api, client } = setUp();
      const result = await run(client, api);
      assert.equal(result.error, undefined);
      const asked = api.requests.at(-1);
      assert.match(`${asked?.method} ${asked?.path}`, asks);
      assert.notEqual(result.data, undefined);
    });

    it(`${name} succeeds after an interruption, and does its work once`, async () => {
      const { api, client, timers } = setUp();
      api.failNext(asks, 'lost-answer');
      const { value } = await passingUntil(timers, run(client, api));
      assert.equal(value.error, undefined);
      const attempts = api.requests.filter(({ method, path }) => asks.test(`${method} ${path}`));
      assert.equal(attempts.length, 2);
      assert.equal(new Set(attempts.map(({ headers }) => headers['idempotency-key'])).size, 1);
    });
  }

  it('reads an image from wherever a plan says it is, with its type and without cookies', async () => {
    const asked: (readonly [string, string])[] = [];
    const { client } = setUp(() => async (url, { credentials }) => {
      asked.push([url, credentials]);
      return new Response('pixels', { headers: { 'content-type': 'image/webp' } });
    });
    const { data } = await client.image('https://pictures.example/balcony.webp');
    assert.deepEqual([data?.type, new TextDecoder().decode(data?.bytes)], ['image/webp', 'pixels']);
    assert.deepEqual(asked, [['https://pictures.example/balcony.webp', 'omit']]);
  });

  it('covers every verb by these tests', () => {
    const verbs = Object.keys(setUp().client).filter((name) => name !== 'live');
    assert.deepEqual(VERBS.map(({ name }) => name).sort(), verbs.sort());
  });

  it('sends a key with everything that changes something, another for every call, and none with what only reads', async () => {
    const sent = [];
    for (const { run } of VERBS) {
      const { api, client } = setUp();
      await run(client, api);
      sent.push(...api.requests);
    }
    const keys = sent.filter(({ method }) => method !== 'GET').map(({ headers }) => headers['idempotency-key']);
    assert.equal(keys.includes(undefined), false);
    assert.equal(new Set(keys).size, keys.length);
    assert.ok(sent.every(({ method, headers }) => method !== 'GET' || !headers['idempotency-key']));
  });

  it('would hold the same seats twice if retries had no key', async () => {
    const { api, client, timers } = setUp((fake) => (url, options) => {
      const { 'idempotency-key': _, ...headers } = options.headers;
      return fake.fetch(url, { ...options, headers });
    });
    api.failNext(/lines$/, 'lost-answer');
    const access = cart(api);
    const hold = client.hold(access, { performance: PERFORMANCE, seats: [{ seat: 'P-B-1' }] });
    assert.equal((await passingUntil(timers, hold)).value.error?.code, 'seats_taken');
  });

  for (const fault of [
    'network',
    'hang',
    { status: 502 },
    { code: 'unavailable' },
    { code: 'rate_limited' },
  ] as const) {
    it(`tries again after ${JSON.stringify(fault)}, four times at most`, async () => {
      const { api, client, timers } = setUp();
      api.failNext(/./, fault, 3);
      assert.equal((await passingUntil(timers, client.centre())).value.error, undefined);
      api.failNext(/./, fault, 10);
      const { value } = await passingUntil(timers, client.centre());
      assert.equal(value.error?.retryable, true);
      assert.equal(api.requests.length, 8);
    });
  }

  it('tries again with the same key while its own earlier attempt is still being carried out', async () => {
    const { api, client, timers } = setUp();
    api.failNext(/order$/, { code: 'request_in_progress', retryAfter: 1 });
    const verb = VERBS.find(({ name }) => name === 'order');
    assert.equal((await passingUntil(timers, verb!.run(client, api))).value.error, undefined);
  });

  for (const code of [
    'invalid_request',
    'token_invalid',
    'not_found',
    'seats_taken',
    'total_changed',
    'internal',
  ] as const) {
    it(`takes ${code} for an answer and does not ask again`, async () => {
      const { api, client } = setUp();
      api.failNext(/./, { code });
      const { error } = await client.performance(PERFORMANCE);
      assert.deepEqual(error, { code, retryable: false, requestId: 'a-fake-request' });
      assert.equal(api.requests.length, 1);
    });
  }

  it('waits as long as the server asks, but tells the visitor when that is long', async () => {
    const { api, client, timers } = setUp();
    api.failNext(/./, { code: 'rate_limited', retryAfter: 3 });
    const { took } = await passingUntil(timers, client.centre());
    assert.ok(took >= 3000 && took < 3500, `took ${took} ms`);
    api.failNext(/./, { code: 'rate_limited', retryAfter: 60 });
    assert.equal((await client.centre()).error?.code, 'rate_limited');
  });

  it('gives up at once when the caller does, also between two attempts', async () => {
    for (const fault of ['hang', 'network'] as const) {
      const { api, client, timers } = setUp();
      api.failNext(/./, fault, 10);
      const controller = new AbortController();
      const asked = client.centre({ signal: controller.signal });
      controller.abort();
      assert.deepEqual((await asked).error, { code: 'network', retryable: true });
      assert.equal(api.requests.length, 1);
      assert.equal(timers.waiting, 0);
    }
  });

  it('names the seats that were taken', async () => {
    const { api, client } = setUp();
    api.take(PERFORMANCE, ['P-C-1'], 'sold');
    const { error } = await client.hold(cart(api), { performance: PERFORMANCE, seats: [{ seat: 'P-C-1' }] });
    assert.deepEqual(error?.seats, ['P-C-1']);
  });

  it('sends the bearer token of what it is about and never a cookie', async () => {
    const { api, client } = setUp((fake) => (url, options) => {
      assert.equal(options.credentials, 'omit');
      return fake.fetch(url, options);
    });
    const access = cart(api);
    await client.cart(access);
    assert.equal(api.requests.at(-1)?.headers.authorization, `Bearer ${access.token}`);
  });

  it('keeps what is filled in inside its own part of the address', async () => {
    const { api, client } = setUp();
    assert.equal((await client.performance('../carts?x=')).error?.code, 'not_found');
    assert.equal(api.requests[0]?.path, '/performances/..%2Fcarts%3Fx%3D');
  });

  it('asks for part of the programme', async () => {
    const { api, client } = setUp();
    await client.performances({ from: '2026-12-01T00:00:00+01:00', limit: 5 });
    assert.equal(api.requests[0]?.path, '/performances?from=2026-12-01T00%3A00%3A00%2B01%3A00&limit=5');
  });

  it('throws for an address that is none', () => {
    for (const baseUrl of ['', 'tickets.example', 'javascript:alert(1)', '/centres/x']) {
      assert.throws(() => createClient({ baseUrl }), /expected the base URL of a centre's API/);
    }
  });
});
