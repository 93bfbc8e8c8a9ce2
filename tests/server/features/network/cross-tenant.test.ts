import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import pg from 'pg';
import { createTokens } from '../../../../server/adapters/tokens.ts';
import { createNetworkKeys } from '../../../../server/features/network/keys.ts';
import { dumpCentre } from '../../../harness/canary.ts';
import { TEST_ORIGIN, type TestCentre } from '../../../harness/centre.ts';
import { neighboursInDatabase } from '../../../harness/database.ts';
import type { OpenApi } from '../../../harness/hostile.ts';
import { addPartner } from '../../../harness/partner.ts';
import { createSaleCluster, type SaleCluster } from '../../../harness/sale-cluster.ts';
import { SMALL_HALL } from '../../../harness/small-hall.ts';
import { furnish, type Keys, type Names, namesOfNothing, type Tenant } from '../../../harness/tenant.ts';

const REFUSALS = [401, 403, 404];
/** Tell what is everybody's, or begin something new: there is nothing of anybody to ask them for. */
const OPEN = ['get ', 'get /performances', 'get /price-list', 'post /carts', 'get /network/v1'];
const eur = (cents: number) => ({ cents, currency: 'EUR' });

interface Route {
  readonly method: string;
  /** Below the centre, with names in braces. */
  readonly path: string;
}

/** What every route that takes something is sent, so that only what it names decides. */
function bodyOf({ method, path }: Route, names: Names): unknown {
  const seats = [{ seat: 'Z-D-1' }, { seat: 'Z-D-2' }];
  const { code, keyId, line, performance, returnCode } = names;
  const terms = { performances: {} };
  const offerUrl = `https://huis.example/centres/huis/network/v1/offers/${code}`;
  const order = { email: 'an@voorbeeld.example', language: 'nl', returnUrl: `${TEST_ORIGIN}/`, expectedTotal: eur(1) };
  const [key] = createNetworkKeys([randomBytes(32)]).shown;
  const partner = {
    id: 'huis-9',
    name: 'Huis 9',
    website: 'https://huis.example',
    url: 'https://huis.example/centres/huis-9',
  };
  const bodies: Record<string, unknown> = {
    'post /carts/{cart}/lines': { performance, seats },
    'patch /carts/{cart}/lines': { lines: [{ line, priceType: 'under-26' }] },
    'post /carts/{cart}/release': { lines: [line] },
    'put /carts/{cart}/choices': { subscriptions: [{ id: line, formula: 'drie', lines: [line] }] },
    'post /carts/{cart}/uitpas': { line, proof: `1.${'x'.repeat(64)}` },
    'post /carts/{cart}/uitpas/tariff': { lines: [line], tariff: null },
    'post /carts/{cart}/order': order,
    'post /performances/{performance}/waiting-list': { email: 'an@voorbeeld.example', places: 2, language: 'nl' },
    'post /orders/return': { code: returnCode },
    'post /orders/{order}/email': { email: 'an@voorbeeld.example' },
    'post /orders/{order}/withdrawals': { entitlements: [line] },
    'put /manage/price-list': { version: 1 },
    'post /network/v1/offers/{code}': { ...partner, keys: [key] },
    'post /network/v1/agreement/keys': { keys: [key] },
    'put /network/v1/reservations/{reservation}': { channel: 'web', items: [{ performance, seats }] },
    'post /network/v1/reservations/{reservation}/extend': { seconds: 60, forPayment: false },
    'post /network/v1/reservations/{reservation}/confirm': { expectedTotal: eur(4800) },
    'post /network/v1/reservations/{reservation}/cancel': { reason: 'released' },
    'post /manage/agreements': { terms },
    'patch /manage/agreements/{agreement}': { terms },
    'post /manage/agreements/look': { offerUrl },
    'post /manage/agreements/accept': { offerUrl },
    'post /manage/agreements/{agreement}/revoke-key': { keyId },
    'post /manage/performances/{performance}/move': { startsAt: '2027-06-04T18:00:00.000Z' },
    'post /manage/resellers': { id: 'buiten', name: 'Buiten', website: 'https://buiten.example', terms },
  };
  return bodies[`${method} ${path}`] ?? (method === 'get' ? undefined : {});
}

