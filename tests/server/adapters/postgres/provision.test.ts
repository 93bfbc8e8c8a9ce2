import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import pg from 'pg';
import {
  assertHumbleRole,
  centreNames,
  openDatabase,
  type ProvisionedCentre,
  provisionCentre,
} from '../../../../server/adapters/postgres/index.ts';
import { openTestDatabase, type TestDatabase } from '../../../harness/database.ts';

const DENIED = { code: '42501' };

describe('a centre’s place in the database', () => {
  let database: TestDatabase;
  let admin: pg.Client;
  let one: ProvisionedCentre;
  let other: ProvisionedCentre;
  let asOne: pg.Client;
  const id = `plaats-${process.pid}`;

  before(async () => {
    database = await openTestDatabase();
    admin = new pg.Client(database.adminUrl);
    await admin.connect();
    one = await provisionCentre(database.adminUrl, { id, password: 'one' });
    other = await provisionCentre(database.adminUrl, { id: `${id}-buur`, password: 'other' });
    asOne = new pg.Client(one.url);
    await asOne.connect();
  });
  after(async () => {
    await asOne.end();
    await admin.end();
    await database.stop();
  });

  it('can be made again, and again at the same time, without changing anything', async () => {
    const before = await asOne.query('select * from migration order by name');
    await Promise.all([1, 2, 3].map(() => provisionCentre(database.adminUrl, { id, password: 'one' })));
    assert.deepEqual((await asOne.query('select * from migration order by name')).rows, before.rows);
  });

  it('lets its own role read and write rows', async () => {
    await asOne.query(`insert into price_type (id, position, name) values ('x', 99, '{}')`);
    await asOne.query(`delete from price_type where id = 'x'`);
  });

  it('keeps the ledger as it was written', async () => {
    await asOne.query(
      `insert into ledger_entry (kind, order_id, reference, cents) values ('sale', gen_random_uuid(), 'r', 1)`,
    );
    for (const table of ['ledger_entry', 'entry', 'posting']) {
      await assert.rejects(asOne.query(`update ${table} set cents = 2`), DENIED);
      await assert.rejects(asOne.query(`delete from ${table}`), DENIED);
      await assert.rejects(asOne.query(`truncate ${table}`), DENIED);
    }
    await assert.rejects(asOne.query('drop trigger posting_balanced on posting'), DENIED);
    await assert.rejects(asOne.query('alter table posting disable trigger all'), DENIED);
  });

  it('lets nobody in from another centre, to tables or to jobs', async () => {
    for (const schema of [other.schema, other.jobsSchema]) {
      const table = schema === other.schema ? 'orders' : 'jobs';
      await assert.rejects(asOne.query(`select * from ${schema}.${table}`), DENIED);
    }
    await assert.rejects(asOne.query(`select ${other.jobsSchema}.add_job('x')`), DENIED);
    await assert.rejects(asOne.query(`set role ${other.role}`), DENIED);
  });

  for (const [what, text] of [
    ['change a table', 'alter table claim drop constraint claim_pkey'],
    ['make a table', 'create table mine (x int)'],
    ['make a table for a while', 'create temporary table mine (x int)'],
    ['make a table where everybody may', 'create table public.mine (x int)'],
    ['make a role', 'create role mine'],
    ['change what was migrated', 'delete from migration'],
    ['turn off a job’s row security', 'select 1 from pg_authid'],
  ] as const) {
    it(`does not let its role ${what}`, () => assert.rejects(asOne.query(text), DENIED));
  }

  it('adds and takes jobs of its own', async () => {
    await asOne.query(`select ${one.jobsSchema}.add_job('test', '{"x": 1}')`);
    const { rows } = await asOne.query(`select task_identifier from ${one.jobsSchema}.jobs`);
    assert.deepEqual(rows, [{ task_identifier: 'test' }]);
  });

  it('refuses a migration that was changed after it was applied', async () => {
    await admin.query(`update ${one.schema}.migration set checksum = 'other' where name = '001-ground.sql'`);
    await assert.rejects(provisionCentre(database.adminUrl, { id, password: 'one' }), /001-ground\.sql was changed/);
    await admin.query(`delete from ${one.schema}.migration`);
    await admin.query(`drop schema ${one.schema} cascade`);
    await provisionCentre(database.adminUrl, { id, password: 'one' });
  });

  it('refuses, in one line that says what to do, a database on which a newer version has worked', async () => {
    await admin.query(`insert into ${one.schema}.migration (name, checksum) values ('999-later.sql', 'x')`);
    await admin.query(`delete from ${one.schema}.migration where name = '017-waiting-list.sql'`);
    await assert.rejects(provisionCentre(database.adminUrl, { id, password: 'one' }), {
      code: 'database_newer',
      message: /^database_newer: centre_\S+ was changed by a newer version .*999-later\.sql.* backup .*upgrade\.$/,
    });
    const { rows } = await admin.query(`select 1 from ${one.schema}.migration where name = '017-waiting-list.sql'`);
    assert.deepEqual(rows, [], 'nothing was applied');
    await admin.query(`drop schema ${one.schema} cascade`);
    await provisionCentre(database.adminUrl, { id, password: 'one' });
  });

  it('has a name PostgreSQL can keep whole', () => {
    assert.equal(centreNames('de-lantaarn').schema, 'centre_de_lantaarn');
    for (const wrong of ['De', 'a_b', 'a;drop', '', 'a'.repeat(41)])
      assert.throws(() => centreNames(wrong), /Centre id/);
  });

  describe('and the self-test before a centre runs', () => {
    const test = async (url: string, schema = one.schema) => {
      const db = openDatabase(url, { max: 1 });
      try {
        await assertHumbleRole(db, schema);
      } finally {
        await db.destroy();
      }
    };

    it('accepts the role that provisioning made', () => test(one.url));

    it('refuses a superuser', () => assert.rejects(test(database.adminUrl), /superuser/));

    for (const [what, make, message] of [
      ['may make roles', `alter role ${centreNames(id).role} createrole`, /create roles/],
      ['bypasses row security', `alter role ${centreNames(id).role} bypassrls`, /bypass row security/],
    ] as const) {
      it(`refuses a role that ${what}`, async () => {
        await admin.query(make);
        await assert.rejects(test(one.url), message);
        await admin.query(`alter role ${one.role} nocreaterole nobypassrls`);
      });
    }

    it('refuses the owner of a table', async () => {
      const owner = await admin.query('select current_user as name');
      await admin.query(`alter table ${one.schema}.claim owner to ${one.role}`);
      await assert.rejects(test(one.url), /owns tables/);
      await admin.query(`alter table ${one.schema}.claim owner to ${owner.rows[0].name}`);
    });

    it('refuses a role that can enter another centre', async () => {
      await admin.query(`grant usage on schema ${other.schema} to ${one.role}`);
      await assert.rejects(test(one.url), new RegExp(`can enter ${other.schema}`));
      await admin.query(`revoke usage on schema ${other.schema} from ${one.role}`);
    });

    it('refuses a role that can rewrite the ledger, or works elsewhere', async () => {
      for (const table of ['ledger_entry', 'entry', 'posting']) {
        await admin.query(`grant update on ${one.schema}.${table} to ${one.role}`);
        await assert.rejects(test(one.url), /rewrite the ledger/);
        await admin.query(`revoke update on ${one.schema}.${table} from ${one.role}`);
      }
      await assert.rejects(test(other.url, one.schema));
    });
  });
});
