export { bookEntries, EntryConflict } from './book.ts';
export { entriesOfOrder } from './store.ts';
export { bookChargeback, bookPayment, bookRefund, bookReturn, bookSale, type MoneyMoved } from './events.ts';
