import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import fc from 'fast-check';
import { createTestCentre, type TestCentre } from '../../../../harness/centre.ts';
import { bent, fitting, type OpenApi, type Operation } from '../../../../harness/hostile.ts';
import { askingPartner } from '../../../../harness/network/asking-partner.ts';
import { wanting } from '../../../../harness/network/owner-world.ts';
import { addPartner } from '../../../../harness/partner.ts';

/** The same requests in every run; raise the count by hand to look further. */
const SEED = 20261128;
const REQUESTS_PER_ROUTE = 60;
const NAMES = { performance: ['het-gedacht'], seat: ['Z-A-1', 'Z-B-2'], area: ['STAAN'], priceType: ['adult'] };

const item = (change: object) => ({
  channel: 'web',
  items: [{ performance: 'het-gedacht', seats: [{ seat: 'Z-A-1' }], ...change }],
});

/** Each is a refusal of a request to reserve: what is sent, the code, and the field that is named. */
const REFUSED: readonly [string, unknown, string, string?][] = [
  ['a buyer', { ...wanting(['Z-A-1']), email: 'an@voorbeeld.example' }, 'invalid_request', 'email'],
  [
    'a buyer with the seat',
    item({ seats: [{ seat: 'Z-A-1', name: 'An' }] }),
    'invalid_request',
    'items.0.seats.0.name',
  ],
  ['a price', item({ seats: [{ seat: 'Z-A-1', price: 1 }] }), 'invalid_request', 'items.0.seats.0.price'],
  ['nothing', {}, 'invalid_request', 'items'],
  ['no items', { items: [] }, 'invalid_request', 'items'],
  ['an item without places', item({ seats: [] }), 'invalid_request', 'items'],
  ['a performance twice', { items: [...item({}).items, ...item({}).items] }, 'invalid_request', 'items'],
  [
    'too many performances',
    { items: Array.from({ length: 21 }, (_, n) => ({ ...item({}).items[0], performance: `p-${n}` })) },
    'invalid_request',
    'items',
  ],
  ['no time', { ...wanting(['Z-A-1']), seconds: 0 }, 'invalid_request', 'seconds'],
  ['a day', { ...wanting(['Z-A-1']), seconds: 86_400 }, 'invalid_request', 'seconds'],
  ['another channel', { ...wanting(['Z-A-1']), channel: 'telex' }, 'invalid_request', 'channel'],
  ['something that is no id to replace', { ...wanting(['Z-A-1']), replaces: '1' }, 'invalid_request', 'replaces'],
  ['a performance of somebody else', item({ performance: 'de-brug.hamlet' }), 'invalid_request', 'items.0.performance'],
  ['the prototype as a seat', item({ seats: [{ seat: '__proto__' }] }), 'invalid_request', 'items.0.seats.0.seat'],
  ['the constructor as a seat', item({ seats: [{ seat: 'constructor' }] }), 'seat_unknown', 'items.0.seats.0.seat'],
  ['half a place', item({ areas: [{ area: 'STAAN', quantity: 0.5 }] }), 'invalid_request', 'items.0.areas.0.quantity'],
  ['null', null, 'invalid_request'],
  ['a list', [], 'invalid_request'],
];

describe('bad input of partners', () => {
  let centre: TestCentre;
  let partner: ReturnType<typeof askingPartner>;
  let api: OpenApi;
  before(async () => {
    centre = await createTestCentre();
    partner = askingPartner(centre, await addPartner(centre));
    api = { ...(await (await centre.app.request('/openapi.json')).json()), vocabulary: NAMES };
  });
  after(() => centre.stop());
  const kept = async () => ({
    reservations: (await centre.db.selectFrom('reservation').select('id').execute()).length,
    carts: (await centre.db.selectFrom('cart').select('id').execute()).length,
    claims: (await centre.db.selectFrom('claim').select('id').execute()).length,
  });

  for (const [what, json, code, field] of REFUSED) {
    it(`a reservation with ${what} is refused and leaves nothing behind`, async () => {
      const before = await kept();
      const answer = await partner.ask('PUT', `/reservations/${randomUUID()}`, json);
      assert.deepEqual([answer.code, ...(field ? [answer.field] : [])], [code, ...(field ? [field] : [])]);
      assert.deepEqual(await kept(), before);
    });
  }

  it('an id that is none, a cursor that is none and a page that is none are refused', async () => {
    assert.equal((await partner.read('1')).code, 'invalid_request');
    for (const query of ['after=-1', 'after=x', `after=${'9'.repeat(20)}`, 'limit=0', 'limit=501', 'limit=x']) {
      assert.equal((await partner.ask('GET', `/changes?${query}`)).code, 'invalid_request', query);
    }
    assert.equal((await partner.ask('GET', `/changes?after=${'9'.repeat(19)}`)).status, 200);
  });

  const ROUTES = [
    ['put', ''],
    ['post', '/extend'],
    ['post', '/confirm'],
    ['post', '/cancel'],
  ] as const;
  for (const [method, action] of ROUTES) {
    it(`${method.toUpperCase()} …${action || '/{reservation}'} answers anything with a code of its own, and never falls`, async () => {
      const path = `/centres/{centre}/network/v1/reservations/{reservation}${action}`;
      const operation = api.paths[path]?.[method] as Operation;
      const schema = operation.requestBody?.content['application/json']?.schema;
      assert.ok(schema);
      const id = randomUUID();
      await partner.put(id, wanting(['Z-D-1'], { seconds: 7200 }));
      const bodies = fc.sample(fc.oneof(bent(schema, api), fitting(schema, api)), {
        seed: SEED,
        numRuns: REQUESTS_PER_ROUTE,
      });
      for (const [index, json] of bodies.entries()) {
        const target = index % 2 ? id : randomUUID();
        const { status, code } = await partner.ask(method.toUpperCase(), `/reservations/${target}${action}`, json);
        assert.ok(status < 500, `${status} ${code} for ${JSON.stringify(json)?.slice(0, 300)}`);
        // What is too large is refused before it is known what it is for.
        assert.ok(status === 413 || String(status) in operation.responses, `${status} ${code} is not described`);
      }
    });
  }
});
