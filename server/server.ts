import { createCatalogue } from './features/catalogue/index.ts';
import { createHoldQueue } from './features/holds/index.ts';
import { createLiveHub } from './features/seating/index.ts';
import type { CentreParts, CentreRuntime } from './runtime.ts';

/** Puts a centre's parts to work. Every composition goes through here: production, demo and tests. */
export const createRuntime = (parts: CentreParts): CentreRuntime => ({
  ...parts,
  catalogue: createCatalogue(parts.db, parts.clock),
  holds: createHoldQueue(parts.db),
  live: createLiveHub({ db: parts.db, log: parts.log }),
});
