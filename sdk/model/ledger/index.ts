export { canonicalEntry, type Hash, hashEntry } from './canonical.ts';
export { compareEntries, type Difference, differingFields } from './compare.ts';
export { type CreditTransfer, epcQr } from './credit-transfer.ts';
export { entriesForReturn, entriesForSale, type Occasion, type SaleOccasion } from './entries.ts';
export { owedFor, owedForAll } from './owed.ts';
export { isPeriod, type Period, periodOf } from './period.ts';
export {
  type Account,
  type ItemKind,
  oursOf,
  type Posting,
  postingsOfEntry,
  postingsOfItem,
  postingsOfPayment,
  postingsOfReturn,
  postingsOfSale,
  postingsOfShare,
  postingsOfVoucher,
  type SoldLine,
} from './postings.ts';
export { settlementCommunication, structuredCommunication } from './structured-communication.ts';
export { totalsOf } from './totals.ts';
