import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, beforeEach, describe, it } from 'node:test';
import { sql } from 'kysely';
import pg from 'pg';
import { readChanges } from '../../../../../server/features/network/reservations/changes.ts';
import { confirm } from '../../../../../server/features/network/reservations/confirm.ts';
import type { OwnerAgreement, OwnerParts } from '../../../../../server/features/network/reservations/parts.ts';
import { cancelPerformance } from '../../../../../server/features/network/reservations/performances.ts';
import { reserve } from '../../../../../server/features/network/reservations/reserve.ts';
import { createDatabaseWorld, type DatabaseWorld } from '../../../../harness/network/database-world.ts';
import { wanting } from '../../../../harness/network/owner-world.ts';
import { looksOnly, meeting, withOther } from '../../../../harness/network/without-locks.ts';

const ROWS = ['A', 'B', 'C', 'D', 'E', 'F'];

/** Reservations of two seats each, in rows of their own, at the same moment. @returns how many were made. */
async function six(parts: OwnerParts, agreement: OwnerAgreement, rows = ROWS): Promise<number> {
  const answers = await Promise.allSettled(
    rows.map((row) => reserve(parts, agreement, randomUUID(), wanting([`Z-${row}-1`, `Z-${row}-2`]))),
  );
  return answers.filter(({ status }) => status === 'fulfilled').length;
}

/** A sale and a cancellation of what is sold, at the same moment. @returns how many tickets let somebody in after. */
async function soldAndCancelled({ agree, parts, sales }: DatabaseWorld, selling: OwnerParts): Promise<number> {
  const agreement = await agree();
  const id = randomUUID();
  const { reservation } = await reserve(parts, agreement, id, wanting(['Z-A-1', 'Z-A-2']));
  await Promise.allSettled([
    confirm(selling, agreement, id, { expectedTotal: reservation.total }),
    selling === parts ? cancelPerformance(parts, 'het-gedacht') : undefined,
  ]);
  return (await sales(agreement)).valid;
}

async function asAdmin({ adminUrl, schema }: DatabaseWorld['centre'], text: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  await client.query(`set search_path = ${schema}; ${text}`);
  await client.end();
}

/** Who writes first commits last, while a reader follows. @returns the changes the reader saw, page by page. */
async function followed({ centre, agree }: DatabaseWorld): Promise<readonly string[]> {
  const agreement = await agree();
  const [first, second] = [new pg.Client(centre.url), new pg.Client(centre.url)];
  await Promise.all([first.connect(), second.connect()]);
  const write = `insert into network_change (agreement_id, kind, performance_id) values ($1, 'performance-moved', $2)`;
  const seen: string[] = [];
  let after = '0';
  const follow = async () => {
    const page = await readChanges(centre.db, agreement.id, { after, limit: 10 });
    after = page.cursor;
    seen.push(...page.changes.flatMap(({ performance }) => performance ?? []));
  };
  try {
    await first.query('begin');
    await first.query(write, [agreement.id, 'one']);
    const writing = second.query(write, [agreement.id, 'two']);
    await waitsOrEnds(centre, writing);
    await follow();
    await first.query('commit');
    await writing;
    await follow();
  } finally {
    await Promise.all([first.end(), second.end()]);
  }
  return seen;
}

/** Resolves when the query is over, or stands in line behind a lock. */
async function waitsOrEnds({ db }: DatabaseWorld['centre'], query: Promise<unknown>): Promise<void> {
  let over = false;
  query.finally(() => {
    over = true;
  });
  for (;;) {
    const { rows } = await sql<{ waiting: boolean }>`
      select exists (select from pg_stat_activity where usename = current_user and wait_event_type = 'Lock') as waiting`.execute(
      db,
    );
    if (over || rows[0]?.waiting) return;
  }
}

describe('what partners may have, asked for at once', () => {
  let world: DatabaseWorld;
  before(async () => {
    world = await createDatabaseWorld();
  });
  after(() => world.stop());
  beforeEach(() => world.clear());

  it('is never more than the agreement’s share', async () => {
    const agreement = await world.agree({ stock: { kind: 'quota', places: 5 } });
    assert.equal(await six(world.parts, agreement), 2);
    assert.equal((await world.taken()).length, 4);
  });

  it('is never more than it may hold', async () => {
    const agreement = await world.agree({ caps: { heldPlaces: 5 } });
    assert.equal(await six(world.parts, agreement), 2);
    assert.equal((await world.taken()).length, 4);
  });

  it('lets nobody in to what is cancelled', async () => {
    for (let round = 0; round < 15; round += 1) {
      await world.clear();
      assert.equal(await soldAndCancelled(world, world.parts), 0);
      assert.deepEqual(await world.taken(), []);
    }
  });

  it('is told in an order in which nothing is missed', async () => {
    assert.deepEqual(await followed(world), ['one', 'two']);
  });
});

describe('the same without the locks', () => {
  let world: DatabaseWorld;
  before(async () => {
    world = await createDatabaseWorld();
  });
  after(() => world.stop());
  beforeEach(() => world.clear());

  it('is more than the agreement’s share', async () => {
    await asAdmin(
      world.centre,
      `create or replace function lock_performance(performance text) returns void language sql as 'select'`,
    );
    const agreement = await world.agree({ stock: { kind: 'quota', places: 3 } });
    const met = meeting(2);
    const counting = withOther(world.parts.store, (trx) => ({
      async placesOf(...of) {
        const count = await trx.placesOf(...of);
        // Afterwards: who counts when the other has committed already would see what it took.
        await met();
        return count;
      },
    }));
    assert.equal(await six({ ...world.parts, store: counting }, agreement, ['A', 'B']), 2);
  });

  it('lets in to what is cancelled', async () => {
    const { parts } = world;
    let cancelled: Promise<void> | undefined;
    const selling = withOther(parts.store, (trx) => ({
      ...looksOnly(parts.store)(trx),
      async offers(ids) {
        const found = await trx.offers(ids);
        cancelled ??= cancelPerformance(parts, 'het-gedacht');
        await cancelled;
        return found;
      },
    }));
    assert.equal(await soldAndCancelled(world, { ...parts, store: selling }), 2);
  });

  it('misses what was written first', async () => {
    await asAdmin(world.centre, 'drop trigger network_change_in_order on network_change');
    assert.deepEqual(await followed(world), ['two']);
  });
});
