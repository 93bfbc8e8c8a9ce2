import { sql } from 'kysely';
import type { Agreement } from '../../../sdk/contract/index.ts';
import type { Timers } from '../../../sdk/platform.ts';
import type { Log } from '../../adapters/log.ts';
import type { Database } from '../../adapters/postgres/index.ts';
import type { Clock, Randomness } from '../../ports.ts';
import { createSettlementCalls, type SettlementCalls } from '../settlement/index.ts';
import type { UitpasCalls } from '../uitpas/port.ts';
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

/** The owners that a centre sells for, as it speaks with them; and, about what is owed, those who sell for it too. */
export function createPartners(parts: PartnersParts): PartnerApi & AgreementCalls & SettlementCalls & UitpasCalls {
  const { db, keys, fetch, clock, timers, random, log } = parts;
  const send = createSend({ keys, fetch, clock, random, log });
  const callOwner = createCallPartner({ send, findPartner: partnerFinder(db, ['seller']), timers, random, log });
  const callEither = createCallPartner({
    send,
    findPartner: partnerFinder(db, ['owner', 'seller']),
    timers,
    random,
    log,
  });
  return { ...createPartnerClient(callOwner), ...createSettlementCalls(callEither) };
}

/** @param roles What we may be in an agreement whose other centre is asked. */
const partnerFinder = (db: Database, roles: readonly Agreement['role'][]) => async (agreement: string) => {
  const row = await db
    .selectFrom('agreement')
    .select(sql<string | null>`partner->>'url'`.as('url'))
    .where('id', '=', agreement)
    .where('role', 'in', roles)
    .executeTakeFirst();
  return row?.url?.replace(/\/+$/, '');
};
