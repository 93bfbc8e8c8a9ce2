export { codeOf, maskCode } from './codes.ts';
export { creditVouchers } from './credit.ts';
export { issueEntitlements } from './issue.ts';
export { registerEntitlements } from './routes.ts';
export { isValid, readCodes, type ShownCode } from './shown.ts';
export {
  type EntitlementWish,
  giveBackEntitlements,
  retakeEntitlements,
  useEntitlements,
  usesOf,
} from './use.ts';
export { entitlementsOf } from './view.ts';
export { freeVisits, type VisitWish } from './visits.ts';
