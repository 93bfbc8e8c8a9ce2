import { type Detail, detailFor, SeatState } from '../../../sdk/model/scene/index.ts';
import type { Cut } from './cut.ts';
import type { Frame } from './frame.ts';
import { createInks } from './inks.ts';
import { hasNumber, type SeatMark } from './marks.ts';
import type { Palette } from './palette.ts';
import { press, type Stamp } from './raster.ts';
import { createStamps, type Stamps } from './stamps.ts';

/** Draws seats on cuts, and keeps what it drew them with. */
export interface SeatPress {
  /** Presses every seat that reaches into a cut, as much of it as can be told apart from here. */
  draw(cut: Cut, frame: Frame): void;
  /** Pixels from the middle of a seat to what it does not reach, however it looks. */
  reach(frame: Frame): number;
}

/** Own seats are found again from afar: their radius is no less than this, in CSS pixels. */
const LEAST_OWN = 4.5;
/** Stamps of so many sizes are kept; coming closer and going away again uses the same. */
const MOST_SIZES = 24;
/** Below the sharpest eye, in canvas pixels. */
const LEAST_RADIUS = 0.5;
/** From afar seats are a shade under the names of their sections. */
const SHADE = 0.45;
/** Free seats are told apart by zone too: their looks are numbered after those of all other states. */
const FREE_LOOKS = 64;

/** Stamps of one size, by look. */
interface Sheet extends Stamps {
  readonly looks: Look[];
}
interface Look {
  readonly mark: SeatMark;
  readonly stamps: readonly Stamp[];
  readonly hasNumber: boolean;
}

export function createSeatPress(): SeatPress {
  const inks = createInks();
  let context: CanvasRenderingContext2D | null | undefined;
  const pencil = () => {
    context ??= document.createElement('canvas').getContext('2d', { willReadFrequently: true });
    return context;
  };
  const sheets = new Map<string, Sheet>();
  let colours: Palette | undefined;

  function sheetFor(wanted: number, opacity: number, detail: Detail, palette: Palette): Sheet {
    if (palette !== colours) sheets.clear();
    colours = palette;
    const radius = roundRadius(wanted);
    const key = `${detail} ${radius} ${opacity}`;
    const sheet = sheets.get(key) ?? { ...createStamps(radius, opacity, palette, inks, pencil), looks: [] };
    sheets.delete(key);
    sheets.set(key, sheet);
    if (sheets.size > MOST_SIZES) sheets.delete(sheets.keys().next().value ?? '');
    return sheet;
  }

  return {
    reach: (frame) => {
      const [usual, own] = radiiOf(frame);
      return Math.ceil(Math.max(roundRadius(usual), roundRadius(own)) * 1.5) + 2;
    },
    draw(cut, frame) {
      const { scene, camera, palette } = frame;
      const detail = detailFor(scene.radius * camera.scale);
      const [usual, own] = radiiOf(frame);
      const sheet = sheetFor(usual, detail === 'sections' ? SHADE : 1, detail, palette);
      const ownSheet = sheetFor(own, 1, detail, palette);
      // Own seats come last, for they are larger than the room they have.
      const mine: number[] = [];
      const margin = Math.max(sheet.reach, ownSheet.reach);
      forEachSeat(cut, frame, margin, (seat, state) => {
        if (state === SeatState.mine || state === SeatState.pending) mine.push(seat);
        else put(cut, frame, sheet, seat, state, detail);
      });
      for (const seat of mine) put(cut, frame, ownSheet, seat, frame.states[seat] ?? 0, detail);
    },
  };
}

function radiiOf({ scene, camera, ratio }: Frame): readonly [number, number] {
  const radius = scene.radius * camera.scale * ratio;
  return [radius, Math.max(radius, LEAST_OWN * ratio)];
}

/** So near to the true radius that nobody sees it; so seldom a new one that stamps serve for many frames of a zoom. */
function roundRadius(radius: number): number {
  const step = radius < 4 ? 1 / 8 : radius < 12 ? 1 / 4 : 1 / 2;
  return Math.max(LEAST_RADIUS, Math.round(radius / step) * step);
}

/** Seats whose middle lies in the cut or not further than `margin` pixels beside it; rows out of sight cost nothing. */
function forEachSeat(
  { raster, scale, left, top }: Cut,
  { scene, states }: Frame,
  margin: number,
  visit: (seat: number, state: number) => void,
): void {
  const { x, y, rowBoxes, plan } = scene;
  const leftEdge = (left - margin) / scale;
  const rightEdge = (left + raster.width + margin) / scale;
  const topEdge = (top - margin) / scale;
  const bottomEdge = (top + raster.height + margin) / scale;
  for (let row = 0; row < plan.rows.length; row += 1) {
    const at = row * 4;
    if ((rowBoxes[at] as number) > rightEdge || (rowBoxes[at + 2] as number) < leftEdge) continue;
    if ((rowBoxes[at + 1] as number) > bottomEdge || (rowBoxes[at + 3] as number) < topEdge) continue;
    const seats = plan.rows[row]?.seats ?? [];
    for (let place = 0; place < seats.length; place += 1) {
      const seat = seats[place] as number;
      const seatX = x[seat] as number;
      const seatY = y[seat] as number;
      if (seatX < leftEdge || seatX > rightEdge || seatY < topEdge || seatY > bottomEdge) continue;
      visit(seat, states[seat] as number);
    }
  }
}

function put(cut: Cut, frame: Frame, sheet: Sheet, seat: number, state: number, detail: Detail): void {
  const { scene } = frame;
  const look = lookOf(sheet, frame, seat, state, detail);
  const { places } = sheet;
  const wholeX = Math.floor((scene.x[seat] as number) * cut.scale * places);
  const wholeY = Math.floor((scene.y[seat] as number) * cut.scale * places);
  const x = Math.floor(wholeX / places);
  const y = Math.floor(wholeY / places);
  const place = (wholeY - y * places) * places + wholeX - x * places;
  const stamp = look.stamps[place];
  if (stamp) press(cut.raster, stamp, x - cut.left, y - cut.top);
  if (!look.hasNumber) return;
  const number = sheet.number(look.mark, scene.plan.seats[seat]?.number ?? '')[place];
  if (number) press(cut.raster, number, x - cut.left, y - cut.top);
}

function lookOf(sheet: Sheet, { scene, zones, fits }: Frame, seat: number, state: number, detail: Detail): Look {
  const kind = scene.kind[seat] as number;
  const isFree = state === SeatState.free;
  const zone = isFree ? (scene.zone[seat] as number) : 0;
  const dimmed = isFree && ((zones !== null && !zones.has(zone)) || fits?.[seat] === 0);
  const index = isFree ? FREE_LOOKS + (zone * 8 + kind) * 2 + (dimmed ? 1 : 0) : state * 8 + kind;
  const known = sheet.looks[index];
  if (known) return known;
  const mark = { state, kind, zone, detail: detail === 'sections' ? 'dots' : detail, dimmed } as const;
  const look = { mark, stamps: sheet.of(mark), hasNumber: hasNumber(mark) };
  sheet.looks[index] = look;
  return look;
}
