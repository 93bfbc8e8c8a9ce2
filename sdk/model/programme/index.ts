export * from './filter.ts';
export type * from './types.ts';
