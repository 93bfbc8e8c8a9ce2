import type { Frame } from '../../../../components/seat-map/drawing/frame.ts';
import { createHallPainter, type HallPainter } from '../../../../components/seat-map/drawing/hall-painter.ts';
import { readPalette } from '../../../../components/seat-map/drawing/palette.ts';
import { createWords } from '../../../../components/seat-map/drawing/words.ts';
import {
  type Camera,
  cameraFor,
  createScene,
  readStates,
  type Scene,
  summarise,
} from '../../../../sdk/model/scene/index.ts';
import { layOutPlan, type PlanSource } from '../../../../sdk/model/seating-plan/index.ts';

export const VIEW = { width: 420, height: 300 };

/** The same functions in every frame, as long as they say the same. */
const SAID: Pick<Frame, 'text' | 'freeText' | 'areaFree'> = {
  text: (text) => text.nl ?? '',
  freeText: (count) => `${count} vrij`,
  areaFree: () => 1,
};

/** A hall made ready to be drawn: its frames from anywhere. */
export interface Drawn {
  readonly scene: Scene;
  /** The whole hall. */
  readonly fit: Camera;
  frame(camera: Camera, states?: Uint8Array, other?: Partial<Frame>): Frame;
}

export function prepare(source: PlanSource): Drawn {
  const plan = layOutPlan(source);
  const scene = createScene(plan);
  const host = document.createElement('div');
  host.style.cssText = `
    --background: #ffffff; --floor-color: #f1efec; --line-color: #c9c3bb; --stage-color: #3a3a3a;
    --text-color: #222222; --taken-color: #aaaaaa; --mine-color: #112233; font-family: sans-serif`;
  document.body.append(host);
  const palette = readPalette(host, plan.zones);
  host.remove();
  const free = readStates(scene, { status: { seats: {} } });
  return {
    scene,
    fit: cameraFor(scene.bounds, VIEW, 20),
    frame: (camera, states = free, other = {}) => ({
      scene,
      states,
      summary: summarise(scene, states, new Map()),
      camera,
      view: VIEW,
      ratio: 1,
      palette,
      hovered: -1,
      hoveredArea: -1,
      suggested: [],
      zones: null,
      fits: null,
      ...SAID,
      ...other,
    }),
  };
}

/** A painter with a canvas of its own. */
export function createEasel() {
  const painter: HallPainter = createHallPainter();
  painter.teach(createWords);
  const canvas = document.createElement('canvas');
  canvas.width = VIEW.width;
  canvas.height = VIEW.height;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('There is no canvas.');
  return {
    painter,
    /** What one sees at once. */
    paint(frame: Frame): Uint8ClampedArray {
      painter.paint(context, frame);
      return context.getImageData(0, 0, canvas.width, canvas.height).data;
    },
    /** What one sees once there was time for everything. */
    settle(frame: Frame): Uint8ClampedArray {
      painter.paint(context, frame);
      for (;;) {
        const outcome = painter.prepare(frame, () => 50);
        if (outcome === 'done') return context.getImageData(0, 0, canvas.width, canvas.height).data;
        painter.paint(context, frame);
      }
    },
    wipe: () => context.clearRect(0, 0, canvas.width, canvas.height),
  };
}

/** The greatest difference of a colour channel, 0 to 255, and the places (as x, y) that differ. */
export function compare(one: Uint8ClampedArray, other: Uint8ClampedArray) {
  let most = 0;
  let sum = 0;
  const places: (readonly [number, number])[] = [];
  for (let at = 0; at < one.length; at += 4) {
    let here = 0;
    for (let channel = at; channel < at + 4; channel += 1) {
      here = Math.max(here, Math.abs((one[channel] ?? 0) - (other[channel] ?? 0)));
    }
    sum += here;
    if (here === 0) continue;
    most = Math.max(most, here);
    places.push([(at / 4) % VIEW.width, Math.floor(at / 4 / VIEW.width)]);
  }
  return { most, mean: (sum * 4) / one.length, places };
}
