/** Choosing a subscription: what can be in it, who has what, what clashes, what to propose, and which places to hold. */
export * from './clash.ts';
export * from './holders.ts';
export * from './offers.ts';
export * from './propose.ts';
export type * from './types.ts';
