import type { Box, Cut } from './cut.ts';
import { createRaster } from './raster.ts';

/** A square of the hall, ready drawn at the scale of the moment. */
interface Tile {
  readonly context: CanvasRenderingContext2D;
  readonly column: number;
  readonly line: number;
}

/** Columns and lines of tiles, both ends included. */
export interface TileRange {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Ready squares of the hall at one scale: moving the hall costs a few copies, and only what comes into view is drawn. */
export interface Tiles {
  /** Pixels to a side. */
  readonly side: number;
  /** Squares that have to be drawn before {@link show} can show these. */
  missing(range: TileRange): readonly (readonly [number, number])[];
  /** Draws one square. */
  make(column: number, line: number): void;
  /** Copies squares to where they are seen. */
  show(context: CanvasRenderingContext2D, range: TileRange, left: number, top: number): void;
  /**
   * Draws boxes again, in squares of `seen`. Squares with more of them than is worth it, and those out of sight, are
   * let go.
   */
  touch(boxes: readonly Box[], seen: TileRange): void;
  /** How many more can be kept. */
  room(): number;
  /** Lets go of all. */
  clear(): void;
}

/** Above so many boxes in a square, drawing it whole costs less. */
const MOST_BOXES = 16;

/** How squares are filled: with pixels, and with words that are written over them. */
export interface TileArtist {
  draw(cut: Omit<Cut, 'scale'>): void;
  write(context: CanvasRenderingContext2D, box: Box): void;
}

/** `most` is how many pixels of tiles may be kept. */
export function createTiles(side: number, most: number, { draw, write }: TileArtist): Tiles {
  // In the order of their last use: what was not seen for longest goes first.
  const tiles = new Map<string, Tile>();
  const spare: CanvasRenderingContext2D[] = [];
  const raster = createRaster(side, side);
  let box = createRaster(1, 1);

  function letGo(key: string): void {
    const tile = tiles.get(key);
    if (tile) spare.push(tile.context);
    tiles.delete(key);
  }

  const squareOf = ({ column, line }: Pick<Tile, 'column' | 'line'>): Box => ({
    left: column * side,
    top: line * side,
    width: side,
    height: side,
  });

  function redraw(tile: Tile, boxes: readonly Box[]): void {
    const { context } = tile;
    const square = squareOf(tile);
    context.save();
    context.beginPath();
    for (const { left, top, width, height } of boxes) {
      if (box.width !== width || box.height !== height) box = createRaster(width, height);
      draw({ raster: box, left, top });
      context.putImageData(box.image, left - square.left, top - square.top);
      context.rect(left - square.left, top - square.top, width, height);
    }
    // Words lie over all that was drawn anew, and over nothing twice.
    context.clip();
    write(context, square);
    context.restore();
  }

  return {
    side,
    missing: (range) => placesIn(range).filter(([column, line]) => !tiles.has(keyOf(column, line))),
    make(column, line) {
      const context = spare.pop() ?? newCanvas(side);
      if (!context) return;
      draw({ raster, left: column * side, top: line * side });
      context.putImageData(raster.image, 0, 0);
      write(context, squareOf({ column, line }));
      tiles.set(keyOf(column, line), { context, column, line });
      const [oldest] = tiles.keys();
      if (oldest && tiles.size * side * side > most) letGo(oldest);
    },
    show(context, range, left, top) {
      for (const [column, line] of placesIn(range)) {
        const key = keyOf(column, line);
        const tile = tiles.get(key);
        if (!tile) continue;
        tiles.delete(key);
        tiles.set(key, tile);
        context.drawImage(tile.context.canvas, column * side - left, line * side - top);
      }
    },
    touch(boxes, seen) {
      const touched = new Map<string, Box[]>();
      for (const one of boxes) {
        const { left, top, width, height } = one;
        for (const [column, line] of placesIn(rangeOf(left, top, left + width, top + height, side))) {
          const key = keyOf(column, line);
          if (!tiles.has(key)) continue;
          const here = touched.get(key);
          if (here) here.push(one);
          else touched.set(key, [one]);
        }
      }
      for (const [key, here] of touched) {
        const tile = tiles.get(key);
        if (!tile || here.length > MOST_BOXES || !isIn(tile, seen)) letGo(key);
        else redraw(tile, here);
      }
    },
    room: () => Math.floor(most / (side * side)) - tiles.size,
    clear() {
      for (const key of [...tiles.keys()]) letGo(key);
    },
  };
}

/** The squares that hold a box, given by its edges in pixels from the origin. */
export function rangeOf(left: number, top: number, right: number, bottom: number, side: number): TileRange {
  return {
    left: Math.floor(left / side),
    top: Math.floor(top / side),
    right: Math.floor(right / side),
    bottom: Math.floor(bottom / side),
  };
}

const keyOf = (column: number, line: number) => `${column} ${line}`;

const isIn = ({ column, line }: Tile, { left, top, right, bottom }: TileRange) =>
  column >= left && column <= right && line >= top && line <= bottom;

function placesIn({ left, top, right, bottom }: TileRange): (readonly [number, number])[] {
  const places: (readonly [number, number])[] = [];
  for (let line = top; line <= bottom; line += 1) {
    for (let column = left; column <= right; column += 1) places.push([column, line]);
  }
  return places;
}

function newCanvas(side: number): CanvasRenderingContext2D | null {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = side;
  // What lies under a tile is never seen, and need not be mixed in.
  return canvas.getContext('2d', { alpha: false });
}
