import { changedSeats, detailFor, type Scene } from '../../../sdk/model/scene/index.ts';
import { type Box, boxOf, type Cut, cornerOf } from './cut.ts';
import type { Frame } from './frame.ts';
import { createGround, type Ground } from './ground.ts';
import { createInks } from './inks.ts';
import { createRaster, type Raster } from './raster.ts';
import { createSeatPress } from './seats.ts';
import { createTiles, rangeOf, type TileRange, type Tiles } from './tiles.ts';
import type { Words } from './words.ts';

/** Draws the hall on any canvas, and keeps what it drew: the same hall from elsewhere, or with a few other seats, is cheap. */
export interface HallPainter {
  paint(context: CanvasRenderingContext2D, frame: Frame): void;
  /**
   * Works ahead on what will be asked for next, for as long as there is time. `again`: there is more to do; `better`:
   * painted once more, the picture would be finer than it is.
   */
  prepare(frame: Frame, timeLeft: () => number): 'again' | 'better' | 'done';
  /** Milliseconds it probably takes to draw this frame with nothing to build on. */
  cost(frame: Frame): number;
  /** All of the hall, small: a canvas of the shape of the scene's bounds. */
  sketch(frame: Frame): HTMLCanvasElement;
  /** From now on there are words too. They come later, because the picture does not wait for them. */
  teach(createWords: (scene: Scene) => Words): void;
  /** What was drawn is lost, as browsers may decide. */
  forget(): void;
}

/** Milliseconds a frame may take for squares that are missing; above, the view is drawn as a whole, which is coarser. */
const PATIENCE = 6;
/** Milliseconds of a coarse frame in which finer ones are prepared. */
const CATCH_UP = 2;
/** Canvas pixels to a side of a tile, on usual and on fine screens. */
const SIDE = 256;
/** Tiles are kept for so many views. */
const VIEWS_KEPT = 2.5;
/** Rims are drawn with so many lines a pixel when they stay, and while all moves. */
const FINE = 4;
const COARSE = 1;
/** Pixels to the longer side of a sketch. */
const SKETCH = 480;
/** Above so many changes at once nothing that was drawn is worth keeping. */
const MANY_CHANGES = 4000;

