export { bookEntries, EntryConflict } from './book.ts';
export { bookChargeback, bookPayment, bookRefund, bookReturn, bookSale, type MoneyMoved } from './events.ts';
export { entriesOfOrder } from './store.ts';
