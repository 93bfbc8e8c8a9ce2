export { extendLegs } from './extend.ts';
export { finishLeg } from './finish.ts';
export { askToKeepLegs, keepLegs } from './keep.ts';
export { decideToConfirm, forgottenLegs, letGo, orderLegs } from './of-order.ts';
export type { LegParts } from './parts.ts';
export { createLegStore, type LegStoreParts } from './postgres.ts';
