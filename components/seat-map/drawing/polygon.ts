import { blend, type Raster } from './raster.ts';

/** Fills a closed outline of so many points (x, y, x, y, …) with one colour. */
export type FillPolygon = (raster: Raster, points: Float64Array, count: number, colour: number, lines: number) => void;

/** So many times an outline may cross one line; what crosses more often is drawn without the rest. */
const MOST = 32;

/**
 * Fills polygons with soft edges. `lines` says how finely edges that lie flat are looked at: 4 lines a pixel for a
 * picture that stays, 1 for one that is gone in a moment. It keeps its working memory, so make one and keep it.
 */
export function createFill(): FillPolygon {
  /** Where the outline crosses each line, from left to right, and whether downwards (1) or upwards (-1). */
  let crossings = new Float64Array(0);
  let turns = new Int8Array(0);
  let counts = new Uint8Array(0);
  let cover = new Float32Array(0);

  /** Notes where one side of the outline crosses lines, of which `first` is the first and lies at `top`. */
  function cross(x0: number, y0: number, x1: number, y1: number, top: number, lines: number, height: number): void {
    const turn = y1 > y0 ? 1 : -1;
    const from = Math.max(0, Math.ceil((Math.min(y0, y1) - top) * lines - 0.5));
    const to = Math.min(height, Math.ceil((Math.max(y0, y1) - top) * lines - 0.5));
    const slope = (x1 - x0) / (y1 - y0);
    for (let line = from; line < to; line += 1) {
      const count = counts[line] as number;
      if (count === MOST) continue;
      const x = x0 + (top + (line + 0.5) / lines - y0) * slope;
      const start = line * MOST;
      let place = start + count;
      for (; place > start && (crossings[place - 1] as number) > x; place -= 1) {
        crossings[place] = crossings[place - 1] as number;
        turns[place] = turns[place - 1] as number;
      }
      crossings[place] = x;
      turns[place] = turn;
      counts[line] = count + 1;
    }
  }

  /** Turns the crossings of a line into spans inside the outline, in place; gives the number of spans. */
  function inside(line: number, width: number): number {
    const start = line * MOST;
    const end = start + (counts[line] as number);
    let depth = 0;
    let ends = start;
    for (let at = start; at < end; at += 1) {
      const before = depth;
      depth += turns[at] as number;
      if ((before === 0) === (depth === 0)) continue;
      crossings[ends] = Math.min(width, Math.max(0, crossings[at] as number));
      ends += 1;
    }
    return (ends - start) >> 1;
  }

  /** Notes how much of each pixel lies between two places of a line. */
  function shade(from: number, to: number): void {
    if (to <= from) return;
    const first = Math.floor(from);
    const last = Math.floor(to);
    if (first === last) {
      cover[first] = (cover[first] as number) + to - from;
      return;
    }
    cover[first] = (cover[first] as number) + first + 1 - from;
    for (let at = first + 1; at < last; at += 1) cover[at] = (cover[at] as number) + 1;
    cover[last] = (cover[last] as number) + to - last;
  }

  /** Draws what was noted between two pixels, and forgets it. */
  function draw({ pixels }: Raster, row: number, from: number, to: number, colour: number, lines: number): void {
    for (let at = from; at < to; at += 1) {
      const opacity = Math.min(255, Math.round(((cover[at] as number) * 255) / lines));
      cover[at] = 0;
      if (opacity > 0) pixels[row + at] = blend(pixels[row + at] as number, colour, opacity);
    }
  }

  /** The span at one place of each of these lines: soft at both ends, plain between them. */
  function fillSpan(raster: Raster, row: number, first: number, span: number, colour: number, lines: number): void {
    let from = Infinity;
    let to = 0;
    let inner = 0;
    let outer = Infinity;
    const end = (first + lines) * MOST;
    for (let at = first * MOST + 2 * span; at < end; at += MOST) {
      const left = crossings[at] as number;
      const right = crossings[at + 1] as number;
      if (left < from) from = left;
      if (right > to) to = right;
      if (Math.ceil(left) > inner) inner = Math.ceil(left);
      if (Math.floor(right) < outer) outer = Math.floor(right);
    }
    const isNarrow = inner >= outer;
    for (let at = first * MOST + 2 * span; at < end; at += MOST) {
      shade(crossings[at] as number, isNarrow ? (crossings[at + 1] as number) : inner);
      if (!isNarrow) shade(outer, crossings[at + 1] as number);
    }
    draw(raster, row, Math.floor(from), isNarrow ? Math.ceil(to) : inner, colour, lines);
    if (isNarrow) return;
    raster.pixels.fill(colour, row + inner, row + outer);
    draw(raster, row, outer, Math.ceil(to), colour, lines);
  }

  /** One row of pixels, seen by so many lines from `first` on. */
  function fillRow(raster: Raster, y: number, first: number, colour: number, lines: number): void {
    const { width } = raster;
    const row = y * width;
    const spans = inside(first, width);
    let isEven = true;
    for (let line = first + 1; line < first + lines; line += 1) {
      const found = inside(line, width);
      // Where the outline begins, ends or parts, lines differ in how often they meet it.
      if (found !== spans) isEven = false;
      counts[line] = found;
    }
    counts[first] = spans;
    if (isEven) {
      for (let span = 0; span < spans; span += 1) fillSpan(raster, row, first, span, colour, lines);
      return;
    }
    for (let line = first; line < first + lines; line += 1) {
      for (let at = line * MOST; at < line * MOST + 2 * (counts[line] as number); at += 2) {
        shade(crossings[at] as number, crossings[at + 1] as number);
      }
    }
    draw(raster, row, 0, width, colour, lines);
  }

  return (raster, points, count, colour, lines) => {
    if (cover.length < raster.width + 2) cover = new Float32Array(raster.width + 2);
    let least = Infinity;
    let most = -Infinity;
    for (let at = 1; at < 2 * count; at += 2) {
      const y = points[at] as number;
      if (y < least) least = y;
      if (y > most) most = y;
    }
    const top = Math.max(0, Math.floor(least));
    const height = (Math.min(raster.height, Math.ceil(most)) - top) * lines;
    if (!(height > 0)) return;
    if (counts.length < height) {
      counts = new Uint8Array(height);
      crossings = new Float64Array(height * MOST);
      turns = new Int8Array(height * MOST);
    }
    counts.fill(0, 0, height);
    for (let at = 0, last = 2 * count - 2; at < 2 * count; last = at, at += 2) {
      const x0 = points[last] as number;
      const y0 = points[last + 1] as number;
      cross(x0, y0, points[at] as number, points[at + 1] as number, top, lines, height);
    }
    for (let line = 0; line < height; line += lines) fillRow(raster, top + line / lines, line, colour, lines);
  };
}
