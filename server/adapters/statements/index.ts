export { printStatement } from './printer.ts';
export { writeUbl } from './ubl.ts';
