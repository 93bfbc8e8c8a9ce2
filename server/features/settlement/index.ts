export { createSettlementCalls } from './calls.ts';
export { registerSettlementManagement } from './manage-routes.ts';
export { bankTransfer, type MoneyMover } from './mover.ts';
export { registerSettlements } from './partner-routes.ts';
export type { SettlementCalls } from './ports.ts';
export { moveShares } from './shares.ts';
