import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Randomness } from '../ports.ts';

/** What a centre must keep to itself, and keep: with other keys its carts, orders and tickets would no longer open. */
export interface CentreKeys {
  readonly databasePassword: string;
  readonly tokenSecret: string;
  /** 32 bytes, base64url. */
  readonly ticketSeed: string;
  /** Opens the centre's Manage API. */
  readonly manageToken: string;
}

/** Reads the keys of the demo's centre, or makes them once and keeps them beside its data, for their owner's eyes only. */
export function keepKeys(folder: string, random: Randomness): CentreKeys {
  const file = join(folder, 'keys.json');
  const kept = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Partial<CentreKeys>) : {};
  const keys: CentreKeys = {
    databasePassword: random.token(24),
    tokenSecret: random.token(48),
    ticketSeed: random.token(32),
    manageToken: random.token(32),
    ...kept,
  };
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, JSON.stringify(keys), { mode: 0o600 });
  return keys;
}
