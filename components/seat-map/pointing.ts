import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { areaAt, CHOOSABLE_PITCH, FINGER_REACH, toPlan } from '../../sdk/model/scene/index.ts';
import type { Point } from '../../sdk/model/seating-plan/types.ts';
import { drag } from './gestures/drag.ts';
import type { Hands } from './gestures/gesture.ts';
import { pinch } from './gestures/pinch.ts';
import { tap } from './gestures/tap.ts';
import { wheel } from './gestures/wheel.ts';
import type { Hall } from './hall-model.ts';
import type { MapView } from './map-view.ts';

/** What a pointer can mean to the element around it. */
export interface PointingSource {
  viewport(): HTMLElement | null;
  hall(): Hall | undefined;
  seatTapped(seat: number): void;
  areaTapped(area: number): void;
}

/** A mouse is precise: it means a seat only when it is nearly on it. */
const MOUSE_REACH = 12;

/** Finds out what a pointer means: which seat, which area, or only to come closer. */
export class Pointing implements ReactiveController, Hands {
  /** Seat under the pointer; -1 for none. */
  seat = -1;
  /** Area under the pointer; -1 for none. */
  area = -1;
  /** The visitor seems not to know how to zoom by wheel. */
  wheelHint = false;
  private readonly host: ReactiveControllerHost;
  private readonly map: MapView;
  private readonly source: PointingSource;
  private working = false;
  private touches: AbortController | undefined;
  private touched: HTMLElement | null = null;

  constructor(host: ReactiveControllerHost, map: MapView, source: PointingSource) {
    this.host = host;
    this.map = map;
    this.source = source;
    host.addController(this);
  }

  hostUpdated(): void {
    const viewport = this.source.viewport();
    if (viewport === this.touched) return;
    this.hostDisconnected();
    if (!viewport) return;
    this.touched = viewport;
    this.touches = new AbortController();
    const { signal } = this.touches;
    for (const gesture of [wheel, drag, pinch, tap]) gesture(viewport, this, signal);
    viewport.addEventListener('pointerdown', () => this.setWorking(true), { signal });
    viewport.addEventListener('pointerleave', () => this.leave(), { signal });
  }

  hostDisconnected(): void {
    this.touches?.abort();
    this.touches = undefined;
    this.touched = null;
  }

  /** True while seats are too small under a pointer to be chosen by it. */
  get tooFar(): boolean {
    return this.map.pitch < CHOOSABLE_PITCH;
  }

  hideWheelHint(): void {
    this.wheelHint = false;
    this.host.requestUpdate();
  }

  pan(dx: number, dy: number): void {
    this.hover(null);
    this.map.pan(dx, dy);
  }

  zoom(factor: number, at: Point): void {
    this.hover(null);
    this.map.zoom(factor, at);
  }

  tap(at: Point, pointer: string): void {
    const { seat, area } = this.find(at, pointer === 'mouse' ? MOUSE_REACH : FINGER_REACH);
    if (seat < 0 && area < 0) this.bringToMiddle(at);
    else if (seat < 0) this.source.areaTapped(area);
    else if (this.tooFar) this.approach(at);
    else this.source.seatTapped(seat);
  }

  doubleTap(at: Point): void {
    if (this.find(at, FINGER_REACH).seat >= 0) return;
    // From nearby the first tap has just brought this place to the middle.
    if (this.map.atFit) this.map.zoomStep(2, at);
    else this.map.zoomStep(2);
  }

  hover(at: Point | null): void {
    // Under a mouse the browser would look through hundreds of cells, at every move, for nothing.
    if (at) this.cells?.classList.add('moving');
    const { seat, area } = at ? this.find(at, MOUSE_REACH) : { seat: -1, area: -1 };
    if (seat === this.seat && area === this.area) return;
    this.seat = seat;
    this.area = area;
    this.map.draw('overlay');
    this.host.requestUpdate();
  }

  scrollAttempt(): void {
    if (this.wheelHint) return;
    this.wheelHint = true;
    this.host.requestUpdate();
  }

  active(): boolean {
    return this.working || document.fullscreenElement !== null;
  }

  atFit(): boolean {
    return this.map.atFit;
  }

  /** A click is enough to move the hall, for whom dragging is hard. */
  private bringToMiddle(at: Point): void {
    const { camera, view, atFit } = this.map;
    if (camera && !atFit) this.map.lookAt(toPlan(camera, view, at), 'flying');
  }

  /** Comes closer to where somebody pointed at seats too small to choose. */
  private approach(at: Point): void {
    const { camera, view } = this.map;
    if (!camera) return;
    this.map.approach(toPlan(camera, view, at));
  }

  private find(at: Point, reach: number): { readonly seat: number; readonly area: number } {
    const hall = this.source.hall();
    const { camera, view } = this.map;
    if (!hall || !camera) return { seat: -1, area: -1 };
    const point = toPlan(camera, view, at);
    const { scene, index } = hall;
    const seat = index.nearest(point.x, point.y, Math.max(scene.radius, reach / camera.scale));
    return { seat, area: seat < 0 ? areaAt(scene, point) : -1 };
  }

  private leave(): void {
    this.cells?.classList.remove('moving');
    this.setWorking(false);
  }

  private get cells(): Element | null {
    return this.source.viewport()?.querySelector('.cells') ?? null;
  }

  private setWorking(working: boolean): void {
    this.working = working;
    if (working && this.wheelHint) this.hideWheelHint();
  }
}
