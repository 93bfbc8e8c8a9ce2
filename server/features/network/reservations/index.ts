export { tellExpired } from './expiry.ts';
export { registerPerformanceManagement } from './manage-routes.ts';
export { ownerParts, registerReservations } from './routes.ts';
