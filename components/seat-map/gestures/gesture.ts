import type { Point } from '../../../sdk/model/seating-plan/types.ts';

/**
 * What hands ask of the map, in CSS pixels from the top left of the view. A gesture turns events of the DOM into these
 * and knows nothing of the hall.
 */
export interface Hands {
  pan(dx: number, dy: number): void;
  zoom(factor: number, at: Point): void;
  tap(at: Point, pointer: string): void;
  doubleTap(at: Point): void;
  /** The pointer is over the map without touching it; null when it left. */
  hover(at: Point | null): void;
  /** Somebody turned the wheel as one does to scroll the page. */
  scrollAttempt(): void;
  /** True while a plain wheel should zoom: the visitor is working in the map. */
  active(): boolean;
  /** True when there is no further out to go. */
  atFit(): boolean;
}

export type Gesture = (view: HTMLElement, hands: Hands, signal: AbortSignal) => void;

/** Where an event happened, seen from the top left of the view. */
export function pointIn(view: HTMLElement, event: { clientX: number; clientY: number }): Point {
  const box = view.getBoundingClientRect();
  return { x: event.clientX - box.left - view.clientLeft, y: event.clientY - box.top - view.clientTop };
}

/** How far a pointer may wander, in CSS pixels, and still be tapping. */
export const TAP_SLOP = 8;

/** True for a pointer on the map itself; buttons laid over it handle their own. */
export const isOnMap = (event: Event): boolean =>
  !event.composedPath().some((node) => node instanceof HTMLElement && node.matches('button, a, input, [data-panel]'));
