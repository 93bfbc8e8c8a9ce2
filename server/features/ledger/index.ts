export { bookEntries, EntryConflict } from './book.ts';
