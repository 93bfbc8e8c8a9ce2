import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Database, Tables } from './tables.ts';

/** What `infinity` reads as: the last moment a Date can hold. */
export const FOREVER = new Date(8.64e15);

/**
 * How values come out: int8 as a number (a larger one than a number can hold exactly is an error), moments as Date,
 * `infinity` as {@link FOREVER}. Kept to our pools; the driver's global parsers stay as they are.
 */
const parsers = new Map<number, (text: string) => unknown>([
  [
    pg.types.builtins.INT8,
    (text) => {
      const number = Number(text);
      if (!Number.isSafeInteger(number)) throw new RangeError(`int8 out of range: ${text}`);
      return number;
    },
  ],
  [
    pg.types.builtins.TIMESTAMPTZ,
    (text) => (text === 'infinity' ? FOREVER : (pg.types.getTypeParser(pg.types.builtins.TIMESTAMPTZ)(text) as Date)),
  ],
]);

export interface DatabaseOptions {
  /** Most connections at a time. */
  readonly max: number;
  /** Called when an idle connection breaks; the pool makes a new one by itself. */
  readonly onIdleError?: (error: Error) => void;
}

/** Opens a pool on one centre's tables. `url` names the centre's own role; its search path leads to the centre's schema. */
export function openDatabase(url: string, options: DatabaseOptions): Database {
  const types = {
    getTypeParser: (oid: number, format?: 'text' | 'binary') =>
      (format !== 'binary' && parsers.get(oid)) || pg.types.getTypeParser(oid, format as 'text'),
  };
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool: openPool(url, options, types) }) });
}

/** Opens connections that may break without ending the process. Values come out as the driver has them, or by `types`. */
export function openPool(url: string, options: DatabaseOptions, types?: pg.CustomTypesConfig): pg.Pool {
  const pool = new pg.Pool({ connectionString: url, max: options.max, connectionTimeoutMillis: 5_000, types });
  pool.on('error', (error) => options.onIdleError?.(error));
  // A connection that breaks while it is lent out fails its query; without a listener it would end the process too.
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
}
