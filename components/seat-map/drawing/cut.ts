import type { Frame } from './frame.ts';
import type { Raster } from './raster.ts';

/** A part of the hall as it is drawn at one scale: which part, and the pixels for it. */
export interface Cut {
  readonly raster: Raster;
  /** Pixels per plan unit. */
  readonly scale: number;
  /** Where its left upper corner lies, in whole pixels from the plan's origin at this scale. */
  readonly left: number;
  readonly top: number;
}

/** A rectangle of the hall at the scale of a frame, in whole pixels from the plan's origin. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** What is in view. */
export const boxOf = (frame: Frame): Box => ({
  ...cornerOf(frame),
  width: Math.round(frame.view.width * frame.ratio),
  height: Math.round(frame.view.height * frame.ratio),
});

/**
 * Where the view's left upper corner lies, in whole pixels. Everything is drawn on whole pixels, so that moving the hall
 * moves its picture and changes nothing in it.
 */
export function cornerOf({ camera, view, ratio }: Frame): { readonly left: number; readonly top: number } {
  const scale = camera.scale * ratio;
  return {
    left: Math.round(camera.x * scale - (view.width / 2) * ratio),
    top: Math.round(camera.y * scale - (view.height / 2) * ratio),
  };
}
