import type { Entry, PartnerStatement } from '../../../sdk/contract/index.ts';
import type { PartnerAnswer } from '../network/partner-api.ts';

/** What a centre asks the other centre of an agreement about their account, whichever of the two it is. */
export interface SettlementCalls {
  /** A page of what it has; the first without `after`, the next after the last id of the one before. */
  statement(agreement: string, period: string, after?: string): Promise<PartnerAnswer<PartnerStatement>>;
  /** Some entries as it has them. */
  entries(agreement: string, period: string, ids: readonly string[]): Promise<PartnerAnswer<{ entries: Entry[] }>>;
}
