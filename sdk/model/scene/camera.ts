import type { Bounds, Point } from '../seating-plan/types.ts';

/** Where the visitor looks: the plan point in the middle of the view, and CSS pixels per plan unit. */
export interface Camera {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
}

/** Size of the view in CSS pixels. */
export interface View {
  readonly width: number;
  readonly height: number;
}

/** What a camera may show: never much beyond the drawing, never smaller than fit, never closer than useful. */
export interface CameraLimits {
  readonly bounds: Bounds;
  readonly minScale: number;
  readonly maxScale: number;
}

/** The camera that shows `bounds` whole, with `margin` CSS pixels around it. */
export function cameraFor(bounds: Bounds, view: View, margin: number): Camera {
  const width = Math.max(1, view.width - 2 * margin);
  const height = Math.max(1, view.height - 2 * margin);
  return {
    x: bounds.x + bounds.width / 2,
    y: bounds.y + bounds.height / 2,
    scale: Math.min(width / Math.max(1, bounds.width), height / Math.max(1, bounds.height)),
  };
}

export function toPlan(camera: Camera, view: View, point: Point): Point {
  return {
    x: camera.x + (point.x - view.width / 2) / camera.scale,
    y: camera.y + (point.y - view.height / 2) / camera.scale,
  };
}

export function toView(camera: Camera, view: View, point: Point): Point {
  return {
    x: (point.x - camera.x) * camera.scale + view.width / 2,
    y: (point.y - camera.y) * camera.scale + view.height / 2,
  };
}

/** The part of the plan that is in view. */
export function viewBounds(camera: Camera, view: View): Bounds {
  const { x, y } = toPlan(camera, view, { x: 0, y: 0 });
  return { x, y, width: view.width / camera.scale, height: view.height / camera.scale };
}

/** Moves what is seen by CSS pixels, as a finger drags it. */
export function panBy(camera: Camera, dx: number, dy: number): Camera {
  return { ...camera, x: camera.x - dx / camera.scale, y: camera.y - dy / camera.scale };
}

/** Zooms by a factor and keeps what lies under `point` (in the view) where it is, unless a limit is met. */
export function zoomAt(camera: Camera, view: View, point: Point, factor: number, limits: CameraLimits): Camera {
  const scale = Math.min(limits.maxScale, Math.max(limits.minScale, camera.scale * factor));
  const fixed = toPlan(camera, view, point);
  return {
    x: fixed.x - (point.x - view.width / 2) / scale,
    y: fixed.y - (point.y - view.height / 2) / scale,
    scale,
  };
}

/** The nearest camera that keeps the drawing in view: centred where it is smaller than the view, else without bare edges. */
export function restrain(camera: Camera, view: View, { bounds, minScale, maxScale }: CameraLimits, margin = 0): Camera {
  const scale = Math.min(maxScale, Math.max(minScale, camera.scale));
  return {
    x: within(camera.x, bounds.x, bounds.width, view.width / scale, margin / scale),
    y: within(camera.y, bounds.y, bounds.height, view.height / scale, margin / scale),
    scale,
  };
}

function within(at: number, start: number, length: number, seen: number, margin: number): number {
  const free = length + 2 * margin - seen;
  if (free <= 0) return start + length / 2;
  return Math.min(start + length / 2 + free / 2, Math.max(start + length / 2 - free / 2, at));
}

/** The camera moved just so far that `point` is at least `margin` CSS pixels inside the view; the same one if it is. */
export function reveal(camera: Camera, view: View, point: Point, margin: number): Camera {
  const { x, y } = toView(camera, view, point);
  const dx = Math.max(0, margin - x) - Math.max(0, x - (view.width - margin));
  const dy = Math.max(0, margin - y) - Math.max(0, y - (view.height - margin));
  return dx === 0 && dy === 0 ? camera : panBy(camera, dx, dy);
}

/** A camera on the way from one to another; scale changes evenly to the eye, and the path does not swerve. */
export function between(from: Camera, to: Camera, progress: number): Camera {
  if (progress >= 1) return to;
  const scale = from.scale * (to.scale / from.scale) ** progress;
  // With a changing scale the point that stays put must move in proportion to what is seen, or the flight bends.
  const share =
    Math.abs(to.scale - from.scale) < from.scale * 1e-6
      ? progress
      : (1 / from.scale - 1 / scale) / (1 / from.scale - 1 / to.scale);
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share, scale };
}
