import type { LitElement, ReactiveController } from 'lit';
import {
  CHOOSABLE_PITCH,
  firstSeat,
  isWellWithin,
  type Nearby,
  nearby,
  nextOpen,
  type Scene,
  toView,
  walk,
} from '../../sdk/model/scene/index.ts';
import type { Hall } from './hall-model.ts';
import type { MapView } from './map-view.ts';
import { readKey } from './stage/gestures/keyboard.ts';

export interface WalkSource {
  hall(): Hall | undefined;
  choose(seat: number): void;
  /** Whether somebody who looks for free seats wants to come to this one. */
  isOpen(seat: number): boolean;
  /** There is no free seat any more that way. */
  noneFree(): void;
}

/** Walks through the seats by keys: which seat has the tab stop, which the focus, and where a key leads. */
export class SeatWalk implements ReactiveController {
  /** The seat that takes part in the tab order. */
  current = 0;
  /** The seat with the visible focus; -1 for none. */
  focused = -1;
  /** The seats around it that are there as cells. */
  near: Nearby = { section: 0, rows: [] };
  private stop: HTMLElement | null = null;
  private readonly host: LitElement;
  private readonly map: MapView;
  private readonly source: WalkSource;

  constructor(host: LitElement, map: MapView, source: WalkSource) {
    this.host = host;
    this.map = map;
    this.source = source;
    host.addController(this);
  }

  /** Cells come and go with the part of the hall that is near; one of them has the tab stop. */
  hostUpdated(): void {
    this.moveStop(this.cellOf(this.current));
  }

  hostDisconnected(): void {
    this.focused = -1;
  }

  /** Goes to the first seat of a hall nobody has walked in yet. */
  begin(): void {
    const hall = this.source.hall();
    this.current = (hall && firstSeat(hall.scene, 0)) ?? 0;
    this.focused = -1;
    if (hall) this.near = nearby(hall.scene, this.current);
  }

  /** Makes this the seat that keys begin at. */
  enter(seat: number): void {
    const hall = this.source.hall();
    this.current = seat;
    if (hall && !isWellWithin(hall.scene, this.near, seat)) this.near = nearby(hall.scene, seat);
    this.host.requestUpdate();
  }

  /** True while the focus is on a seat, seen or not. */
  get hasFocus(): boolean {
    return this.stop?.matches(':focus') ?? false;
  }

  focusCurrent(): void {
    this.stop?.focus({ preventScroll: true });
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
    else if ('walk' in wish) void this.go(({ scene }) => walk(scene, this.current, wish.walk));
    else if ('free' in wish) void this.go(({ scene }) => this.nextFree(scene, wish.free));
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

  /** Moves tab stop and focus at once where the cell is there already; what else changes is drawn afterwards. */
  private async go(find: (hall: Hall) => number): Promise<void> {
    const hall = this.source.hall();
    if (!hall) return;
    this.enter(find(hall));
    const cell = this.cellOf(this.current);
    if (cell) this.moveStop(cell);
    else await this.host.updateComplete;
    this.focusCurrent();
  }

  private nextFree(scene: Scene, by: 1 | -1): number {
    const found = nextOpen(scene, this.current, by, (seat) => this.source.isOpen(seat));
    if (found === undefined) this.source.noneFree();
    return found ?? this.current;
  }

  private moveStop(cell: HTMLElement | null): void {
    if (cell === this.stop) return;
    if (this.stop) this.stop.tabIndex = -1;
    if (cell) cell.tabIndex = 0;
    this.stop = cell;
  }

  private cellOf(seat: number): HTMLElement | null {
    const id = this.source.hall()?.scene.plan.seats[seat]?.id ?? '';
    // Most updates leave it where it is, and there are hundreds to look through.
    if (this.stop?.isConnected && this.stop.dataset.seat === id) return this.stop;
    return this.find(`.cells [data-seat="${CSS.escape(id)}"]`);
  }

  private place({ scene }: Hall, seat: number) {
    return { x: scene.x[seat] ?? 0, y: scene.y[seat] ?? 0 };
  }

  private find(selector: string): HTMLElement | null {
    return this.host.renderRoot.querySelector<HTMLElement>(selector);
  }
}
