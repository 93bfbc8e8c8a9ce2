import type { Accessibility } from '../../sdk/contract/performance.ts';
import type { Text } from '../../sdk/contract/text.ts';

export type HallId = 'schouwburg' | 'concertzaal' | 'vlakke-zaal';
export type Day = 'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun';

/** One evening (or Sunday morning) of a production. */
export interface SeasonDate {
  /** Weeks from the present one; the first is the next week. */
  readonly week: number;
  readonly day: Day;
  /** By the clock on the centre's wall. */
  readonly at: string;
  /** Part of the places that is sold already, 0 to 1. */
  readonly sold: number;
  readonly state?: 'cancelled' | 'not-yet-on-sale';
  /** What price lists may go by. */
  readonly tags?: readonly string[];
  /** Nobody asked for the last wheelchair places: a few days before, anybody may have them. */
  readonly wheelchair?: 'released';
}

/** A title of a season. */
export interface Production {
  readonly id: string;
  readonly title: Text;
  readonly subtitle: Text;
  readonly description: Text;
  readonly genre: string;
  /** ISO 639 codes of what is spoken or sung; Dutch without it. `zxx`: no words to understand. */
  readonly languages?: readonly string[];
  /** Besides places for wheelchairs, which every hall has. */
  readonly accessibility?: readonly Accessibility[];
  readonly minutes: number;
  /** Euros an adult pays in each zone of the hall, best first, service cost included. */
  readonly euros: readonly number[];
  /** A mixing desk stands in the back of the hall. */
  readonly desk?: true;
  /** Whether an order may leave a seat alone; `strict` without it. */
  readonly singleSeat?: 'lenient' | 'off';
  readonly dates: readonly SeasonDate[];
}

/** A date of a production. */
export const on = (week: number, day: Day, at: string, sold: number, state?: SeasonDate['state']): SeasonDate => ({
  week,
  day,
  at,
  sold,
  ...(state && { state }),
});
