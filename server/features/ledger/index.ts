export { bookEntries, EntryConflict } from './book.ts';
export { bookChargeback, bookPayment, bookRefund, bookReturn, bookSale, bookShare, type MoneyMoved } from './events.ts';
export { entriesOfOrder, sha256, toEntry } from './store.ts';
