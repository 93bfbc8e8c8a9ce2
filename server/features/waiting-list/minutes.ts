import type { CentreConfig } from '../../runtime.ts';

const AN_HOUR = 60;

/** How long places are held for who is offered them, in minutes. No hold may be longer than two hours. */
export const minutesOf = ({ waitingListMinutes = AN_HOUR }: Pick<CentreConfig, 'waitingListMinutes'>): number =>
  Math.min(waitingListMinutes, 2 * AN_HOUR);
