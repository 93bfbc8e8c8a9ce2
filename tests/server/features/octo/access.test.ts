import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { agreementSchema } from '../../../../sdk/contract/index.ts';
import { createManageAccess } from '../../../../server/adapters/manage-access.ts';
import { changeResellerKey } from '../../../../server/features/octo/index.ts';
import type { TestCentre } from '../../../harness/centre.ts';
import { codeOf } from '../../../harness/http.ts';
import {
  createOctoCentre,
  createReseller,
  DATES,
  emptyHall,
  OPTION,
  PRODUCT,
  type TestReseller,
} from '../../../harness/octo.ts';

const MANAGE_TOKEN = 'a token of the centre’s own people'.replaceAll(/\W/g, '-').padEnd(40, '-');

describe('who comes in by OCTO', () => {
  let centre: TestCentre;
  let reseller: TestReseller;
  before(async () => {
    centre = await createOctoCentre();
    reseller = await createReseller(centre);
  });
  after(() => centre.stop());
  beforeEach(() => emptyHall(centre));

  const code = async (headers: Record<string, string>) => {
    const answer = await centre.request('/octo/products', { headers });
    return [answer.status, ((await answer.json()) as { error: string }).error];
  };
  const end = ({ agreement }: TestReseller) =>
    centre.db
      .updateTable('agreement')
      .set({ state: 'ended', ended_at: new Date(), ended_by: 'owner' })
      .where('id', '=', agreement)
      .execute();

  it('needs a key, and one that opens something', async () => {
    assert.deepEqual(await code({}), [400, 'UNAUTHORIZED']);
    for (const wrong of [
      'Bearer x',
      `Bearer ${'x'.repeat(43)}`,
      `Basic ${reseller.key}`,
      `Bearer ${reseller.agreement}`,
    ]) {
      assert.deepEqual(await code({ Authorization: wrong }), [400, 'FORBIDDEN'], wrong);
    }
  });

  it('leaves a key of which the centre has only a hash', async () => {
    const rows = await centre.db.selectFrom('agreement').selectAll().execute();
    assert.ok(rows.length > 0);
    assert.ok(!JSON.stringify(rows).includes(reseller.key));
  });

  it('can be given another key; the old one opens nothing any more', async () => {
    const other = await createReseller(centre);
    const key = await changeResellerKey(centre.runtime, other.agreement);
    assert.deepEqual(await code({ Authorization: `Bearer ${other.key}` }), [400, 'FORBIDDEN']);
    assert.equal((await centre.request('/octo/products', { token: key })).status, 200);
    assert.equal(await changeResellerKey(centre.runtime, crypto.randomUUID()), undefined);
  });

  describe('is let in by the centre’s own people', () => {
    const terms = { performances: {} };
    const add = (json: object, token = MANAGE_TOKEN) => managed.request('/manage/resellers', { token, json });
    let managed: TestCentre;
    before(async () => {
      managed = await createOctoCentre({ parts: { manage: createManageAccess(MANAGE_TOKEN) } });
    });
    after(() => managed.stop());

    it('with a key that works, and another one when that is lost', async () => {
      const made = await add({ id: 'reis', name: 'Reis', website: 'https://www.reis.example', terms });
      assert.equal(made.status, 201);
      const { agreement, key } = (await made.json()) as { agreement: string; key: string };
      assert.equal((await managed.request('/octo/products', { token: key })).status, 200);
      const changed = await managed.request(`/manage/resellers/${agreement}/key`, {
        token: MANAGE_TOKEN,
        method: 'POST',
      });
      const other = (await changed.json()) as { key: string };
      assert.equal((await managed.request('/octo/products', { token: other.key })).status, 200);
      assert.equal((await managed.request('/octo/products', { token: key })).status, 400);
    });

    it('once, by its people only, and with what is needed', async () => {
      const twice = { id: 'twee', name: 'Twee', website: 'https://www.twee.example', terms };
      assert.equal((await add(twice)).status, 201);
      const codes = await Promise.all([
        codeOf(add(twice)),
        codeOf(add({ ...twice, id: 'drie' }, 'x'.repeat(40))),
        codeOf(add({ ...twice, id: 'Drie !' })),
        codeOf(
          managed.request(`/manage/resellers/${crypto.randomUUID()}/key`, { token: MANAGE_TOKEN, method: 'POST' }),
        ),
      ]);
      assert.deepEqual(codes, ['agreement_not_open', 'token_invalid', 'invalid_request', 'not_found']);
    });
  });

  it('opens nothing at another centre', async () => {
    const elsewhere = await createOctoCentre();
    try {
      assert.equal((await elsewhere.request('/octo/products', { token: reseller.key })).status, 400);
    } finally {
      await elsewhere.stop();
    }
  });

  it('sees and touches nothing of another reseller’s', async () => {
    const other = await createReseller(centre);
    const { body } = await reseller.book(1, { resellerReference: 'R-1' });
    for (const [method, path] of [
      ['GET', ''],
      ['PATCH', ''],
      ['POST', '/confirm'],
      ['POST', '/extend'],
      ['POST', '/cancel'],
    ] as const) {
      const answer = await other.ask(method, `/bookings/${body.uuid}${path}`, method === 'GET' ? undefined : {});
      assert.equal(answer.body.error, 'INVALID_BOOKING_UUID', `${method} ${path}`);
    }
    assert.deepEqual((await other.get('/bookings?resellerReference=R-1')).body, []);
    assert.equal((await reseller.get(`/bookings/${body.uuid}`)).body.status, 'ON_HOLD');
  });

  it('sees only what the agreement is about', async () => {
    const some = await createReseller(centre, { performances: { ids: [DATES[0]] }, priceTypes: ['adult'] });
    const { body } = await some.get('/products');
    assert.deepEqual(
      body.map(({ id }: { id: string }) => id),
      [PRODUCT],
    );
    assert.deepEqual(
      body[0].options[0].units.map(({ id }: { id: string }) => id),
      ['adult'],
    );
    assert.equal((await some.book(1, { availabilityId: DATES[1] })).body.error, 'INVALID_AVAILABILITY_ID');
    assert.equal((await some.book([{ unitId: 'under-26' }])).body.error, 'INVALID_UNIT_ID');
    assert.deepEqual((await (await createReseller(centre, { channels: ['counter'] })).get('/products')).body, []);
  });

  it('has its own cap of places held, and its own share', async () => {
    const small = await createReseller(centre, { caps: { heldPlaces: 3, requestsPerMinute: 1_000 } });
    assert.equal((await small.book(3)).status, 200);
    assert.equal((await small.book(1)).body.error, 'UNPROCESSABLE_ENTITY');
    const share = await createReseller(centre, { stock: { kind: 'quota', places: 2 } });
    const asked = { productId: PRODUCT, optionId: OPTION, availabilityIds: [DATES[0]] };
    const vacancies = async () => (await share.post('/availability', asked)).body[0].vacancies;
    assert.equal(await vacancies(), 2);
    await share.book(1);
    assert.equal(await vacancies(), 1);
    assert.equal((await share.book(2)).body.error, 'UNPROCESSABLE_ENTITY');
  });

  it('is told to come back later when it asks too often', async () => {
    const hasty = await createReseller(centre, { caps: { heldPlaces: 10, requestsPerMinute: 2 } });
    await hasty.get('/supplier');
    await hasty.get('/supplier');
    const { status, headers, body } = await hasty.get('/supplier');
    assert.deepEqual([status, body.error], [429, 'TOO_MANY_REQUESTS']);
    assert.ok(Number(headers.get('retry-after')) > 0);
  });

  it('keeps what it sold when its agreement ends, and sells nothing more', async () => {
    const leaving = await createReseller(centre);
    const [sold, held] = [(await leaving.book(1)).body, (await leaving.book(1)).body];
    await leaving.post(`/bookings/${sold.uuid}/confirm`, { contact: {} });
    await end(leaving);
    for (const answer of [
      await leaving.book(1),
      await leaving.get('/products'),
      await leaving.post(`/bookings/${held.uuid}/extend`),
    ]) {
      assert.deepEqual([answer.status, answer.body.error], [400, 'FORBIDDEN']);
    }
    assert.equal((await leaving.get(`/bookings/${sold.uuid}`)).body.status, 'CONFIRMED');
    assert.equal((await leaving.post(`/bookings/${held.uuid}/confirm`, { contact: {} })).body.status, 'CONFIRMED');
    assert.equal((await leaving.post(`/bookings/${sold.uuid}/cancel`)).body.status, 'CANCELLED');
  });

  it('cannot sign in its place: its agreement has no key for that, and is one all the same', async () => {
    const row = await centre.db
      .selectFrom('agreement')
      .selectAll()
      .where('id', '=', reseller.agreement)
      .executeTakeFirstOrThrow();
    assert.deepEqual(row.partner?.keys, []);
    assert.deepEqual(agreementSchema.shape.partner.parse(row.partner), row.partner);
  });

  it('hears of everything that goes wrong in OCTO’s words', async () => {
    const send = async (path: string, init: RequestInit) => {
      const headers = { Authorization: `Bearer ${reseller.key}`, 'Content-Type': 'application/json', ...init.headers };
      const answer = await centre.request(`/octo${path}`, { ...init, headers });
      return [answer.status, ((await answer.json()) as { error: string }).error];
    };
    assert.deepEqual(await send('/bookings', { method: 'POST', body: '{"productId":' }), [400, 'BAD_REQUEST']);
    assert.deepEqual(await send('/bookings', { method: 'POST', body: '[]' }), [400, 'BAD_REQUEST']);
    assert.deepEqual(await send('/nothing', { method: 'GET' }), [404, 'NOT_FOUND']);
    assert.deepEqual(await send('/bookings?resellerReference=%00', { method: 'GET' }), [400, 'BAD_REQUEST']);
    assert.deepEqual(await send('/products', { method: 'DELETE' }), [405, 'METHOD_NOT_ALLOWED']);
    assert.deepEqual(
      await send('/products', { method: 'POST', body: '{}', headers: { Origin: 'https://elsewhere.example' } }),
      [400, 'FORBIDDEN'],
    );
  });

  it('does not buy by mistake where there is no test mode', async () => {
    const live = await createOctoCentre({ parts: { provider: { ...centre.runtime.provider, mode: 'live' } } });
    try {
      const there = await createReseller(live);
      const { body } = await there.book(1);
      assert.equal(body.testMode, false);
      assert.equal((await there.book(1, {}, { 'Octo-Env': 'test' })).body.error, 'BAD_REQUEST');
    } finally {
      await live.stop();
    }
    assert.equal((await reseller.book(1, {}, { 'Octo-Env': 'test' })).body.testMode, true);
  });
});
