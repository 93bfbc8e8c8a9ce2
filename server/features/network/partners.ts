import { sql } from 'kysely';
import type { Timers } from '../../../sdk/platform.ts';
import type { Log } from '../../adapters/log.ts';
import type { Database } from '../../adapters/postgres/index.ts';
import type { Clock, Randomness } from '../../ports.ts';
import type { AgreementCalls } from './agreements/index.ts';
import { createCallPartner } from './calls/call.ts';
import { createSend } from './calls/send.ts';
import type { NetworkKeys } from './keys.ts';
import type { PartnerApi } from './partner-api.ts';
import { createPartnerClient } from './partner-client.ts';
import type { PartnerFetch } from './safe-fetch.ts';

export interface PartnersParts {
  readonly db: Database;
  readonly keys: NetworkKeys;
  readonly fetch: PartnerFetch;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly random: Randomness;
  readonly log: Log;
}

/** The owners that a centre sells for, as it speaks with them. */
export function createPartners(parts: PartnersParts): PartnerApi & AgreementCalls {
  const { db, keys, fetch, clock, timers, random, log } = parts;
  const send = createSend({ keys, fetch, clock, random, log });
  return createPartnerClient(createCallPartner({ send, findOwner: ownerFinder(db), timers, random, log }));
}

const ownerFinder = (db: Database) => async (agreement: string) => {
  const row = await db
    .selectFrom('agreement')
    .select(sql<string | null>`partner->>'url'`.as('url'))
    .where('id', '=', agreement)
    .where('role', '=', 'seller')
    .executeTakeFirst();
  return row?.url?.replace(/\/+$/, '');
};
