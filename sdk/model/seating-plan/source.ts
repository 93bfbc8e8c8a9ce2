import type { Text } from '../../contract/text.ts';
import type { Area, Decor, SeatKind, SectionView, Zone } from './types.ts';

/**
 * A seating plan as a person writes it, in the format `foyer-plan/1`: rows as rules instead of a list of coordinates.
 * It is what a centre stores and what travels to the browser; `layOutPlan` makes a {@link SeatingPlan} of it.
 * `plan.schema.json` describes every key for those who write one. Lengths are centimetres of the real hall, the stage
 * is at the top: x grows to the right hand of somebody who faces it, y grows away from it.
 */
export interface PlanSource {
  readonly $schema?: string;
  readonly format: 'foyer-plan/1';
  readonly id: string;
  readonly version: number;
  readonly name: Text;
  readonly zones: readonly Zone[];
  readonly floors: readonly FloorSource[];
  readonly sections?: readonly SectionSource[];
  readonly areas?: readonly AreaSource[];
  readonly decor?: readonly DecorSource[];
}

/** A point of the drawing. */
export type PointSource = readonly [x: number, y: number];

/** One floor of the hall. */
export interface FloorSource {
  readonly id: string;
  readonly name: Text;
  /** Where the floor's own zero point is drawn, so that a balcony need not lie over the stalls. */
  readonly at?: PointSource;
}

/** A part of the hall that has a name of its own, with its rows. */
export interface SectionSource {
  readonly id: string;
  readonly name: Text;
  /** Floor id; the first floor without it. */
  readonly floor?: string;
  readonly zone: string;
  readonly entrance?: Text;
  readonly view?: SectionView;
  /** Drawn around the rows without it. */
  readonly outline?: readonly PointSource[];
  readonly blocks: readonly BlockSource[];
}

/** How numbers run along a row, seen by somebody who faces the stage. */
export type Numbering = 'left' | 'right' | 'odd-left' | 'odd-right' | 'middle';

/** Seats of one row: a number, or groups with an aisle between them such as `6+12+6`. */
export type RowSize = number | string;

/** Rows behind each other that follow one rule. Rows with the same label in one section are one row. */
export interface BlockSource {
  /** Labels front to back: ranges such as `A..H J..T`, or a list of labels taken as they are. */
  readonly rows: string | readonly string[];
  /** One size for all rows, one a row, or a growth from the front row to the last. */
  readonly seats?: RowSize | readonly RowSize[] | { readonly from: RowSize; readonly to: RowSize };
  /** Instead of `seats`: every seat of the block's only row, in walking order. */
  readonly places?: readonly PlaceSource[];
  /** Middle of the front row. */
  readonly at?: PointSource;
  /** Degrees clockwise around `at`. */
  readonly turn?: number;
  /** Of the front row's arc, whose centre is on the stage's side; straight without it. */
  readonly radius?: number;
  /** Seat to seat; 52 without it. */
  readonly pitch?: number;
  /** Row to row; 95 without it. */
  readonly depth?: number;
  /** Extra width between groups, one for all or one an aisle; 100 without it. */
  readonly aisle?: number | readonly number[];
  readonly numbering?: Numbering;
  /** Lowest number of a row; 1 without it. */
  readonly start?: number;
  /** Between neighbours' numbers, for `left` and `right`; 1 without it. */
  readonly step?: number;
  readonly kind?: SeatKind;
  readonly zone?: string;
  readonly except?: readonly ExceptionSource[];
}

/** One seat by hand: where, and its number and id when they do not follow from the block. */
export type PlaceSource = readonly [x: number, y: number, number?: string, id?: string];

/** What is different about some seats of a block. Later exceptions win. */
export interface ExceptionSource {
  /** Which: words such as `T`, `K..T`, `T-1`, `T-1..8`, `T-1..15/2` (every second), `A..F-1`. */
  readonly seats: string;
  /** Not there; its number stays unused. */
  readonly missing?: true;
  readonly kind?: SeatKind;
  readonly zone?: string;
  /** How far it stands from where the rule puts it. */
  readonly nudge?: PointSource;
  readonly number?: string;
  readonly id?: string;
}

/** A closed shape: exactly one of the three. */
export interface ShapeSource {
  readonly box?: readonly [x: number, y: number, width: number, height: number];
  readonly circle?: readonly [x: number, y: number, radius: number];
  readonly outline?: readonly PointSource[];
}

/** A place without numbered seats, such as a floor to stand on. */
export interface AreaSource extends ShapeSource {
  readonly id: string;
  readonly name: Text;
  readonly kind: Area['kind'];
  readonly capacity: number;
  readonly zone: string;
  readonly floor?: string;
}

/** What is drawn and not sold, such as the stage. */
export interface DecorSource extends ShapeSource {
  readonly kind: Decor['kind'];
  readonly name?: Text;
  readonly floor?: string;
}
