import type { Text } from '../../../sdk/contract/text.ts';
import type { Camera, Scene, Summary, View } from '../../../sdk/model/scene/index.ts';
import type { Palette } from './palette.ts';

/** Everything one picture of the hall depends on, frozen: whoever draws it needs to know nothing else. */
export interface Frame {
  readonly scene: Scene;
  readonly states: Uint8Array;
  readonly summary: Summary;
  readonly camera: Camera;
  readonly view: View;
  /** Canvas pixels per CSS pixel. */
  readonly ratio: number;
  readonly palette: Palette;
  /** Seat or area under the pointer, drawn with a ring; -1 and null for none. */
  readonly hovered: number;
  readonly hoveredArea: number;
  /** Seats that are suggested, ringed so that they stand out. */
  readonly suggested: readonly number[];
  /** Zones to draw clearly (the legend filters); null for all. */
  readonly zones: ReadonlySet<number> | null;
  /** 1 for each seat where the visitor's party fits; others step back. Null for all. */
  readonly fits: Uint8Array | null;
  /** A text of the centre in the visitor's language. This and the next two are the same functions as long as they say the same. */
  readonly text: (text: Text) => string;
  /** The words on the overview of a section or area, such as `84 vrij`. */
  readonly freeText: (free: number) => string;
  readonly areaFree: (area: number) => number;
  /** Draws the signs of zones on sections seen from afar, where colours do not tell zones apart. */
  readonly drawSigns?: ((context: CanvasRenderingContext2D, frame: Frame) => void) | undefined;
}

/** Sets the context so that plan units can be drawn as they are. */
export function lookThrough(context: CanvasRenderingContext2D, { camera, view, ratio }: Frame): void {
  const scale = camera.scale * ratio;
  context.setTransform(
    scale,
    0,
    0,
    scale,
    (view.width / 2) * ratio - camera.x * scale,
    (view.height / 2) * ratio - camera.y * scale,
  );
}
