import type { Owner } from '../../../../sdk/contract/index.ts';
import { readReference } from '../../../../sdk/model/reference.ts';
import type { Database } from '../../../adapters/postgres/tables.ts';
import { FoyerError } from '../../../errors.ts';
import type { Clock } from '../../../ports.ts';
import { listSelling } from '../agreements/store.ts';

/** An owner that we sell for, by the agreement that lets us. */
export interface Selling {
  readonly agreement: string;
  readonly owner: Owner;
  /** Base address of the owner's API. */
  readonly url: string;
}

/** Those we sell for, as they were at most a second ago. */
export interface Owners {
  all(): Promise<readonly Selling[]>;
  /**
   * Whose something is, and what its owner calls it.
   * @throws FoyerError `not_found` when we sell for no such owner.
   */
  of(reference: string): Promise<Selling & { readonly id: string }>;
}

const RECENT_MILLISECONDS = 1_000;

export function createOwners(db: Database, clock: Clock): Owners {
  let known: { readonly at: number; readonly selling: Promise<readonly Selling[]> } | undefined;

  const all = () => {
    const now = clock.now().getTime();
    if (known && now - known.at < RECENT_MILLISECONDS) return known.selling;
    const reading = read(db);
    const entry = { at: now, selling: reading };
    known = entry;
    reading.catch(() => {
      if (known === entry) known = undefined;
    });
    return reading;
  };

  return {
    all,
    async of(name) {
      const reference = readReference(name);
      const found = (await all()).find(({ owner }) => owner.id === reference?.owner);
      if (!found || !reference) throw new FoyerError('not_found');
      return { ...found, id: reference.id };
    },
  };
}

async function read(db: Database): Promise<readonly Selling[]> {
  return (await listSelling(db)).flatMap(({ id: agreement, partner }) =>
    partner
      ? [{ agreement, url: partner.url, owner: { id: partner.id, name: partner.name, website: partner.website } }]
      : [],
  );
}
