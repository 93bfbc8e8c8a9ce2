export * from './choices.ts';
export * from './conditions.ts';
export * from './formulas.ts';
export * from './price-list.ts';
export * from './products.ts';
export * from './reasons.ts';
export * from './withdrawals.ts';
