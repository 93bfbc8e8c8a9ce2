export { canonicalEntry, type Hash, hashEntry } from './canonical.ts';
export { entriesForReturn, entriesForSale, type Occasion, type SaleOccasion } from './entries.ts';
export { isPeriod, type Period, periodOf } from './period.ts';
export {
  type Account,
  oursOf,
  type Posting,
  postingsOfEntry,
  postingsOfPayment,
  postingsOfReturn,
  postingsOfSale,
  type SoldLine,
} from './postings.ts';
