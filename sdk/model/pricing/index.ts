export * from './price-table.ts';
export type * from './types.ts';
