import type { SeatRules } from '../../contract/performance.ts';
import type { Scene, ZonePrice } from '../scene/index.ts';

/** What the rules of choosing look at: a hall, and what every seat is at this moment to one visitor. Seats are indices. */
export interface HallNow {
  readonly scene: Scene;
  /** A `SeatState` a seat; the visitor's own are `mine`. */
  readonly states: Uint8Array;
  readonly rules: SeatRules;
}

/** A free seat that a choice leaves alone between taken ones, and what would mend it. */
export interface Stranded {
  readonly seat: number;
  /** The visitor's seats beside it. */
  readonly beside: readonly number[];
}

/** Another choice of as many places that fits: give back `release`, take `take`. Never empty in both. */
export interface Alternative {
  readonly release: readonly number[];
  readonly take: readonly number[];
}

/** What somebody would like: `3 together, up to € 25, at an aisle`. */
export interface SeatWish {
  /** How many places in all, wheelchair and companion places included. */
  readonly places: number;
  /** By zone; what is compared with `upTo` is `usual`. */
  readonly prices: ReadonlyMap<string, ZonePrice>;
  /** Most a place may cost, in cents. */
  readonly upTo?: number;
  /** At least one of the places is at an aisle or the end of a row. */
  readonly aisle?: boolean;
  /** Of the places, those for somebody in a wheelchair; and those for who comes along, on companion seats where there are. */
  readonly wheelchairs?: number;
  readonly companions?: number;
  /** Index in `plan.sections`; anywhere without it. */
  readonly section?: number;
  /** Also seats with a restricted view; without it only when nothing else is left. */
  readonly restrictedView?: boolean;
  /** Seats not to suggest, such as those just refused. */
  readonly not?: ReadonlySet<number>;
}

/** A suggestion: free seats in walking order that break no rule. */
export interface Suggestion {
  readonly seats: readonly number[];
  /** `row`: side by side · `rows`: in rows behind each other · `apart`: as near as there was. */
  readonly together: 'row' | 'rows' | 'apart';
  /** 0 to 1: how good the seats are as seats, 1 being the best of the hall. */
  readonly quality: number;
}
