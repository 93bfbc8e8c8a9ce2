import { type Detail, KINDS, SeatState } from '../../../sdk/model/scene/index.ts';
import type { Palette } from './palette.ts';

/** All that decides how one seat looks. Two seats with the same marks look the same, so one drawing can serve both. */
export interface SeatMark {
  /** One of {@link SeatState}. */
  readonly state: number;
  /** Index in {@link KINDS}. */
  readonly kind: number;
  /** Index in `plan.zones`; free seats are drawn in its colour. */
  readonly zone: number;
  readonly detail: Exclude<Detail, 'sections'>;
  /** A free seat that steps back: its zone is filtered out, or the party does not fit there. */
  readonly dimmed?: boolean;
  /** Written on it when `detail` is `numbers` and there is room. */
  readonly number?: string;
}

/** The colours of a {@link Palette} a mark is made of. */
export type Ink = 'zone' | 'zoneInk' | 'taken' | 'mine' | 'mineInk' | 'floor';

/** One touch of the pen, as SVG writes a path; canvas and legend draw the same. The seat's radius is 1, its middle 0,0. */
export interface Touch {
  readonly path: string;
  readonly ink: Ink;
  /** Width of the line, with round ends; 0 for a filled shape. */
  readonly line: number;
}

/** How far the largest mark reaches beyond the middle of its seat, in radii: half the side of a square that holds it. */
export const MARK_REACH = 1.4;

const WHEELCHAIR = KINDS.indexOf('wheelchair');
const COMPANION = KINDS.indexOf('companion');
const RESTRICTED = KINDS.indexOf('restricted-view');
/** Own seats are larger than others, with a clear rim around them. */
const OWN = 1.12;
const OWN_RIM = 1.34;
/** What is not on offer is smaller. */
const GONE = 0.78;
/** What steps back, and from afar what is not on offer. */
const SMALL = 0.5;

/**
 * What a seat is drawn with, in order. State and kind are told by shape; colour only says it once more. `zoneSign` is the
 * number of the sign of its zone, for who cannot tell zones by colour.
 */
export function touchesOf({ state, kind, detail, dimmed = false }: SeatMark, zoneSign = 0): readonly Touch[] {
  if (state === SeatState.mine || state === SeatState.pending) return own(state, kind);
  if (state !== SeatState.free) return gone(state, kind, detail);
  if (dimmed) return [fill(outline(kind, SMALL), 'zone')];
  const body = fill(outline(kind, 1), 'zone');
  if (detail === 'dots') return [body];
  const symbol = sign(kind, detail);
  return [body, ...notches(zoneSign, symbol.length > 0 || detail === 'numbers'), ...symbol];
}

/** The disc that a seat is from afar, with its radius and its colour; null for one that looks otherwise. */
export function dotOf({ state, kind, zone, detail, dimmed }: SeatMark, palette: Palette) {
  const isOwn = state === SeatState.mine || state === SeatState.pending;
  if (detail !== 'dots' || isOwn || kind === WHEELCHAIR || kind === RESTRICTED) return null;
  const isFree = state === SeatState.free;
  return { radius: isFree && !dimmed ? 1 : SMALL, colour: inkOf(isFree ? 'zone' : 'taken', zone, palette) };
}

/** Draws one seat around 0,0 of the context with this radius. To draw many that look alike, keep {@link penFor} instead. */
export function drawMark(context: CanvasRenderingContext2D, mark: SeatMark, radius: number, palette: Palette): void {
  penFor(mark, palette)(context, radius, mark.number);
}

/** A pen that draws one mark again and again, around 0,0 of the context, without its number or with one. */
export function penFor(
  mark: SeatMark,
  palette: Palette,
): (context: CanvasRenderingContext2D, radius: number, number?: string) => void {
  const touches = touchesOf(mark, palette.zoneSigns[mark.zone]).map(({ path, ink, line }) => ({
    path: new Path2D(path),
    colour: inkOf(ink, mark.zone, palette),
    line,
  }));
  return (context, radius, number) => {
    context.save();
    context.scale(radius, radius);
    context.lineCap = context.lineJoin = 'round';
    for (const { path, colour, line } of touches) {
      context.fillStyle = context.strokeStyle = colour;
      context.lineWidth = line;
      if (line > 0) context.stroke(path);
      else context.fill(path);
    }
    if (number && hasNumber(mark)) writeNumber(context, mark, number, palette);
    context.restore();
  };
}

/** A pen that writes nothing but the number of a mark, where {@link penFor} would write it. */
export const penForNumber =
  (mark: SeatMark, palette: Palette) => (context: CanvasRenderingContext2D, radius: number, number: string) => {
    context.save();
    context.scale(radius, radius);
    writeNumber(context, mark, number, palette);
    context.restore();
  };

/** True for a seat whose number is written on it; on others a sign says what matters more. */
export const hasNumber = ({ state, kind, detail, dimmed }: SeatMark): boolean =>
  detail === 'numbers' && state === SeatState.free && kind !== WHEELCHAIR && !dimmed;

function writeNumber(context: CanvasRenderingContext2D, mark: SeatMark, number: string, palette: Palette): void {
  const isCompanion = mark.kind === COMPANION;
  context.fillStyle = inkOf('zoneInk', mark.zone, palette);
  // Fonts are hinted at whole pixels: large, and drawn smaller, they keep their shape.
  context.scale(0.01, 0.01);
  context.font = `600 ${isCompanion ? 82 : 95}px ${palette.font}`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillText(number, 0, isCompanion ? 36 : mark.kind === RESTRICTED ? 18 : 6, 170);
}