export function createHallPainter(): HallPainter {
  const inks = createInks();
  const seats = createSeatPress();
  let ground: Ground | undefined;
  let wordsFor: ((scene: Scene) => Words) | undefined;
  let words: Words | undefined;
  let tiles: Tiles | undefined;
  let view: Raster | undefined;
  /** The frame that everything kept belongs to. */
  let kept: Frame | undefined;
  let colours = '';
  /** Where the view raster was drawn last; null when it no longer holds. */
  let viewAt: { readonly left: number; readonly top: number } | null = null;
  let isCoarse = false;
  /** Milliseconds a tile takes, as it turned out lately. */
  let tileCost = 0.5;
  /** Milliseconds a unit of work takes (see {@link workOf}). */
  let rate = 0;

  function drawCut(cut: Cut, frame: Frame, lines: number): void {
    ground?.draw(cut, frame, lines);
    seats.draw(cut, frame);
  }

  function drop(): void {
    tiles?.clear();
    viewAt = null;
  }

  /** Lets go of what no longer holds. */
  function follow(frame: Frame): void {
    const before = kept;
    kept = frame;
    if (before?.scene !== frame.scene) {
      ground = createGround(frame.scene, inks);
      words = undefined;
    }
    if (!before || !hasSameSize(before, frame) || !tiles) {
      const { width, height } = frame.view;
      view = createRaster(Math.round(width * frame.ratio), Math.round(height * frame.ratio));
      const side = frame.ratio < 2 ? SIDE : SIDE * 2;
      tiles = createTiles(side, view.width * view.height * VIEWS_KEPT + 8 * side * side, {
        draw: (cut) => kept && drawCut({ ...cut, scale: scaleOf(kept) }, kept, FINE),
        write: (context, box) => kept && words?.write(context, kept, box),
      });
      viewAt = null;
    }
    words ??= wordsFor?.(frame.scene);
    const coloursNow = before && hasSameColours(before, frame) ? colours : (ground?.colours(frame) ?? '');
    const isOther =
      before?.scene !== frame.scene ||
      before.palette !== frame.palette ||
      before.zones !== frame.zones ||
      before.fits !== frame.fits ||
      before.text !== frame.text ||
      before.freeText !== frame.freeText ||
      scaleOf(before) !== scaleOf(frame) ||
      colours !== coloursNow;
    colours = coloursNow;
    if (isOther) drop();
    else redraw(before, frame);
  }

  /** Draws again what a few seats are part of, and what is said of them. */
  function redraw(before: Frame, frame: Frame): void {
    if (before.states === frame.states && before.summary === frame.summary && before.areaFree === frame.areaFree)
      return;
    const changed = before.states === frame.states ? [] : changedSeats(before.states, frame.states);
    const said = words?.changed(before, frame) ?? [];
    if (changed.length > 0) viewAt = null;
    if (changed.length > MANY_CHANGES) tiles?.clear();
    else if (tiles && changed.length + said.length > 0) {
      tiles.touch([...boxesOf(changed, frame, seats.reach(frame)), ...said], rangeIn(frame, tiles.side));
    }
  }

  /** Draws squares until it is enough; at least one, or a busy machine would never have any. */
  function make(missing: readonly (readonly [number, number])[], enough: () => boolean): void {
    for (const [column, line] of missing) {
      const start = performance.now();
      tiles?.make(column, line);
      const cost = performance.now() - start;
      tileCost = learn(tileCost, cost);
      if (enough()) return;
    }
  }

  function paintView(context: CanvasRenderingContext2D, frame: Frame, isFirst: boolean): void {
    if (!view) return;
    const { left, top } = cornerOf(frame);
    if (viewAt?.left !== left || viewAt.top !== top) {
      const start = performance.now();
      drawCut({ raster: view, scale: scaleOf(frame), left, top }, frame, COARSE);
      // The first time says nothing: the browser has yet to compile what draws.
      if (!isFirst) rate = learn(rate || Infinity, (performance.now() - start) / workOf(frame));
      viewAt = { left, top };
    }
    context.putImageData(view.image, 0, 0);
    words?.write(context, frame, boxOf(frame));
  }

  return {
    paint(context, frame) {
      const isZooming = kept !== undefined && scaleOf(kept) !== scaleOf(frame);
      const isOther = kept?.scene !== frame.scene || kept.states !== frame.states;
      const isFirst = kept?.scene !== frame.scene;
      follow(frame);
      if (!tiles) return;
      const range = rangeIn(frame, tiles.side);
      const missing = isZooming || isFirst ? null : tiles.missing(range);
      isCoarse = missing === null || missing.length * tileCost > PATIENCE;
      context.save();
      context.setTransform(1, 0, 0, 1, 0, 0);
      if (isCoarse) {
        paintView(context, frame, isFirst);
        // While the hall is moved on and on, there is no other time to catch up in.
        const start = performance.now();
        if (missing && !isOther) make(missing, () => performance.now() - start > CATCH_UP);
      } else {
        const { left, top } = cornerOf(frame);
        make(missing ?? [], () => false);
        tiles.show(context, range, left, top);
      }
      words?.sign(context, frame);
      context.restore();
    },
    prepare(frame, timeLeft) {
      follow(frame);
      if (!tiles) return 'done';
      const range = rangeIn(frame, tiles.side);
      const isOver = () => timeLeft() < 2 * tileCost;
      make(tiles.missing(range), isOver);
      if (tiles.missing(range).length > 0) return 'again';
      if (isCoarse) return 'better';
      const { left, top, right, bottom } = range;
      const ring = tiles.missing({ left: left - 1, top: top - 1, right: right + 1, bottom: bottom + 1 });
      make(ring.slice(0, tiles.room()), isOver);
      return isOver() && ring.length > 0 && tiles.room() > 0 ? 'again' : 'done';
    },
    cost: (frame) => rate * workOf(frame),
    sketch(frame) {
      const { x, y, width, height } = frame.scene.bounds;
      const scale = SKETCH / Math.max(width, height, 1);
      const raster = createRaster(Math.ceil(width * scale), Math.ceil(height * scale));
      const small = { ...frame, camera: { ...frame.camera, scale: scale / frame.ratio } };
      drawCut({ raster, scale, left: Math.round(x * scale), top: Math.round(y * scale) }, small, COARSE);
      const canvas = document.createElement('canvas');
      canvas.width = raster.width;
      canvas.height = raster.height;
      canvas.getContext('2d')?.putImageData(raster.image, 0, 0);
      return canvas;
    },
    teach(createWords) {
      wordsFor = createWords;
      words = undefined;
      drop();
    },
    forget() {
      kept = undefined;
      drop();
    },
  };
}

/** One slow moment must not make everything coarse for long: what is expected falls at once and rises slowly. */
const learn = (expected: number, measured: number): number =>
  measured < expected ? measured : expected * 0.8 + measured * 0.2;

/** How much there is to draw: pixels of the seats in view, and of what lies under them. */
function workOf(frame: Frame): number {
  const { scene, camera, view, ratio } = frame;
  const { bounds, count, radius } = scene;
  const seen = (view.width * view.height) / camera.scale ** 2 / Math.max(1, bounds.width * bounds.height);
  const side = 2 * radius * scaleOf(frame) + 3;
  return count * Math.min(1, seen) * (20 + side * side) + 0.5 * view.width * view.height * ratio * ratio;
}

/** Whether the ground under two frames is of the same colours, as far as can be told without looking at each of its parts. */
const hasSameColours = (one: Frame, other: Frame): boolean =>
  one.scene === other.scene &&
  one.palette === other.palette &&
  one.summary === other.summary &&
  one.areaFree === other.areaFree &&
  detailOf(one) === detailOf(other);

const detailOf = ({ scene, camera }: Frame) => detailFor(scene.radius * camera.scale);

/** What has to be drawn again around seats. */
function boxesOf(changed: readonly number[], frame: Frame, reach: number): Box[] {
  const { x, y } = frame.scene;
  const scale = scaleOf(frame);
  const side = 2 * reach + 1;
  return changed.map((seat) => ({
    left: Math.floor((x[seat] ?? 0) * scale) - reach,
    top: Math.floor((y[seat] ?? 0) * scale) - reach,
    width: side,
    height: side,
  }));
}

const scaleOf = ({ camera, ratio }: Frame): number => camera.scale * ratio;

const hasSameSize = (one: Frame, other: Frame): boolean =>
  one.ratio === other.ratio && one.view.width === other.view.width && one.view.height === other.view.height;

function rangeIn(frame: Frame, side: number): TileRange {
  const { left, top } = cornerOf(frame);
  const { view, ratio } = frame;
  return rangeOf(left, top, left + Math.round(view.width * ratio) - 1, top + Math.round(view.height * ratio) - 1, side);
}
