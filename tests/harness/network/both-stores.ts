import assert from 'node:assert/strict';
import { after, before, beforeEach, describe } from 'node:test';
import { FoyerError } from '../../../server/errors.ts';
import { createDatabaseWorld } from './database-world.ts';
import { createMemoryWorld } from './memory-world.ts';
import type { OwnerWorld, OwnerWorldOptions } from './owner-world.ts';

/** The same tests with an owning centre in memory and one in a real database: the verbs do the same on both. */
export function inBothStores(
  title: string,
  define: (world: () => OwnerWorld) => void,
  options: OwnerWorldOptions = {},
): void {
  for (const [name, create] of [
    ['memory', createMemoryWorld],
    ['PostgreSQL', createDatabaseWorld],
  ] as const) {
    describe(`${title} (${name})`, () => {
      let world: OwnerWorld;
      before(async () => {
        world = await create(options);
      });
      after(() => world.stop());
      beforeEach(() => world.clear());
      define(() => world);
    });
  }
}

/** Checks that something is refused: the code, and the field or the seats it names. */
export async function refused(
  promise: Promise<unknown>,
  code: FoyerError['code'],
  detail: Pick<FoyerError['detail'], 'field' | 'seats'> = {},
): Promise<void> {
  const error = await promise.then(
    (value) => assert.fail(`${code} was expected, and this came: ${JSON.stringify(value)}`),
    (reason: unknown) => reason,
  );
  if (!(error instanceof FoyerError)) throw error;
  const { field, seats } = error.detail;
  assert.deepEqual(
    { code: error.code, ...(detail.field !== undefined && { field }), ...(detail.seats && { seats }) },
    { code, ...detail },
  );
}
