export { createSettlementCalls } from './calls.ts';
export { registerSettlementManagement } from './manage-routes.ts';
export { registerSettlements } from './partner-routes.ts';
export type { SettlementCalls } from './ports.ts';
