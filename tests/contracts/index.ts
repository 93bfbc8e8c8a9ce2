/** What every element promises, each in one line of its test. */
export { accessible } from './accessible.ts';
export { cancelable } from './cancelable.ts';
export { fits } from './fits.ts';
export { hidden } from './hidden.ts';
export { leavesNothingBehind } from './leaves-nothing-behind.ts';
export { localised } from './localised.ts';
export { rightToLeft } from './right-to-left.ts';
export { silent } from './silent.ts';
export type { Make } from './subject.ts';
export { themed } from './themed.ts';
