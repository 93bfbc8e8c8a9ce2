export { bookEntries, EntryConflict } from './book.ts';
export { entriesOfOrder } from './store.ts';
