import type { HallData } from '../halls.ts';

/** A seat as most engines want to have it: with everything worked out. */
export interface BenchSeat {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly zone: number;
  readonly number: string;
  /** Its row and its section, counted through the hall. */
  readonly row: number;
  readonly section: number;
}

/** The hall, and what is worked out of it before the clock starts for the engines that cannot begin with less. */
export interface PreparedHall extends HallData {
  readonly seats: readonly BenchSeat[];
  readonly isSold: Uint8Array;
  readonly bounds: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
}

export interface Change {
  readonly seat: number;
  readonly id: string;
  readonly sold: boolean;
}

/**
 * One way to draw a hall. Each verb is what one event of a visitor's hand, or one message of the server, causes.
 * What `show` and `change` return comes true when the picture has been drawn; nothing means at once.
 */
export interface Engine {
  /** What has to travel for this hall, as JSON. */
  readonly data: unknown;
  show(box: HTMLElement): void | Promise<void>;
  /** True when a hand can do something; at once for engines that bring everything with the first picture. */
  usable?(): boolean;
  /** Where the hall is drawn, in the window. */
  view(): DOMRect;
  /** Where a seat is seen, from the top left of the view, by an engine that places seats in its own way. */
  where?(seat: BenchSeat): { readonly x: number; readonly y: number };
  pan(dx: number, dy: number): void;
  /** Around a point, in CSS pixels from the top left of the view. */
  zoom(factor: number, x: number, y: number): void;
  /** The hand lets go. */
  rest?(): void;
  change(changes: readonly Change[]): void | Promise<void>;
}

export const MARGIN = 28;
/** Colours of the five zones, and of what is sold, for the engines that have none of their own. */
export const ZONE_COLOURS = ['#7a4fbf', '#2b6cb0', '#0f8a6a', '#b7791f', '#c05621'] as const;
export const SOLD_COLOUR = '#b8b8c0';
/** Half of a seat's width in plan units. */
export const SEAT_RADIUS = 20;

/** CSS pixels per plan unit, and where plan zero lies in the view. */
export interface Placing {
  readonly scale: number;
  readonly x: number;
  readonly y: number;
}

/** The whole hall in a view. */
export function placeWhole({ bounds }: Pick<PreparedHall, 'bounds'>, width: number, height: number): Placing {
  const scale = Math.min((width - 2 * MARGIN) / bounds.width, (height - 2 * MARGIN) / bounds.height);
  return {
    scale,
    x: width / 2 - (bounds.x + bounds.width / 2) * scale,
    y: height / 2 - (bounds.y + bounds.height / 2) * scale,
  };
}

export const panned = (at: Placing, dx: number, dy: number): Placing => ({ ...at, x: at.x + dx, y: at.y + dy });

export const zoomed = (at: Placing, factor: number, x: number, y: number): Placing => ({
  scale: at.scale * factor,
  x: x - (x - at.x) * factor,
  y: y - (y - at.y) * factor,
});
