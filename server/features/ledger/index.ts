export { bookEntries, EntryConflict } from './book.ts';
export {
  type BookedItem,
  bookChargeback,
  bookItemReturn,
  bookItems,
  bookPayment,
  bookRefund,
  bookReturn,
  bookSale,
  bookShare,
  bookVoucher,
  type MoneyMoved,
} from './events.ts';
export { entriesOfOrder, sha256, toEntry } from './store.ts';
