import type { Agreement, NetworkKey } from '../../../../sdk/contract/index.ts';
import type { PartnerAnswer } from '../partner-api.ts';

/** Asks a server that we know by its address only, unsigned: GET, or POST with `json`. Rejects when there is no answer. */
export type AskOpenly = (url: string, json?: unknown) => Promise<Response>;

/** The signed requests of a selling centre about an agreement itself. Repeating one is harmless. */
export interface AgreementCalls {
  agreement(agreement: string): Promise<PartnerAnswer<Agreement>>;
  end(agreement: string): Promise<PartnerAnswer<Agreement>>;
  /** Tells the owner our public keys, signed with one that it knows. */
  announceKeys(agreement: string, keys: readonly NetworkKey[]): Promise<PartnerAnswer<Agreement>>;
}
