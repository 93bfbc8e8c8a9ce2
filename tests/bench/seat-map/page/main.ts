import { layOutPlan } from '../../../../sdk/model/seating-plan/index.ts';
import type { HallData } from '../halls.ts';
import { type Change, type Engine, type PreparedHall, placeWhole } from './engine.ts';
import { pass, presented, shown, timed } from './frames.ts';

/** What the engines are called, and how their code and their own form of the hall are had: not on the clock. */
const ENGINES: Readonly<Record<string, () => Promise<{ create(hall: PreparedHall): Engine | Promise<Engine> }>>> = {
  floor: () => import('./engines/floor.ts'),
  ours: () => import('./engines/ours.ts'),
  raw: () => import('./engines/raw.ts'),
  'konva-naive': () => import('./engines/konva-naive.ts'),
  svg: () => import('./engines/svg.ts'),
  'seatmap-canvas': () => import('./engines/seatmap-canvas.ts'),
  seatchart: () => import('./engines/seatchart.ts'),
  'react-seat-picker': () => import('./engines/react-seat-picker.ts'),
};

/** Distance of neighbours, in CSS pixels, at which people choose. */
const NEAR_PITCH = 34;
const PITCH = 52;
const FRAMES = 120;
const BUDGET = 2500;
const CHANGES = 1000;

let engine: Engine;
let hall: PreparedHall;
let longest: PerformanceObserver | undefined;
let blocked = 0;

async function load(name: string, seats: number): Promise<void> {
  const [module, answer] = await Promise.all([ENGINES[name]?.(), fetch(`/hall-${seats}.json`)]);
  if (!module) throw new Error(`There is no engine ${name}.`);
  hall = prepare((await answer.json()) as HallData);
  engine = await module.create(hall);
}

function prepare(data: HallData): PreparedHall {
  const { seats, rows, zones, bounds } = layOutPlan(data.plan);
  const isSold = new Uint8Array(seats.length);
  for (const seat of data.sold) isSold[seat] = 1;
  return {
    ...data,
    bounds,
    isSold,
    seats: seats.map(({ id, x, y, zone, number, row }) => ({
      id,
      x,
      y,
      number,
      row,
      section: rows[row]?.section ?? 0,
      zone: zones.findIndex((one) => one.id === zone),
    })),
  };
}

/** From data in memory to its first frame, and how long the page could not answer meanwhile and just after. */
async function show(): Promise<{ shown: number; usable: number; blocked: number }> {
  longest = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) blocked += duration - 50;
  });
  longest.observe({ entryTypes: ['longtask'] });
  const box = document.querySelector<HTMLElement>('#hall');
  if (!box) throw new Error('The page has no place for the hall.');
  const began = performance.now();
  const shown = await presented(() => engine.show(box));
  while (engine.usable?.() === false) await pass(0);
  const usable = engine.usable ? performance.now() - began : shown;
  await pass(300);
  longest.disconnect();
  return { shown, usable, blocked };
}

/** Where the hand comes closer: at a seat in the middle of a section in the middle of the hall, seen as a whole. */
function target(): readonly [x: number, y: number] {
  const { section = 0 } = hall.seats[hall.seats.length >> 1] ?? {};
  const seats = hall.seats.filter((seat) => seat.section === section);
  const seat = seats[(seats.length >> 1) + 10];
  if (!seat) throw new Error('The hall has no seats.');
  const { width, height } = engine.view();
  const { scale, x, y } = placeWhole(hall, width, height);
  const at = engine.where?.(seat) ?? { x: x + seat.x * scale, y: y + seat.y * scale };
  return [at.x, at.y];
}

/** How much closer than the whole hall one has to come to choose. */
function nearness(): number {
  const { width, height } = engine.view();
  return Math.max(1.5, NEAR_PITCH / (PITCH * placeWhole(hall, width, height).scale));
}

/** Zooms as far as one wants, a turn of the wheel at a time. */
function stepwise(factor: number, x: number, y: number): void {
  const turns = Math.ceil(Math.abs(Math.log(factor)) / Math.log(1.3));
  for (let turn = 0; turn < turns; turn += 1) engine.zoom(factor ** (1 / turns), x, y);
}

/** A hand that draws circles: steps of some 6 pixels, in sight of where it began. */
const circling = (index: number) => engine.pan(6 * Math.cos(index / 8), 5 * Math.sin(index / 8));

