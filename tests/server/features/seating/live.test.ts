import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { sql } from 'kysely';
import pg from 'pg';
import { seatChangeSchema, seatStatusSchema } from '../../../../sdk/contract/index.ts';
import { createTestCentre, openTestCart, type TestCentre, type TestServer } from '../../../harness/centre.ts';
import { listen, readStatusOf } from '../../../harness/live.ts';

describe('live seats', () => {
  let centre: TestCentre;
  let second: TestServer;
  before(async () => {
    centre = await createTestCentre();
    second = await centre.another();
  });
  after(() => centre.stop());
  beforeEach(() => centre.db.deleteFrom('claim').execute());

  const status = () => readStatusOf(centre);
  const note = (place: string, state: string) =>
    sql`select note_change('het-gedacht', array[${place}], ${state}, 'infinity')`.execute(centre.db);
  /** Lets a hold end so much from now, and tells it as an extension would. */
  const endHold = (place: string, from: string) =>
    sql`
      with ending as (
        update claim set until = clock_timestamp() + ${from}::interval where place = ${place} returning until
      )
      select note_change('het-gedacht', array[${place}], 'held', until) from ending`.execute(centre.db);

  it('have a status that names what is taken and counts what is free', async () => {
    const cart = await openTestCart(centre);
    await cart.hold({
      performance: 'het-gedacht',
      seats: [{ seat: 'Z-A-1' }],
      areas: [{ area: 'STAAN', quantity: 3 }],
    });
    const { named, ...told } = await status();
    assert.deepEqual(seatStatusSchema.parse(told).areas, { STAAN: { free: 17 } });
    assert.deepEqual(named, { 'Z-A-1': 'held' });
  });

  it('begin with everything for somebody who knows nothing', async () => {
    await (await openTestCart(centre)).holdSeats(['Z-A-1']);
    const listener = await listen(centre);
    const first = await listener.next();
    assert.equal(first?.type, 'reset');
    assert.deepEqual(first?.seats, { 'Z-A-1': 'held' });
    assert.equal(seatStatusSchema.parse(first?.data).plan.version, 1);
    assert.equal(first?.id, first?.data.cursor);
    await listener.leave();
  });

  it('show a change made at another server to everybody', async () => {
    const { cursor } = await status();
    const listeners = [
      await listen(centre, { cursor }),
      await listen(second, { cursor }),
      await listen(centre, { cursor }),
    ];
    await (await openTestCart(second)).hold({
      performance: 'het-gedacht',
      seats: [{ seat: 'Z-B-1' }, { seat: 'Z-B-2' }],
      areas: [{ area: 'STAAN', quantity: 1 }],
    });
    for (const listener of listeners) {
      const event = await listener.until('Z-B-1', 'held');
      assert.equal(event.type, 'change');
      assert.deepEqual(seatChangeSchema.parse(event.data).areas, { STAAN: { free: 19 } });
      assert.deepEqual(event.seats, { 'Z-B-1': 'held', 'Z-B-2': 'held' });
      await listener.leave();
    }
  });

  it('heal a gap by the cursor of the address or of the last event', async () => {
    const listener = await listen(centre);
    const { id } = (await listener.next())!;
    await listener.leave();
    await (await openTestCart(centre)).holdSeats(['Z-C-1']);
    for (const resumed of [
      await listen(second, { cursor: id }),
      await listen(centre, { lastEventId: id, cursor: '0.0' }),
    ]) {
      assert.equal((await resumed.until('Z-C-1', 'held')).type, 'change');
      await resumed.leave();
    }
  });

  it('start over for a cursor that is too old, of another database, or nonsense', async () => {
    const { cursor } = await status();
    const [xid, at] = cursor.split('.').map(Number) as [number, number];
    for (const useless of [`${xid}.${at - 7_200}`, `${xid + 1_000_000}.${at - 60}`, '-1', 'x'.repeat(40), '1.']) {
      const listener = await listen(centre, { cursor: useless });
      assert.equal((await listener.next())?.type, 'reset', useless);
      await listener.leave();
    }
  });

  it('do not skip a transaction that began earlier and committed later', async () => {
    const late = new pg.Client(centre.url);
    await late.connect();
    try {
      await late.query('begin');
      await late.query(`select note_change('het-gedacht', array['Z-D-1'], 'sold', 'infinity')`);
      const { cursor } = await status();
      const listener = await listen(centre, { cursor });
      await note('Z-D-2', 'sold');
      await late.query('commit');
      const seen = { ...(await listener.until('Z-D-2', 'sold')).seats };
      if (!('Z-D-1' in seen)) await listener.until('Z-D-1', 'sold');
      await listener.leave();
    } finally {
      await late.end();
    }
  });

  it('keep the order in which things happened to a seat, whichever transaction began first', async () => {
    const early = new pg.Client(centre.url);
    await early.connect();
    try {
      await early.query('begin');
      // Has its number before the other, and does its work after it.
      await early.query('select pg_current_xact_id()');
      const { cursor } = await status();
      const listener = await listen(centre, { cursor });
      await note('Z-D-3', 'free');
      await early.query(`select note_change('het-gedacht', array['Z-D-3'], 'sold', 'infinity')`);
      await early.query('commit');
      assert.deepEqual((await listener.until('Z-D-3', 'sold')).seats, { 'Z-D-3': 'sold' });
      await listener.leave();
    } finally {
      await early.end();
    }
  });

  it('free a seat at the moment its hold ends, though nobody does anything', async () => {
    const { cursor } = await status();
    const listener = await listen(centre, { cursor });
    await (await openTestCart(centre)).holdSeats(['Z-E-1']);
    await endHold('Z-E-1', '1 second');
    assert.deepEqual((await listener.until('Z-E-1', 'free')).seats, { 'Z-E-1': 'free' });
    await listener.leave();
  });

  it('tell what ended during a gap', async () => {
    await (await openTestCart(centre)).holdSeats(['Z-E-2']);
    const { cursor } = await status();
    await endHold('Z-E-2', '0 seconds');
    const listener = await listen(centre, { cursor });
    assert.deepEqual((await listener.until('Z-E-2', 'free')).seats, { 'Z-E-2': 'free' });
    await listener.leave();
  });

  it('are not there for a performance that is not there', async () => {
    for (const path of ['status', 'live']) {
      assert.equal((await centre.request(`/performances/niets/${path}`)).status, 404);
    }
  });

  it('are no more than two hundred for one network, also when all are asked for at once', async () => {
    const crowded = await createTestCentre();
    const ask = () => crowded.request('/performances/het-gedacht/live');
    const askMany = () => Promise.all(Array.from({ length: 205 }, ask));
    const admin = new pg.Client(crowded.adminUrl);
    await admin.connect();
    try {
      await admin.query(`revoke select on ${crowded.schema}.claim from ${crowded.schema}`);
      assert.ok(
        (await askMany()).every(({ status }) => status >= 429),
        'none opens while the database fails',
      );
      await admin.query(`grant select on ${crowded.schema}.claim to ${crowded.schema}`);
      const answers = await askMany();
      assert.equal(answers.filter(({ status }) => status === 200).length, 200);
      assert.equal(answers.filter(({ status }) => status === 429).length, 5);
      await Promise.all(answers.map(({ body }) => body?.cancel()));
      const next = await ask();
      assert.equal(next.status, 200);
      await next.body?.cancel();
    } finally {
      await admin.end();
      await crowded.stop();
    }
  });

  it('end when the server stops', async () => {
    const ending = await createTestCentre();
    const listener = await listen(ending);
    assert.equal((await listener.next())?.type, 'reset');
    ending.runtime.live.close();
    assert.equal(await listener.next(), null);
    await ending.stop();
  });
});