describe('what is another centre’s', () => {
  let database: Awaited<ReturnType<typeof neighboursInDatabase>>;
  let cluster: SaleCluster;
  let here: Tenant;
  let there: Tenant;
  let routes: Route[] = [];
  const manageTokens = [0, 1].map(() => randomBytes(32).toString('base64url'));

  before(async () => {
    database = await neighboursInDatabase();
    cluster = await createSaleCluster({
      centres: 2,
      terms: false,
      options: (index) => ({
        hall: { ...SMALL_HALL, id: `zaal-${index + 1}` },
        parts: {
          tokens: createTokens(randomBytes(32).toString('base64url')),
          manage: (token) => token === manageTokens[index],
        },
      }),
    });
    const [one, two] = cluster.centres as [TestCentre, TestCentre];
    here = await furnish(cluster, one, manageTokens[0] ?? '');
    there = await furnish(cluster, two, manageTokens[1] ?? '');
    const { paths } = (await (await one.app.request('/openapi.json')).json()) as OpenApi;
    routes = Object.entries(paths)
      .filter(([path]) => path.startsWith('/centres/{centre}'))
      .flatMap(([path, methods]) =>
        Object.keys(methods).map((method) => ({ method, path: path.slice('/centres/{centre}'.length) })),
      );
  });
  after(async () => {
    await cluster.stop();
    await database.stop();
  });

  /** Asks a centre with these names and keys. @returns the whole answer, but for what is another one each time. */
  async function ask(centre: TestCentre, route: Route, names: Names, keys: Keys) {
    const { method } = route;
    const path = fill(route.path, names);
    const json = bodyOf(route, names);
    const verb = method.toUpperCase();
    let init = {
      method: verb,
      ...(json !== undefined && { json }),
      token: route.path.startsWith('/manage') ? keys.manage : route.path.startsWith('/orders') ? keys.order : keys.cart,
    } as Parameters<TestCentre['request']>[1];
    if (route.path.startsWith('/network/v1/') && !route.path.includes('/offers/')) {
      // Signed as if it were for this very centre.
      init = keys.partner.sign(path, { method: verb, json, at: centre }).init;
    }
    const answer = await centre.request(path, init);
    const text = await answer.text();
    return {
      status: answer.status,
      text: text.replace(/"(requestId|expiresAt|secondsLeft)":("[^"]*"|\d+)/g, '"$1"'),
      headers: [...answer.headers.keys()].join(),
    };
  }

  const fill = (path: string, names: Names) =>
    path.replace(/\{(\w+)\}/g, (_, name: string) => {
      if (name === 'version') return '1';
      if (name === 'ticket') return `${names.ticket}.svg`;
      if (name === 'period') return '2026-11';
      if (name === 'name') return '2026-11.csv';
      return names[name as keyof Names] ?? assert.fail(`nobody knows ${name} of ${path}`);
    });

  /** Keys that open nothing anywhere. */
  async function keysToNothing(): Promise<Keys> {
    const token = (like: string) => randomBytes(64).toString('base64url').slice(0, like.length);
    const lost = await addPartner(there.centre);
    await there.centre.db.deleteFrom('agreement').where('id', '=', lost.agreement).execute();
    const { cart, manage, order } = here.keys;
    return { cart: token(cart), order: token(order), manage: token(manage), partner: lost };
  }

  it('opens nothing here with the keys that open it there: as if nobody had it, at every route', async () => {
    const before = await dumpCentre(there.centre);
    const asked: string[] = [];
    const nothing = namesOfNothing(there.names);
    const toNothing = await keysToNothing();
    for (const route of routes) {
      const name = `${route.method} ${route.path}`;
      if (OPEN.includes(name)) continue;
      const answer = await ask(here.centre, route, there.names, there.keys);
      assert.deepEqual(answer, await ask(here.centre, route, nothing, toNothing), name);
      assert.ok(REFUSALS.includes(answer.status), `${name}: ${answer.status} ${answer.text}`);
      asked.push(name);
    }
    assert.equal(asked.length, routes.length - OPEN.length);
    assert.ok(asked.length > 40, `${asked.length} routes`);
    assert.deepEqual(await dumpCentre(there.centre), before);
  });

  it('is nothing to those who are in here: neither with their own keys does anybody reach it', async () => {
    const before = await dumpCentre(there.centre);
    const nothing = namesOfNothing(there.names);
    const unreached: string[] = [];
    for (const route of routes) {
      const name = `${route.method} ${route.path}`;
      // A cart and an order are opened by their own tokens, so what is in the path is theirs who ask.
      const own = { cart: here.names.cart, ...(route.path.includes('{ticket}') && { order: here.names.order }) };
      const [theirs, nobodys] = [
        { ...there.names, ...own },
        { ...nothing, ...own },
      ];
      // What is named is the only thing that differs; where nothing is, there is nothing to try.
      if (fillsAlike(route, theirs, nobodys)) continue;
      const answer = await ask(here.centre, route, theirs, here.keys);
      assert.deepEqual(answer, await ask(here.centre, route, nobodys, here.keys), name);
      if (answer.status < 400) unreached.push(name);
    }
    // Lines that are not in a cart are passed over.
    assert.deepEqual(unreached, ['post /carts/{cart}/release', 'post /carts/{cart}/uitpas/tariff']);
    assert.deepEqual(await dumpCentre(there.centre), before);
  });

  const fillsAlike = (route: Route, one: Names, other: Names) =>
    fill(route.path, one) === fill(route.path, other) && namesIn(route, one) === namesIn(route, other);
  /** What a body says but for the key that is another one each time. */
  const namesIn = (route: Route, names: Names) =>
    JSON.stringify(bodyOf(route, names))?.replace(/"(publicKey|id)":"[^"]*"/g, '');

  it('opens there what it names, so this test asks rightly', async () => {
    for (const path of [
      '/carts/{cart}',
      '/orders/{order}',
      '/orders/{order}/tickets/{ticket}',
      '/network/v1/reservations/{reservation}',
      '/network/v1/agreement',
      '/manage/agreements/{agreement}',
      '/network/v1/offers/{code}',
    ]) {
      const answer = await ask(there.centre, { method: 'get', path }, there.names, there.keys);
      assert.equal(answer.status, 200, path);
    }
  });

  it('is nothing to an outside reseller of there, who comes in here as nobody', async () => {
    const json = { id: 'buiten', name: 'Buiten', website: 'https://buiten.example', terms: { performances: {} } };
    const added = await there.centre.request('/manage/resellers', { token: there.keys.manage, json });
    const { key } = (await added.json()) as { key: string };
    const nobodys = randomBytes(64).toString('base64url').slice(0, key.length);
    const told = async (centre: TestCentre, path: string, token: string) => {
      const answer = await centre.request(path, { token });
      return [answer.status, (await answer.text()).replace(/"requestId":"[^"]*"/, '')] as const;
    };
    for (const path of ['/octo/supplier', '/octo/products', '/octo/capabilities', '/octo/bookings/x']) {
      const answer = await told(here.centre, path, key);
      assert.deepEqual(answer, await told(here.centre, path, nobodys), path);
      assert.match(answer[1], /"error":"FORBIDDEN"/, path);
    }
    assert.equal((await told(there.centre, '/octo/products', key))[0], 200);
  });

  it('cannot be read or written in the database, table by table, with the login of here', async () => {
    const login = new pg.Client({ connectionString: here.centre.url });
    const admin = new pg.Client({ connectionString: here.centre.adminUrl });
    await Promise.all([login.connect(), admin.connect()]);
    try {
      const schemas = [there.centre.schema, there.centre.jobsSchema];
      const { rows: tables } = await admin.query<{ name: string; first: string }>(
        `select oid::regclass::text as name, attname as first from pg_class
         join pg_attribute on attrelid = oid and attnum = 1
         where relnamespace::regnamespace::text = any($1) and relkind in ('r', 'p')`,
        [schemas],
      );
      assert.ok(tables.length > 25, `${tables.length} tables`);
      for (const { first, name } of tables) {
        for (const statement of [
          `select * from ${name}`,
          `select count(*) from ${name}`,
          `insert into ${name} default values`,
          `update ${name} set ${first} = ${first}`,
          `delete from ${name}`,
          `truncate ${name}`,
          `do $$ begin lock table ${name}; end $$`,
          `copy ${name} to stdout`,
        ]) {
          await assert.rejects(login.query(statement), { code: '42501' }, statement);
        }
      }
      const { rows: routines } = await admin.query<{ name: string }>(
        `select distinct pronamespace::regnamespace || '.' || proname as name from pg_proc
         where pronamespace::regnamespace::text = any($1) and prorettype <> 'trigger'::regtype`,
        [schemas],
      );
      assert.ok(routines.length > 5, `${routines.length} functions`);
      for (const { name } of routines) await assert.rejects(login.query(`select ${name}()`), { code: '42501' }, name);
    } finally {
      await Promise.all([login.end(), admin.end()]);
    }
  });
});
