import { MAX_ENTRY_HASHES, type PartnerStatement } from '../../../sdk/contract/index.ts';
import type { CentreRuntime } from '../../runtime.ts';
import { partyOf } from './party.ts';
import { movedOf } from './share-store.ts';
import { hashesOf, totalsOfPeriod } from './store.ts';

/** What we have on the account of an agreement, for the other centre to compare: a page of hashes and all totals. */
export async function tellPartner(
  { config, db }: Pick<CentreRuntime, 'config' | 'db'>,
  { agreement, period, after }: { readonly agreement: string; readonly period: string; readonly after?: string },
): Promise<PartnerStatement> {
  const [totals, moved, found] = await Promise.all([
    totalsOfPeriod(db, agreement, period),
    movedOf(db, agreement, period),
    hashesOf(db, agreement, period, { after, limit: MAX_ENTRY_HASHES + 1 }),
  ]);
  const more = found.length > MAX_ENTRY_HASHES;
  return {
    agreement,
    period,
    party: partyOf(config),
    totals,
    moved: { cents: moved, currency: 'EUR' },
    entries: found.slice(0, MAX_ENTRY_HASHES),
    more,
  };
}
