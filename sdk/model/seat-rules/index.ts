/** Who may sit where: the rules a centre sets for a performance, the same in the browser and on the server. */
export { type BrokenRule, checkChoice, checkHold } from './check-choice.ts';
export { afterRelease, companionsOf, mayChoose, wheelchairPlacesOf } from './companions.ts';
export { mend } from './mend.ts';
export { leftAlone, strandedBy } from './single-seat.ts';
