import type { Entry, PartnerStatement, Statement } from '../../../sdk/contract/index.ts';
import type { Language } from '../../../sdk/contract/text.ts';
import type { PartnerAnswer } from '../network/partner-api.ts';
import type { CommissionInvoice } from './invoice.ts';

/** What a centre asks the other centre of an agreement about their account, whichever of the two it is. */
export interface SettlementCalls {
  /** A page of what it has; the first without `after`, the next after the last id of the one before. */
  statement(agreement: string, period: string, after?: string): Promise<PartnerAnswer<PartnerStatement>>;
  /** Some entries as it has them. */
  entries(agreement: string, period: string, ids: readonly string[]): Promise<PartnerAnswer<{ entries: Entry[] }>>;
}

/** Draws a statement as PDF, in the centre's language. */
export type StatementPrinter = (statement: Statement, language: Language) => Promise<Uint8Array>;

/** Writes an invoice as UBL. */
export type InvoiceWriter = (invoice: CommissionInvoice) => string;
