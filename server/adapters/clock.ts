import type { Clock } from '../ports.ts';

/** The machine's clock. Holds do not use it: they end by the database's. */
export const systemClock: Clock = { now: () => new Date() };
