export * from './alike.ts';
export * from './filter.ts';
export type * from './types.ts';
