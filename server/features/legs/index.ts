export { extendLegs } from './extend.ts';
export { finishLeg } from './finish.ts';
export { followPartner, followPartnersRegularly } from './follow.ts';
export { askToKeepLegs, keepLegs, renewLegs } from './keep.ts';
export { decideToConfirm, forgottenLegs, letGo, orderLegs } from './of-order.ts';
export type { LegParts } from './parts.ts';
export { createLegStore, type LegStoreParts } from './postgres.ts';
