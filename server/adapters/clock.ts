import type { Clock } from '../ports.ts';

/** The machine's clock. Holds do not use it: they end by the database's. */
export const systemClock: Clock = { now: () => new Date() };

/** A clock that goes as the machine's does, so many milliseconds ahead of it (or behind, below 0). */
export const clockAhead = (milliseconds: number): Clock => ({ now: () => new Date(Date.now() + milliseconds) });
