import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { sql } from 'kysely';
import pg from 'pg';
import { silentLog } from '../../../../server/adapters/log.ts';
import type { Follower } from '../../../../server/features/seating/hub.ts';
import { createLiveHub, type LiveHub } from '../../../../server/features/seating/index.ts';
import { createTestCentre, type TestCentre } from '../../../harness/centre.ts';
import { holdAnswers } from '../../../harness/held-answers.ts';

const NO_AREAS = new Map();

describe('the hub of live seats', () => {
  let centre: TestCentre;
  let hub: LiveHub;
  before(async () => {
    centre = await createTestCentre();
    hub = createLiveHub({ db: centre.db, log: silentLog, pause: 5, heartbeat: 20 });
  });
  after(async () => {
    hub.close();
    await centre.stop();
  });

  const note = (places: readonly string[], state: string, performance = 'het-gedacht') =>
    sql`select note_change(${performance}, ${places}, ${state}, 'infinity')`.execute(centre.db);

  /** Takes news until a place is sold; gives all that were told of. */
  const soldUntil = async (follower: Follower, place: string): Promise<readonly string[]> => {
    const sold = new Set<string>();
    while (!sold.has(place)) {
      const event = await follower.next();
      assert.ok(event);
      if (event.type !== 'alive') for (const seat of Object.keys(event.data.seats)) sold.add(seat);
    }
    return [...sold];
  };

  it('says that the line is open when nothing happens', async () => {
    const follower = await hub.follow('het-gedacht', NO_AREAS, undefined);
    assert.equal((await follower.next())?.type, 'reset');
    assert.deepEqual(await follower.next(), { type: 'alive' });
    follower.close();
    assert.equal(await follower.next(), null);
  });

  it('tells a slow follower everything at once, and keeps no queue', async () => {
    const [quick, slow] = [
      await hub.follow('het-gedacht', NO_AREAS, undefined),
      await hub.follow('het-gedacht', NO_AREAS, undefined),
    ];
    await Promise.all([quick.next(), slow.next()]);
    const hear = async (place: string, state: string) => {
      for (let event = await quick.next(); event; event = await quick.next()) {
        if (event.type === 'change' && event.data.seats[place] === state) return;
      }
    };
    for (const [place, state] of [
      ['A', 'held'],
      ['B', 'sold'],
      ['A', 'free'],
      ['C', 'sold'],
    ] as const) {
      await note([place], state);
      await hear(place, state);
    }
    const event = await slow.next();
    assert.ok(event?.type === 'change');
    assert.deepEqual(event.data.seats, { A: 'free', B: 'sold', C: 'sold' });
    quick.close();
    slow.close();
  });

  it('asks the database nothing while nobody follows', async () => {
    let asked = 0;
    const counting = new Proxy(centre.db, {
      get(db, name) {
        if (name === 'getExecutor') asked += 1;
        const value = Reflect.get(db, name, db);
        return typeof value === 'function' ? value.bind(db) : value;
      },
    });
    const quiet = createLiveHub({ db: counting, log: silentLog, pause: 1, heartbeat: 20 });
    const follower = await quiet.follow('het-gedacht', NO_AREAS, undefined);
    await follower.next();
    await follower.next();
    assert.ok(asked > 2, 'it asks while somebody follows');
    follower.close();
    const before = asked;
    // The time of fifty round trips is enough for many looks.
    for (let trip = 0; trip < 50; trip += 1) await sql`select 1`.execute(centre.db);
    assert.ok(asked <= before + 1, 'only the look that was under way may end');
    quiet.close();
  });

  for (const look of ['ended before', 'ends after']) {
    it(`tells what changed while a performance was opened, when a look for others ${look} it was`, async () => {
      const answers = holdAnswers(centre.db);
      const busy = createLiveHub({ db: answers.db, log: silentLog, pause: 1, heartbeat: 20 });
      const other = await busy.follow('het-gedacht', NO_AREAS, undefined);
      const taken = answers.hold('from claim');
      const opening = busy.follow('nog-een', NO_AREAS, undefined);
      await taken.reached;
      await note(['M'], 'sold', 'nog-een');
      if (look === 'ended before') {
        await note(['O'], 'sold');
        await soldUntil(other, 'O');
        taken.release();
      } else {
        const late = answers.hold('from seat_change');
        await late.reached;
        taken.release();
        await opening;
        late.release();
      }
      const follower = await opening;
      await note(['N'], 'sold', 'nog-een');
      assert.deepEqual(await soldUntil(follower, 'N'), ['M', 'N']);
      busy.close();
    });
  }

  it('looks once at a time, also for somebody who comes back during a look', async () => {
    const answers = holdAnswers(centre.db);
    const single = createLiveHub({ db: answers.db, log: silentLog, pause: 1 });
    const first = await single.follow('het-gedacht', NO_AREAS, undefined);
    const look = answers.hold('from seat_change');
    await look.reached;
    first.close();
    const again = await single.follow('het-gedacht', NO_AREAS, undefined);
    const before = answers.count('from seat_change');
    // The time of fifty round trips is enough for many looks.
    for (let trip = 0; trip < 50; trip += 1) await sql`select 1`.execute(centre.db);
    assert.equal(answers.count('from seat_change'), before);
    look.release();
    await note(['P'], 'sold');
    assert.ok((await soldUntil(again, 'P')).includes('P'));
    single.close();
  });

  it('goes on after the database failed, and tells what happened meanwhile', async () => {
    const admin = new pg.Client(centre.adminUrl);
    await admin.connect();
    let failed = () => {};
    const failure = new Promise<void>((resolve) => {
      failed = resolve;
    });
    const fragile = createLiveHub({ db: centre.db, log: { ...silentLog, error: () => failed() }, pause: 5 });
    try {
      const follower = await fragile.follow('het-gedacht', NO_AREAS, undefined);
      await follower.next();
      await admin.query(`revoke select on ${centre.schema}.seat_change from ${centre.schema}`);
      await failure;
      await note(['Z'], 'sold');
      await admin.query(`grant select on ${centre.schema}.seat_change to ${centre.schema}`);
      const event = await follower.next();
      assert.ok(event?.type === 'change' && event.data.seats.Z === 'sold');
    } finally {
      fragile.close();
      await admin.end();
    }
  });
});