function inkOf(ink: Ink, zone: number, palette: Palette): string {
  if (ink === 'zone') return palette.zones[zone] ?? '';
  return ink === 'zoneInk' ? (palette.zoneInks[zone] ?? '') : palette[ink];
}

/** The outline tells what kind of seat it is: square for a wheelchair, a cut-off top where the view is. */
export function outline(kind: number, radius: number): string {
  if (kind === WHEELCHAIR) {
    const [side, corner] = [radius * 1.4, radius * 0.3];
    const arc = `a${corner} ${corner} 0 0 1 `;
    const sides = `h${side}${arc}${corner} ${corner}v${side}${arc}${-corner} ${corner}h${-side}${arc}${-corner} ${-corner}`;
    return `M${-side / 2} ${-radius}${sides}v${-side}${arc}${corner} ${-corner}z`;
  }
  if (kind === RESTRICTED) {
    const [x, y] = [radius * 0.825, radius * -0.565];
    return `M${x} ${y}A${radius} ${radius} 0 1 1 ${-x} ${y}z`;
  }
  return disc(0, 0, radius);
}

function disc(x: number, y: number, radius: number): string {
  const half = `a${radius} ${radius} 0 0 1 `;
  return `M${x - radius} ${y}${half}${radius * 2} 0${half}${radius * -2} 0z`;
}

const fill = (path: string, ink: Ink): Touch => ({ path, ink, line: 0 });
const draw = (path: string, ink: Ink, line: number): Touch => ({ path, ink, line });

/** The visitor's own: a check; while it is being asked for or given back, three dots. */
function own(state: number, kind: number): readonly Touch[] {
  const body = [fill(outline(kind, OWN_RIM), 'floor'), fill(outline(kind, OWN), 'mine')];
  if (state === SeatState.mine) return [...body, draw('M-.48 .04L-.12 .37.5-.35', 'mineInk', 0.24)];
  return [...body, fill(disc(-0.5, 0, 0.15) + disc(0, 0, 0.15) + disc(0.5, 0, 0.15), 'mineInk')];
}

/**
 * Not on offer: hollow, half full while somebody else chooses, with a cross once it is sold and with a bar where the
 * house keeps it. A dot in the middle is kept free for seats a partner sells, which the model cannot tell apart yet.
 */
function gone(state: number, kind: number, detail: Detail): readonly Touch[] {
  if (detail === 'dots') return [fill(outline(kind, SMALL), 'taken')];
  const line = detail === 'numbers' ? 0.14 : 0.18;
  const ring = draw(outline(kind, GONE), 'taken', line);
  if (state === SeatState.held) {
    const half = kind === WHEELCHAIR ? 'M-.78 0v.7h1.56v-.7z' : 'M-.78 0a.78 .78 0 0 0 1.56 0z';
    return [ring, fill(half, 'taken')];
  }
  // Where the top is cut off, the middle of what is left is lower.
  const y = kind === RESTRICTED ? 0.16 : 0;
  if (state === SeatState.sold) return [ring, draw(`M-.3 ${y - 0.3}l.6 .6m0-.6l-.6 .6`, 'taken', line)];
  return [ring, draw(`M-.36 ${y}h.72`, 'taken', line * 1.4)];
}

/** Where the notches of each sign are, in degrees clockwise from the right; left and right are kept for the number. */
const NOTCHES = [
  [],
  [90],
  [45, 135, 225, 315],
  [45, 225],
  [135, 315],
  [45, 135],
  [90, 225, 315],
  [90, 270],
  [225, 315],
  [45, 135, 270],
  [270],
  [45, 90, 135, 225, 270, 315],
];

/** The sign of a zone: notches, deep where nothing stands in the middle. */
function notches(sign: number, isShallow: boolean): readonly Touch[] {
  const from = isShallow ? 0.72 : 0;
  const path = NOTCHES[sign % NOTCHES.length]?.map((degrees) => {
    const angle = (degrees * Math.PI) / 180;
    const [x, y] = [Math.cos(angle), Math.sin(angle)];
    return `M${x * from} ${y * from}L${x * 0.9} ${y * 0.9}`;
  });
  return path?.length ? [draw(path.join(''), 'zoneInk', isShallow ? 0.22 : 0.32)] : [];
}

/** A wheelchair in side view; head and shoulders of somebody who comes along. */
function sign(kind: number, detail: Detail): readonly Touch[] {
  if (kind === WHEELCHAIR) {
    const chair = 'M.26 .1A.36 .36 0 1 1-.31-.06M-.12-.36V.1H.3L.48 .5';
    return [draw(chair, 'zoneInk', 0.16), fill(disc(-0.12, -0.6, 0.14), 'zoneInk')];
  }
  if (kind !== COMPANION) return [];
  const [size, y] = detail === 'numbers' ? [0.5, -0.42] : [1, 0.02];
  const shoulders = `M${-0.46 * size} ${y + 0.5 * size}a${0.46 * size} ${0.46 * size} 0 0 1 ${0.92 * size} 0z`;
  return [fill(shoulders + disc(0, y - 0.3 * size, 0.25 * size), 'zoneInk')];
}
