import { sql } from 'kysely';
import type { Timers } from '../../../sdk/platform.ts';
import type { Log } from '../../adapters/log.ts';
import type { Database } from '../../adapters/postgres/index.ts';
import type { Clock, Randomness } from '../../ports.ts';
import { createCallPartner } from './calls/call.ts';
import { createSend } from './calls/send.ts';
import type { NetworkKeys } from './keys.ts';
import type { PartnerApi } from './partner-api.ts';
import { createAgreementCalls, createPartnerClient } from './partner-client.ts';
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

/** The owners that a centre sells for, as it speaks with them: about what they play, and about the agreements. */
export function createPartners({ db, keys, fetch, clock, timers, random, log }: PartnersParts): {
  readonly partners: PartnerApi;
  readonly agreementCalls: ReturnType<typeof createAgreementCalls>;
} {
  const send = createSend({ keys, fetch, clock, random, log });
  const call = createCallPartner({ send, findOwner: ownerFinder(db), timers, random, log });
  return { partners: createPartnerClient(call), agreementCalls: createAgreementCalls(call) };
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
