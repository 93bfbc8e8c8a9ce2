import type { LitElement, ReactiveController } from 'lit';
import { CHOOSABLE_PITCH, firstSeat, type Step, toView, walk } from '../../sdk/model/scene/index.ts';
import type { Hall } from './hall-model.ts';
import type { MapView } from './map-view.ts';
import { readKey } from './stage/gestures/keyboard.ts';

export interface WalkSource {
  hall(): Hall | undefined;
  choose(seat: number): void;
}

/** Walks through the seats by keys: which seat has the tab stop, which the focus, and where a key leads. */
export class SeatWalk implements ReactiveController {
  /** The seat that takes part in the tab order. */
  current = 0;
  /** The seat with the visible focus; -1 for none. */
  focused = -1;
  private readonly host: LitElement;
  private readonly map: MapView;
  private readonly source: WalkSource;

  constructor(host: LitElement, map: MapView, source: WalkSource) {
    this.host = host;
    this.map = map;
    this.source = source;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.focused = -1;
  }

  /** Goes to the first seat of a hall nobody has walked in yet. */
  begin(): void {
    const hall = this.source.hall();
    this.current = (hall && firstSeat(hall.scene, 0)) ?? 0;
    this.focused = -1;
  }

  /** Makes this the seat that keys begin at. */
  enter(seat: number): void {
    this.current = seat;
    this.host.requestUpdate();
  }

  focusCurrent(): void {
    this.find('.cells [tabindex="0"]')?.focus({ preventScroll: true });
  }

  /** Who tabs into the map arrives at what is in view. */
  comeIntoView(): void {
    const hall = this.source.hall();
    const { camera, view } = this.map;
    if (!hall || !camera || this.focused >= 0) return;
    const { scene, index } = hall;
    const at = toView(camera, view, this.place(hall, this.current));
    if (at.x >= 0 && at.y >= 0 && at.x <= view.width && at.y <= view.height) return;
    const nearest = index.nearest(camera.x, camera.y, Math.max(scene.pitch, view.width / camera.scale));
    if (nearest >= 0) this.enter(nearest);
  }

  readonly handleKey = (event: KeyboardEvent): void => {
    const wish = readKey(event);
    if (!wish) return;
    event.preventDefault();
    if (wish === 'choose') this.source.choose(this.current);
    else if (wish === 'leave') this.find('.chip[aria-current="true"], .display button')?.focus();
    else if (wish === 'fit') this.map.fitHall();
    else if ('walk' in wish) void this.go(wish.walk);
    else if ('zoom' in wish) this.map.zoomStep(wish.zoom);
    else this.map.pan(...wish.pan);
  };

  readonly handleFocus = (event: FocusEvent): void => {
    const cell = event.target as HTMLElement;
    const hall = this.source.hall();
    const seat = hall?.scene.indexOf.get(cell.dataset.seat ?? '');
    if (!hall || seat === undefined) return;
    this.enter(seat);
    if (!cell.matches(':focus-visible')) return;
    this.focused = seat;
    // The page moves as little as it can; the picture inside moves by itself.
    this.find('.viewport')?.scrollIntoView({ block: 'nearest' });
    const at = this.place(hall, seat);
    if (this.map.pitch < CHOOSABLE_PITCH) this.map.approach(at);
    else this.map.reveal(at);
  };

  /** Comes in the middle of an update, too, when the focused seat leaves with its part of the hall. */
  readonly handleBlur = (): void => {
    this.focused = -1;
    queueMicrotask(() => this.host.requestUpdate());
  };

  /** Only assistive technology clicks a cell: pointers go through it to the map. */
  readonly handleClick = (event: Event): void => {
    const seat = this.source.hall()?.scene.indexOf.get((event.target as HTMLElement).dataset.seat ?? '');
    if (seat !== undefined) this.source.choose(seat);
  };

  private async go(step: Step): Promise<void> {
    const hall = this.source.hall();
    if (!hall) return;
    this.enter(walk(hall.scene, this.current, step));
    await this.host.updateComplete;
    this.focusCurrent();
  }

  private place({ scene }: Hall, seat: number) {
    return { x: scene.x[seat] ?? 0, y: scene.y[seat] ?? 0 };
  }

  private find(selector: string): HTMLElement | null {
    return this.host.renderRoot.querySelector<HTMLElement>(selector);
  }
}
