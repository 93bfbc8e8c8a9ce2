import { css, html, type TemplateResult } from 'lit';
import { type Scene, type Summary, viewBounds } from '../../../sdk/model/scene/index.ts';
import type { Bounds, Point } from '../../../sdk/model/seating-plan/types.ts';
import { cssProperties } from '../css-properties.ts';
import type { Palette } from '../drawing/palette.ts';
import type { Hall } from '../hall-model.ts';
import type { MapView } from '../map-view.ts';

/** The longest side, in CSS pixels. */
const SIDE = 140;

export interface Minimap {
  /** @param colours As the hall is drawn in; asking the page for them here would cost a look at its styles at every step. */
  render(hall: Hall, map: MapView, colours: Palette): TemplateResult;
  /** Puts the frame around what the camera sees now; when only the place has changed, by a transform and nothing else. */
  follow(scene: Scene, map: MapView): void;
}

/**
 * The whole hall, small, with a frame around what is seen. A click or a drag in it goes there; keys have other ways, so
 * it is not for them.
 */
export function createMinimap(): Minimap {
  const canvas = document.createElement('canvas');
  const seen = document.createElement('span');
  seen.className = 'seen';
  const placed = new Map<string, string>();
  let drawn: readonly unknown[] = [];

  function set(property: string, value: string): void {
    if (placed.get(property) !== value) seen.style.setProperty(property, value);
    placed.set(property, value);
  }

  function follow({ bounds }: Scene, { camera, view }: MapView): void {
    if (!camera) return;
    const { x, y, width, height } = viewBounds(camera, view);
    // On whole pixels: most steps of a hall that moves are none here.
    const inPixels = (length: number) => `${Math.round(length * scaleOf(bounds))}px`;
    set('transform', `translate(${inPixels(x - bounds.x)}, ${inPixels(y - bounds.y)})`);
    set('width', inPixels(width));
    set('height', inPixels(height));
  }

  function render({ scene, summary }: Hall, map: MapView, colours: Palette): TemplateResult {
    const { bounds } = scene;
    const scale = scaleOf(bounds);
    const wanted = [scene, devicePixelRatio, colours];
    if (wanted.some((part, index) => part !== drawn[index])) {
      drawn = wanted;
      drawSmall(canvas, scene, scale, summary, colours);
    }
    const look = (event: PointerEvent) => {
      if (event.buttons !== 1) return;
      const box = (event.currentTarget as HTMLElement).getBoundingClientRect();
      const at = { x: bounds.x + (event.clientX - box.left) / scale, y: bounds.y + (event.clientY - box.top) / scale };
      map.lookAt(at, 'now');
    };
    const grab = (event: PointerEvent) => {
      (event.currentTarget as HTMLElement).setPointerCapture(event.pointerId);
      look(event);
    };
    return html`
      <div
        class="minimap"
        part="minimap"
        aria-hidden="true"
        data-panel
        @pointerdown=${grab}
        @pointermove=${look}
        ${cssProperties({
          '--_small-width': `${bounds.width * scale}px`,
          '--_small-height': `${bounds.height * scale}px`,
        })}
      >
        <div class="whole">${canvas}${seen}</div>
      </div>
    `;
  }

  return { render, follow };
}

/** CSS pixels of the small map per plan unit. */
const scaleOf = ({ width, height }: Bounds) => SIDE / Math.max(width, height);

/** Sections in the colours of their zones, and the stage: what one recognises a hall by. */
function drawSmall(canvas: HTMLCanvasElement, scene: Scene, scale: number, summary: Summary, colours: Palette): void {
  const { bounds, plan, shifts } = scene;
  const ratio = devicePixelRatio * scale;
  canvas.width = Math.ceil(bounds.width * ratio);
  canvas.height = Math.ceil(bounds.height * ratio);
  const context = canvas.getContext('2d');
  if (!context) return;
  context.setTransform(ratio, 0, 0, ratio, -bounds.x * ratio, -bounds.y * ratio);
  const fill = (floor: number, outline: readonly Point[], colour: string, strength = 1) => {
    const { x, y } = shifts[floor] ?? { x: 0, y: 0 };
    context.beginPath();
    for (const point of outline) context.lineTo(point.x + x, point.y + y);
    context.fillStyle = colour;
    context.globalAlpha = strength;
    context.fill();
  };
  for (const { kind, floor, outline } of plan.decor) {
    if (kind === 'stage') fill(floor, outline, colours.text, 0.2);
  }
  plan.sections.forEach(({ floor, outline }, index) => {
    fill(floor, outline, colours.zones[summary.sections[index]?.zone ?? 0] ?? colours.text);
  });
  for (const { floor, outline } of plan.areas) fill(floor, outline, colours.text, 0.4);
}

export const styles = css`
  .minimap {
    position: absolute;
    inset-block-end: var(--_space-3);
    inset-inline-start: var(--_space-3);
    padding: 0;
    inline-size: var(--_small-width);
    block-size: var(--_small-height);
    border-radius: var(--_radius-m);
    outline: 6px solid var(--_surface-raised);
    background: var(--_surface-raised);
    box-shadow: 0 0 0 7px var(--_border), var(--_shadow-2);
    cursor: pointer;
    touch-action: none;
    margin: 7px;
    /* Plan units count from the left, whichever way the page reads. */
    direction: ltr;
  }

  /* Without round corners of its own: cut off by two of them, one in the other, all of the map is put together twice. */
  .minimap .whole {
    position: relative;
    block-size: 100%;
    overflow: clip;
  }

  .minimap canvas {
    display: block;
    inline-size: 100%;
    block-size: 100%;
    opacity: 0.75;
  }

  .minimap .seen {
    position: absolute;
    left: 0;
    top: 0;
    /* On a layer of its own, so that a hall that moves has nothing here laid out or drawn anew. */
    will-change: transform;
    box-sizing: border-box;
    border: 2px solid var(--_text);
    border-radius: 3px;
    background: color-mix(in oklab, var(--_surface-raised) 25%, transparent);
  }
`;
