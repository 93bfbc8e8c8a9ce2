export { codeOf, maskCode } from './codes.ts';
export { isValid, readCodes, type ShownCode } from './shown.ts';
export { type EntitlementWish, giveBackEntitlements, retakeEntitlements, useEntitlements } from './use.ts';
export type { VisitWish } from './visits.ts';
