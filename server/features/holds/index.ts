export { type CartLeg, type CartState, type ClaimState, linesOf, toLine } from './cart.ts';
export {
  closeCart,
  extendClaims,
  freeSold,
  type LockedCart,
  lockCart,
  releaseClaims,
  reopenCart,
  type SaleOutcome,
  sellClaims,
} from './claims.ts';
export { createHoldQueue, type HoldQueue } from './queue.ts';
export { registerHolds } from './routes.ts';
