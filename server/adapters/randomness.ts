import { randomBytes, randomUUID } from 'node:crypto';
import type { Randomness } from '../ports.ts';

/** The operating system's randomness. */
export const systemRandomness: Randomness = {
  uuid: () => randomUUID(),
  token: (bytes) => randomBytes(bytes).toString('base64url'),
};
