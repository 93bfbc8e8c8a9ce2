export { type Alignment, alignLegs } from './align.ts';
export { extendLegs } from './extend.ts';
export { finishLeg } from './finish.ts';
export { followPartner, followPartnersRegularly } from './follow.ts';
export { askToKeepLegs, keepLegs, renewLegs } from './keep.ts';
export { decideToConfirm, letGo } from './of-order.ts';
export { forgottenLegs, orderLegs } from './orders.ts';
export type { LegParts } from './parts.ts';
export { createLegStore, type LegStoreParts, legTransaction } from './postgres.ts';
