import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import type { Reservation, ReservationRequest } from '../../../../sdk/contract/index.ts';
import type { Timers } from '../../../../sdk/platform.ts';
import { systemClock } from '../../../../server/adapters/clock.ts';
import { silentLog } from '../../../../server/adapters/log.ts';
import { systemRandomness } from '../../../../server/adapters/randomness.ts';
import { createCallPartner } from '../../../../server/features/network/calls/call.ts';
import { createSend } from '../../../../server/features/network/calls/send.ts';
import { createNetworkKeys, verifyingKey } from '../../../../server/features/network/keys.ts';
import { createPartnerClient } from '../../../../server/features/network/partner-client.ts';
import { createSafeFetch } from '../../../../server/features/network/safe-fetch.ts';
import { verifyRequest } from '../../../../server/features/network/signatures/index.ts';
import {
  type PartnerServer,
  type Received,
  sendError,
  sendJson,
  startPartnerServer,
} from '../../../harness/partner-server.ts';
import { SMALL_HALL } from '../../../harness/small-hall.ts';

const AGREEMENT = randomUUID();
const ID = randomUUID();
const REQUEST: ReservationRequest = {
  channel: 'web',
  items: [{ performance: 'hamlet', seats: [{ seat: 'A-1', priceType: 'adult' }] }],
};
const RESERVATION: Reservation = {
  id: ID,
  state: 'held',
  lines: [],
  total: { cents: 0, currency: 'EUR' },
  expiresAt: '2026-11-22T11:15:00.000Z',
  secondsLeft: 900,
  extendable: true,
  replacedBy: null,
  confirmedAt: null,
  tickets: [],
  entries: [],
};
const UNKNOWN = { error: { outcome: 'unknown', code: 'network' } };

