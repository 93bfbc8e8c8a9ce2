import { runMigrations } from 'graphile-worker';
import pg from 'pg';
import { migrate } from './migrate.ts';
import { type CentreNames, centreNames } from './names.ts';

export interface ProvisionedCentre extends CentreNames {
  /** Address with the centre's own role. */
  readonly url: string;
}

/** One at a time over all processes: making roles and revoking rights touches rows that all centres share. */
const PROVISIONING_LOCK = 0x464f5945;

/**
 * Makes sure that a centre has its schema, its job queue and its login role, with every migration applied. Can be run
 * as often as one likes. The maintenance role owns everything; the centre's role may only read and write rows.
 * @param adminUrl Address of a database that is Foyer's alone, with a role that may create schemas and roles.
 */
export async function provisionCentre(
  adminUrl: string,
  centre: { readonly id: string; readonly password: string },
): Promise<ProvisionedCentre> {
  const names = centreNames(centre.id);
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [PROVISIONING_LOCK]);
    await closeToOthers(client);
    await ensureRole(client, names, centre.password);
    await client.query(`create schema if not exists ${names.schema}`);
    await migrate(client, names.schema);
    await installJobs(client, adminUrl, names);
    await client.query(grants(names));
  } finally {
    await client.end();
  }
  return placeOf(adminUrl, centre);
}

/** Where a centre is that was provisioned. */
export function placeOf(
  adminUrl: string,
  centre: { readonly id: string; readonly password: string },
): ProvisionedCentre {
  const names = centreNames(centre.id);
  const url = new URL(adminUrl);
  url.username = names.role;
  url.password = centre.password;
  return { ...names, url: url.href };
}

/** A role can do nothing in this database but what it is given below. */
async function closeToOthers(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>('select quote_ident(current_database()) as name');
  await client.query(`
    revoke all on database ${rows[0]?.name} from public;
    revoke all on schema public from public;`);
}

async function ensureRole(client: pg.Client, { role, schema }: CentreNames, password: string): Promise<void> {
  const { rows } = await client.query('select 1 from pg_roles where rolname = $1', [role]);
  if (rows.length === 0) await client.query(`create role ${role}`);
  await client.query(`
    alter role ${role} with login noinherit nosuperuser nocreatedb nocreaterole nobypassrls noreplication
      password ${pg.escapeLiteral(password)};
    alter role ${role} set search_path = ${schema};
    alter role ${role} set statement_timeout = '15s';
    alter role ${role} set lock_timeout = '5s';
    alter role ${role} set idle_in_transaction_session_timeout = '30s';
    alter role ${role} set default_transaction_isolation = 'read committed';
    do $$ begin execute format('grant connect on database %I to ${role}', current_database()); end $$;`);
}

/** Where a `pg_notify` that tells nobody lives; see below. */
const HUSH = 'foyer_hush';

/**
 * Installs or upgrades graphile-worker's tables. It tells every worker in the database to stop for a breaking change of
 * the tables, whichever schema they are in. A centre that is new changes nothing for the others, so nobody is told.
 */
async function installJobs(client: pg.Client, adminUrl: string, { jobsSchema: schema }: CentreNames): Promise<void> {
  await client.query(`
    create schema if not exists ${HUSH};
    create or replace function ${HUSH}.pg_notify(text, text) returns void language sql as '';`);
  const { rows } = await client.query('select 1 from pg_namespace where nspname = $1', [schema]);
  const url = new URL(adminUrl);
  if (rows.length === 0) url.searchParams.set('options', `-c search_path=${HUSH},pg_catalog`);
  await runMigrations({ connectionString: url.href, schema, logger: undefined });
}

/** What the centre's role may do. The books are written once and never touched again. */
function grants({ schema, jobsSchema, role }: CentreNames): string {
  return `
    grant usage on schema ${schema}, ${jobsSchema} to ${role};
    grant select, insert, update, delete on all tables in schema ${schema} to ${role};
    grant usage on all sequences in schema ${schema} to ${role};
    revoke all on ${schema}.migration from ${role};
    grant select on ${schema}.migration to ${role};
    revoke update, delete on ${schema}.ledger_entry, ${schema}.entry, ${schema}.posting,
      ${schema}.entitlement_use from ${role};
    grant select, insert, update, delete on all tables in schema ${jobsSchema} to ${role};
    grant usage on all sequences in schema ${jobsSchema} to ${role};
    revoke all on ${jobsSchema}.migrations from ${role};
    grant select on ${jobsSchema}.migrations to ${role};
    do $$
    declare closed regclass;
    begin
      -- graphile-worker turns row security on and leaves the policies to us.
      for closed in select oid from pg_class where relnamespace = '${jobsSchema}'::regnamespace and relrowsecurity loop
        execute format('drop policy if exists work on %s', closed);
        execute format('create policy work on %s to ${role} using (true) with check (true)', closed);
      end loop;
    end $$;`;
}
