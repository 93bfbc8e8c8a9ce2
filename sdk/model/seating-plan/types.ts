import type { Text } from '../../contract/text.ts';
import type { PlanSource } from './source.ts';

/** What a seat is, for prices, protection and speech. House seats are the centre's own and are never sold online. */
export type SeatKind = 'standard' | 'wheelchair' | 'companion' | 'restricted-view' | 'house';

/** A place somebody can sit, laid out. Coordinates are plan units: 1 unit = 1 cm of the real hall, y grows away from the stage. */
export interface Seat {
  /** Unique in the plan, stable over versions, such as `P-A-12`. */
  readonly id: string;
  /** What is written on the seat, such as `12`. */
  readonly number: string;
  readonly x: number;
  readonly y: number;
  readonly kind: SeatKind;
  /** Price zone id. */
  readonly zone: string;
  /** Index in {@link SeatingPlan.rows}. */
  readonly row: number;
}

/** Seats side by side, in walking order. */
export interface Row {
  /** What is written at its end, such as `A`. */
  readonly label: string;
  /** Index in {@link SeatingPlan.sections}. */
  readonly section: number;
  /** Indices in {@link SeatingPlan.seats}, in walking order. */
  readonly seats: readonly number[];
}

/** A part of the hall with a name people use: stalls, first balcony, box 3. */
export interface Section {
  readonly id: string;
  readonly name: Text;
  /** Index in {@link SeatingPlan.floors}. */
  readonly floor: number;
  /** Indices in {@link SeatingPlan.rows}, front to back. */
  readonly rows: readonly number[];
  /** The door people go in by, when it helps to know. */
  readonly entrance?: Text;
  /** What one sees from there. */
  readonly view?: SectionView;
  readonly outline: readonly Point[];
}

/** A photo or sketch of the view from a section, with what it shows in words. */
export interface SectionView {
  /** Address of an image, or a path the centre serves beside its API. */
  readonly image: string;
  readonly text: Text;
}

/** One level of the hall, shown one at a time or side by side. */
export interface Floor {
  readonly id: string;
  readonly name: Text;
  readonly bounds: Bounds;
}

/** Places without numbers, sold by count: a standing area or a table. */
export interface Area {
  readonly id: string;
  readonly name: Text;
  readonly kind: 'standing' | 'table' | 'loose-seats';
  readonly capacity: number;
  readonly zone: string;
  /** Index in {@link SeatingPlan.floors}. */
  readonly floor: number;
  readonly outline: readonly Point[];
}

/** Things drawn so that people find their way; nothing of it is for sale. */
export interface Decor {
  readonly kind: 'stage' | 'door' | 'wall' | 'pillar' | 'label';
  readonly floor: number;
  readonly name?: Text;
  readonly outline: readonly Point[];
}

/** The part of a plan that shares a price. Order is from best to least. */
export interface Zone {
  readonly id: string;
  readonly name: Text;
  /** Hint for the map, `#rrggbb`; the element makes it readable in every scheme. */
  readonly colour?: string;
}

/** A point of the plan, in its own units. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A rectangle of the plan, in its own units. */
export interface Bounds {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A seating plan, laid out and checked: every index is valid, every id unique. Made by `layOutPlan`; never changed. */
export interface SeatingPlan {
  readonly id: string;
  readonly version: number;
  readonly name: Text;
  readonly zones: readonly Zone[];
  readonly floors: readonly Floor[];
  readonly sections: readonly Section[];
  readonly rows: readonly Row[];
  readonly seats: readonly Seat[];
  readonly areas: readonly Area[];
  readonly decor: readonly Decor[];
  readonly bounds: Bounds;
}

/** One thing wrong in a plan file: where (JSON path such as `$.sections[2].rows[0].seats`), what, and a stable code. */
export interface PlanProblem {
  readonly path: string;
  readonly code: string;
  readonly message: string;
}

/** What reading a plan file gives: the plan and the source to store, or what is wrong (with how much more there is). */
export type PlanResult =
  | { readonly plan: SeatingPlan; readonly source: PlanSource; readonly format: 'foyer' | 'pretix' }
  | { readonly problems: readonly PlanProblem[]; readonly more: number };
