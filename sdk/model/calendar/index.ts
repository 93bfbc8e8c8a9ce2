export * from './days.ts';
export * from './keys.ts';
export * from './period.ts';
export * from './summary.ts';
