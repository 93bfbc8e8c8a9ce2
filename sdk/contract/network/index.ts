export * from './agreement.ts';
export * from './change.ts';
export * from './entry.ts';
export * from './management.ts';
export * from './reservation.ts';
export * from './settlement.ts';
