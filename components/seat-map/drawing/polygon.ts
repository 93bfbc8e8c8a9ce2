import { blend, type Raster } from './raster.ts';

/** Fills a closed outline of so many points (x, y, x, y, …) with one colour. */
export type FillPolygon = (raster: Raster, points: Float64Array, count: number, colour: number, lines: number) => void;

/** So many times an outline may cross one line; what crosses more often is drawn without the rest. */
const MOST_CROSSINGS = 64;

/**
 * Fills polygons with soft edges. `lines` says how finely edges that lie flat are looked at: 4 lines a pixel for a
 * picture that stays, 1 for one that is gone in a moment. It keeps its working memory, so make one and keep it.
 */
export function createFill(): FillPolygon {
  const crossings = new Float64Array(MOST_CROSSINGS);
  const turns = new Int8Array(MOST_CROSSINGS);
  /** Where the outline is entered and left, two numbers a span, by line. */
  const spans = [0, 1, 2, 3].map(() => new Float64Array(MOST_CROSSINGS));
  let cover = new Float32Array(0);

  /** Finds what lies inside on one line; gives the number of spans. */
  function cross(points: Float64Array, count: number, y: number, into: Float64Array, width: number): number {
    let found = 0;
    let [x0, y0] = [points[2 * count - 2] as number, points[2 * count - 1] as number];
    for (let at = 0; at < count; at += 1) {
      const [x1, y1] = [points[2 * at] as number, points[2 * at + 1] as number];
      if (y0 <= y !== y1 <= y && found < MOST_CROSSINGS) {
        const x = x0 + ((y - y0) * (x1 - x0)) / (y1 - y0);
        let place = found;
        for (; place > 0 && (crossings[place - 1] as number) > x; place -= 1) {
          crossings[place] = crossings[place - 1] as number;
          turns[place] = turns[place - 1] as number;
        }
        crossings[place] = x;
        turns[place] = y1 > y0 ? 1 : -1;
        found += 1;
      }
      x0 = x1;
      y0 = y1;
    }
    let [depth, ends] = [0, 0];
    for (let at = 0; at < found; at += 1) {
      const before = depth;
      depth += turns[at] as number;
      if ((before === 0) === (depth === 0)) continue;
      into[ends] = Math.min(width, Math.max(0, crossings[at] as number));
      ends += 1;
    }
    return ends >> 1;
  }

  /** Notes how much of each pixel lies between two places of a line. */
  function shade(from: number, to: number): void {
    if (to <= from) return;
    const [first, last] = [Math.floor(from), Math.floor(to)];
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

  /** The span with this number on every line: soft at both ends, plain between them. */
  function fillSpan(raster: Raster, row: number, span: number, colour: number, lines: number): void {
    let [from, to, inner, outer] = [Infinity, 0, 0, Infinity];
    for (let line = 0; line < lines; line += 1) {
      const [start, end] = [spans[line]?.[2 * span] as number, spans[line]?.[2 * span + 1] as number];
      from = Math.min(from, start);
      to = Math.max(to, end);
      inner = Math.max(inner, Math.ceil(start));
      outer = Math.min(outer, Math.floor(end));
    }
    const isNarrow = inner >= outer;
    for (let line = 0; line < lines; line += 1) {
      const [start, end] = [spans[line]?.[2 * span] as number, spans[line]?.[2 * span + 1] as number];
      shade(start, isNarrow ? end : inner);
      if (!isNarrow) shade(outer, end);
    }
    draw(raster, row, Math.floor(from), isNarrow ? Math.ceil(to) : inner, colour, lines);
    if (isNarrow) return;
    raster.pixels.fill(colour, row + inner, row + outer);
    draw(raster, row, outer, Math.ceil(to), colour, lines);
  }

  return (raster, points, count, colour, lines) => {
    const { width, height } = raster;
    if (cover.length < width + 2) cover = new Float32Array(width + 2);
    let [top, bottom] = [Infinity, -Infinity];
    for (let at = 1; at < 2 * count; at += 2) {
      top = Math.min(top, points[at] as number);
      bottom = Math.max(bottom, points[at] as number);
    }
    for (let y = Math.max(0, Math.floor(top)); y < Math.min(height, bottom); y += 1) {
      let [least, most] = [MOST_CROSSINGS, 0];
      for (let line = 0; line < lines; line += 1) {
        const into = spans[line] as Float64Array;
        const found = cross(points, count, y + (line + 0.5) / lines, into, width);
        // Where lines differ in how often they meet the outline, a span of nothing stands for what is not there.
        into.fill(0, 2 * found);
        least = Math.min(least, found);
        most = Math.max(most, found);
      }
      const row = y * width;
      if (least === most) for (let span = 0; span < most; span += 1) fillSpan(raster, row, span, colour, lines);
      else fillUneven(raster, row, most, colour, lines);
    }
  };

  /** A line on which the outline begins, ends or parts. */
  function fillUneven(raster: Raster, row: number, most: number, colour: number, lines: number): void {
    for (let line = 0; line < lines; line += 1) {
      for (let span = 0; span < most; span += 1) {
        shade(spans[line]?.[2 * span] as number, spans[line]?.[2 * span + 1] as number);
      }
    }
    draw(raster, row, 0, raster.width, colour, lines);
  }
}
