import { createHash } from 'node:crypto';
import pg from 'pg';
import type { TestCentre } from './centre.ts';

/** Somebody whose name and address are found again wherever they went. */
export interface Canary {
  readonly name: string;
  readonly email: string;
}

export function makeCanary(random: () => number): Canary {
  const word = () =>
    Math.floor(random() * 2 ** 40)
      .toString(36)
      .padStart(8, 'q');
  const [first, last, host] = [word(), word(), word()];
  return { name: `Kanarie${first} Vogel${last}`, email: `${first}.${last}@${host}.example` };
}

/** In which shapes of a canary a text contains it: as it is, encoded, or as what somebody could tell it by. */
export function tracesOf({ email, name }: Canary, text: string): readonly string[] {
  const low = text.toLowerCase();
  const [local = '', host = ''] = email.split('@');
  const words = [...name.split(' '), local, host];
  const shapes = [email, name].flatMap((secret) => {
    const bytes = Buffer.from(secret);
    const hashes = ['md5', 'sha1', 'sha256'].flatMap((algorithm) =>
      (['hex', 'base64', 'base64url'] as const).map((form) => createHash(algorithm).update(secret).digest(form)),
    );
    return [encodeURIComponent(secret), bytes.toString('base64url'), bytes.toString('hex'), ...hashes];
  });
  return [...words, ...shapes].filter((shape) => low.includes(shape.replace(/=+$/, '').toLowerCase()));
}

/** Everything that a centre keeps, of its own and of its jobs, as text by table. */
export async function dumpCentre({ adminUrl, jobsSchema, schema }: TestCentre): Promise<ReadonlyMap<string, string>> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const { rows: tables } = await client.query<{ name: string }>(
      `select oid::regclass::text as name from pg_class
       where relnamespace::regnamespace::text = any($1) and relkind in ('r', 'p')`,
      [[schema, jobsSchema]],
    );
    const dump = new Map<string, string>();
    for (const { name } of tables) {
      const { rows } = await client.query<{ row: string }>(`select to_jsonb(t)::text as row from ${name} t`);
      dump.set(name, rows.map(({ row }) => row).join('\n'));
    }
    return dump;
  } finally {
    await client.end();
  }
}