async function gestures(): Promise<Record<'far' | 'near' | 'zoom', number[]>> {
  const [x, y] = target();
  engine.zoom(1.3, x, y);
  await pass(150);
  const far = await timed(circling, FRAMES, BUDGET);
  engine.rest?.();
  const near = nearness() / 1.3;
  // In and out again, evenly, past seats of every size on the way; where there was no time to come back, at once.
  const factor = near ** (2 / FRAMES);
  let now = 1;
  const step = (index: number) => {
    const by = index < FRAMES / 2 ? factor : 1 / factor;
    now *= by;
    engine.zoom(by, x, y);
  };
  const zoom = await timed(step, FRAMES, BUDGET);
  stepwise(near / now, x, y);
  await pass(150);
  const close = await timed(circling, FRAMES, BUDGET);
  engine.rest?.();
  await pass(150);
  return { far, near: close, zoom };
}

/** Microseconds until a pointer that moved is known to be on a seat: the browser's own search and every listener. */
function pointer(): number[] {
  const { left, top, width, height } = engine.view();
  const batches: number[] = [];
  for (let batch = 0; batch < 8; batch += 1) {
    const began = performance.now();
    for (let index = 0; index < 50; index += 1) {
      const share = ((batch * 50 + index) * 0.618) % 1;
      point(left + width * (0.1 + 0.8 * share), top + height * (0.1 + 0.8 * ((share * 7) % 1)));
    }
    batches.push(((performance.now() - began) * 1000) / 50);
  }
  return batches.slice(2);
}

function point(clientX: number, clientY: number): void {
  let target = document.elementFromPoint(clientX, clientY);
  while (target?.shadowRoot) {
    const inner = target.shadowRoot.elementFromPoint(clientX, clientY);
    if (!inner || inner === target) break;
    target = inner;
  }
  const event = { clientX, clientY, bubbles: true, composed: true, pointerType: 'mouse', pointerId: 1 };
  target?.dispatchEvent(new PointerEvent('pointermove', event));
  target?.dispatchEvent(new MouseEvent('mousemove', event));
}

/** A thousand seats become sold or free, and all of the hall is in view; each time until that is seen. */
async function changes(): Promise<number[]> {
  const [x, y] = target();
  stepwise(1 / nearness(), x, y);
  await pass(150);
  const count = Math.min(CHANGES, hall.seats.length / 2);
  const step = Math.floor(hall.seats.length / count);
  const times: number[] = [];
  const end = performance.now() + 4000;
  for (let round = 0; round < 5 && (round < 2 || performance.now() < end); round += 1) {
    const list: Change[] = Array.from({ length: count }, (_, index) => {
      const seat = index * step;
      return { seat, id: hall.seats[seat]?.id ?? '', sold: (hall.isSold[seat] === 1) === (round % 2 === 1) };
    });
    times.push(await presented(() => engine.change(list)));
    await pass(50);
  }
  return times;
}

/** Bytes of the hall's data as it would travel, compressed as servers do. */
async function dataBytes(): Promise<number> {
  const packed = new Blob([JSON.stringify(engine.data)]).stream().pipeThrough(new CompressionStream('gzip'));
  return (await new Response(packed).arrayBuffer()).byteLength;
}

/** Puts the focus on the map's first seat; the next keys walk from there. */
function enterByKeys(): void {
  mapRoot().querySelector<HTMLElement>('[role="gridcell"][tabindex="0"]')?.focus();
}

let pressed: Promise<number> | undefined;

/** Listens for the next key. */
function awaitKey(): void {
  pressed = new Promise((resolve) => {
    addEventListener(
      'keydown',
      ({ timeStamp }) => {
        const moved = async () => resolve((await shown()) - timeStamp);
        mapRoot().addEventListener('focusin', () => void moved(), { once: true });
      },
      { capture: true, once: true },
    );
  });
}

/** Milliseconds from that key, by the browser's own stamp on it, until the moved focus has been shown. */
const keyShown = () => pressed;

function mapRoot(): ShadowRoot {
  const root = document.querySelector('foyer-seat-map')?.shadowRoot;
  if (!root) throw new Error('Keys are measured on our own map only.');
  return root;
}

/** What the bench outside the browser asks for. */
export const bench = { load, show, gestures, pointer, changes, dataBytes, enterByKeys, awaitKey, keyShown };
Object.assign(globalThis, { bench });