describe('a partner over the network', () => {
  let server: PartnerServer;
  const { close, fetch } = createSafeFetch({ allowPrivate: true });
  const keys = createNetworkKeys([new Uint8Array(32).fill(2), new Uint8Array(32).fill(1)]);
  before(async () => {
    server = await startPartnerServer();
  });
  after(async () => {
    await close();
    await server.stop();
  });

  /** A client that has met no partner before. Its pauses are over at once, its deadlines when a test says so. */
  function client() {
    const deadlines = new Map<() => void, number>();
    const timers: Timers = {
      now: () => 0,
      after(milliseconds, callback) {
        if (milliseconds >= 3_000) deadlines.set(callback, milliseconds);
        else setImmediate(callback);
        return () => void deadlines.delete(callback);
      },
    };
    const random = systemRandomness;
    const send = createSend({ keys, fetch, clock: systemClock, random, log: silentLog });
    const findPartner = async () => server.url;
    return {
      api: createPartnerClient(createCallPartner({ send, findPartner, timers, random, log: silentLog })),
      /** Lets all deadlines pass; gives how long they were. */
      endAll() {
        const all = [...deadlines];
        for (const [end] of all) end();
        return all.map(([, milliseconds]) => milliseconds);
      },
    };
  }

  const reserving = () => client().api.reserve(AGREEMENT, ID, REQUEST);
  const proofOf = ({ body, headers, method, path }: Received) =>
    verifyRequest(
      { method, url: new URL(path, server.url).href, headers, body },
      {
        clock: systemClock,
        findKey: async ({ key }) => {
          const known = keys.shown.find(({ id }) => id === key);
          return known && verifyingKey(known);
        },
      },
    );

  it('gets what is asked, signed, and its answer is taken', async () => {
    server.answer((_, response) => sendJson(response, 201, RESERVATION));
    assert.deepEqual(await reserving(), { data: RESERVATION });
    const [received] = server.received;
    assert.deepEqual([received?.method, received?.path], ['PUT', `/centres/de-brug/network/v1/reservations/${ID}`]);
    assert.deepEqual(JSON.parse(Buffer.from(received!.body).toString()), REQUEST);
    assert.equal((await proofOf(received!)).agreement, AGREEMENT);
  });

  it('is asked the same again when its connection breaks, signed anew', async () => {
    server.answer((_, response, times) => {
      if (times === 1) response.destroy();
      else if (times === 2)
        response
          .writeHead(201, { 'Content-Type': 'application/json', 'Content-Length': '99' })
          .write('{', () => response.destroy());
      else sendJson(response, 200, RESERVATION);
    });
    assert.deepEqual(await reserving(), { data: RESERVATION });
    const bodies = new Set(server.received.map(({ body }) => Buffer.from(body).toString()));
    const nonces = new Set((await Promise.all(server.received.map(proofOf))).map(({ nonce }) => nonce));
    assert.deepEqual([server.received.length, bodies.size, nonces.size], [3, 1, 3]);
  });

  it('is left at the deadline, and nothing is known then', async () => {
    const { api, endAll } = client();
    for (const [ask, deadline] of [
      [() => api.read(AGREEMENT, ID), 3_000],
      [() => api.reserve(AGREEMENT, ID, REQUEST), 5_000],
      [() => api.confirm(AGREEMENT, ID, { expectedTotal: RESERVATION.total }), 10_000],
    ] as const) {
      const asked = Promise.withResolvers<void>();
      server.answer(() => asked.resolve());
      const asking = ask();
      await asked.promise;
      assert.deepEqual([endAll(), await asking, endAll()], [[deadline], UNKNOWN, []]);
    }
  });

  it('is left too when it begins an answer and does not end it', async () => {
    const begun = Promise.withResolvers<void>();
    server.answer((_, response) => {
      response.writeHead(200, { 'Content-Type': 'application/json' }).write('{', () => begun.resolve());
    });
    const { api, endAll } = client();
    const asking = api.reserve(AGREEMENT, ID, REQUEST);
    await begun.promise;
    endAll();
    assert.deepEqual(await asking, UNKNOWN);
  });

  for (const [how, status, json] of [
    ['says more than the contract', 200, { ...RESERVATION, buyer: 'Noor' }],
    ['says less', 200, { id: ID }],
    ['tells of another reservation', 200, { ...RESERVATION, id: randomUUID() }],
    ['refuses in words of its own', 409, { message: 'no' }],
    ['refuses with a code that nobody knows', 409, { error: { code: 'no', message: 'no', requestId: 'x' } }],
    ['refuses with a code under another status', 409, { error: { code: 'not_found', message: 'no', requestId: 'x' } }],
  ] as const) {
    it(`is not believed when it ${how}`, async () => {
      server.answer((_, response) => sendJson(response, status, json));
      assert.deepEqual(await reserving(), UNKNOWN);
      assert.equal(server.received.length, 3);
    });
  }

  it('is not believed when a proxy speaks for it, nor followed elsewhere', async () => {
    server.answer((_, response) => response.writeHead(404, { 'Content-Type': 'text/html' }).end('<p>Not found</p>'));
    assert.deepEqual(await reserving(), UNKNOWN);
    server.answer((_, response) => response.writeHead(307, { Location: '/elsewhere' }).end());
    assert.deepEqual(await reserving(), UNKNOWN);
    assert.ok(server.received.every(({ path }) => path !== '/elsewhere'));
  });

  it('refuses with a reason, once', async () => {
    server.answer((_, response) => sendError(response, 409, 'seats_taken', { seats: ['A-1'], field: 'items.0' }));
    assert.deepEqual(await reserving(), {
      error: { outcome: 'refused', code: 'seats_taken', seats: ['A-1'], field: 'items.0' },
    });
    assert.equal(server.received.length, 1);
  });

  for (const [status, code, tries] of [
    [500, 'internal', 3],
    [503, 'unavailable', 3],
    [409, 'request_in_progress', 3],
    [429, 'rate_limited', 3],
    [401, 'signature_missing', 1],
  ] as const) {
    it(`has decided nothing when it says ${code}`, async () => {
      server.answer((_, response) => sendError(response, status, code));
      assert.deepEqual(await reserving(), { error: { outcome: 'unknown', code } });
      assert.equal(server.received.length, tries);
    });
  }

  it('may still know only an older key of ours, which then is used at once', async () => {
    server.answer(async (received, response) => {
      const { key } = await proofOf(received);
      if (key === keys.shown[1]!.id) sendJson(response, 200, RESERVATION);
      else sendError(response, 401, 'signature_invalid');
    });
    const { api } = client();
    for (let n = 0; n < 2; n += 1) assert.deepEqual(await api.read(AGREEMENT, ID), { data: RESERVATION });
    const used = await Promise.all(server.received.map(async (received) => (await proofOf(received)).key));
    assert.deepEqual(used, [keys.shown[0]!.id, keys.shown[1]!.id, keys.shown[1]!.id]);
  });

  it('streams as long as its reader likes, once the stream has begun in time', async () => {
    server.answer((_, response) => {
      response.writeHead(200, { 'Content-Type': 'text/event-stream' }).write('retry: 2000\n\n');
    });
    const { api, endAll } = client();
    const reading = new AbortController();
    const { data } = await api.live(AGREEMENT, 'hamlet', '7-1', reading.signal);
    assert.equal(server.received[0]?.path, '/centres/de-brug/network/v1/performances/hamlet/live?cursor=7-1');
    assert.deepEqual(endAll(), []);
    const reader = data!.body!.getReader();
    assert.equal(new TextDecoder().decode((await reader.read()).value), 'retry: 2000\n\n');
    const next = reader.read();
    reading.abort(new Error('enough'));
    await assert.rejects(next, /enough/);
  });

  it('is left when a stream does not begin in time, or is none', async () => {
    const { api, endAll } = client();
    const { signal } = new AbortController();
    const asked = Promise.withResolvers<void>();
    server.answer(() => asked.resolve());
    const asking = api.live(AGREEMENT, 'hamlet', '7-1', signal);
    await asked.promise;
    endAll();
    assert.deepEqual(await asking, UNKNOWN);
    server.answer((_, response) => sendJson(response, 200, {}));
    assert.deepEqual(await api.live(AGREEMENT, 'hamlet', '7-1', signal), UNKNOWN);
  });

  it('gives a seating plan that is one, and the one that was asked for', async () => {
    const plan = SMALL_HALL;
    server.answer((_, response) => sendJson(response, 200, plan));
    const { api } = client();
    assert.deepEqual((await api.plan(AGREEMENT, plan.id, 1)).data, plan);
    assert.deepEqual(await api.plan(AGREEMENT, plan.id, 2), UNKNOWN);
    server.answer((_, response) => sendJson(response, 200, { ...plan, sections: 'none' }));
    assert.deepEqual(await client().api.plan(AGREEMENT, plan.id, 1), UNKNOWN);
  });
});
