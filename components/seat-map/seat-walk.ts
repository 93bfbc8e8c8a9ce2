import type { LitElement, ReactiveController } from 'lit';
import {
  CHOOSABLE_PITCH,
  firstSeat,
  isWellWithin,
  type Nearby,
  nearby,
  nextOpen,
  toView,
  walk,
} from '../../sdk/model/scene/index.ts';
import { readKey } from './gestures/keyboard.ts';
import type { Hall } from './hall-model.ts';
import type { MapView } from './map-view.ts';

const NOWHERE: Nearby = { section: 0, rows: [] };

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
  near: Nearby = NOWHERE;
  /** Nobody has been at a seat yet. */
  private isNew = true;
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

  /** Goes to where one begins in a hall nobody has walked in yet: the first free seat, as one reads it. */
  begin(): void {
    const hall = this.source.hall();
    this.focused = -1;
    this.near = NOWHERE;
    this.isNew = true;
    this.moveTo((hall && firstSeat(hall.scene, 0)) ?? 0);
    this.hallChanged();
  }

  /** Others may take the seat that somebody is yet to begin at. */
  hallChanged(): void {
    if (this.isNew) this.beginAt(this.current);
  }

  /** Makes this the seat that keys begin at. */
  enter(seat: number): void {
    this.isNew = false;
    this.moveTo(seat);
    this.host.requestUpdate();
  }

  /** Lets keys begin at the first free seat of a part of the hall, from this one on; at this one where all are taken. */
  enterPart(seat: number): void {
    const { plan, row } = this.source.hall()?.scene ?? {};
    const partOf = (of: number) => plan?.rows[row?.[of] ?? 0]?.section;
    const open = this.openFrom(seat);
    this.enter(partOf(open) === partOf(seat) ? open : seat);
  }

  /** True while the focus is on a seat, seen or not. */
  get hasFocus(): boolean {
    return this.stop?.matches(':focus') ?? false;
  }

  focusCurrent(): void {
    this.stop?.focus({ preventScroll: true });
  }

  /** Who tabs into the map arrives at what is in view, at a free seat where there is one further on. */
  comeIntoView(): void {
    const hall = this.source.hall();
    const { camera, view } = this.map;
    if (!hall || !camera || this.focused >= 0 || this.isInView(this.current)) return;
    const { scene, index } = hall;
    const nearest = index.nearest(camera.x, camera.y, Math.max(scene.pitch, view.width / camera.scale));
    if (nearest < 0) return;
    this.beginAt(nearest);
    this.host.requestUpdate();
  }

  readonly handleKey = (event: KeyboardEvent): void => {
    const wish = readKey(event);
    if (wish === 'leave') this.leave(event);
    if (!wish || wish === 'leave') return;
    event.preventDefault();
    if (wish === 'choose') {
      // A key that is held down is one wish, not one to choose and the next to give back.
      if (!event.repeat) this.source.choose(this.current);
    } else if (wish === 'fit') this.map.fitHall();
    else if ('walk' in wish) void this.go(({ scene }) => walk(scene, this.current, wish.walk));
    else if ('free' in wish) void this.go(() => this.nextFree(wish.free));
    else if ('zoom' in wish) this.map.zoomStep(wish.zoom);
    else this.map.pan(...wish.pan);
  };

  readonly handleFocus = (event: FocusEvent): void => {
    const cell = event.target as HTMLElement;
    const seat = this.source.hall()?.scene.indexOf.get(cell.dataset.seat ?? '');
    if (seat === undefined) return;
    this.enter(seat);
    if (cell.matches(':focus-visible')) this.show(seat);
  };

  /** Brings a seat before the eyes, with what it is. */
  show(seat: number): void {
    const hall = this.source.hall();
    if (!hall) return;
    this.focused = seat;
    // The page moves as little as it can; the picture inside moves by itself.
    this.find('.viewport')?.scrollIntoView({ block: 'nearest' });
    const at = this.place(hall, seat);
    if (this.map.pitch < CHOOSABLE_PITCH) this.map.approach(at);
    else this.map.reveal(at);
  }

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

  /** Goes to the first way around the hall that takes the focus, as those that are not seen do not. */
  private leave(event: KeyboardEvent): void {
    const ways = this.host.renderRoot.querySelectorAll<HTMLElement>('.chip[aria-current="true"], .display button');
    for (const way of ways) if (this.hasFocus) way.focus();
    // Where there is none, what the hall is in hears the key: a dialog closes.
    if (!this.hasFocus) event.preventDefault();
  }

  /** Lets keys begin at this seat, or at the next free one that is seen. */
  private beginAt(seat: number): void {
    const open = this.openFrom(seat);
    this.moveTo(this.isInView(open) ? open : seat);
  }

  private isInView(seat: number): boolean {
    const hall = this.source.hall();
    const { camera, view } = this.map;
    if (!hall || !camera) return true;
    const { x, y } = toView(camera, view, this.place(hall, seat));
    return x >= 0 && y >= 0 && x <= view.width && y <= view.height;
  }

  private moveTo(seat: number): void {
    const hall = this.source.hall();
    this.current = seat;
    if (hall && !isWellWithin(hall.scene, this.near, seat)) this.near = nearby(hall.scene, seat);
  }

  /** This seat, or the next that is open as one reads a hall; this one when there is none. */
  private openFrom(seat: number): number {
    return this.source.isOpen(seat) ? seat : (this.nextOpen(seat, 1) ?? seat);
  }

  private nextOpen(from: number, by: 1 | -1): number | undefined {
    const hall = this.source.hall();
    return hall && nextOpen(hall.scene, from, by, (seat) => this.source.isOpen(seat));
  }

  private nextFree(by: 1 | -1): number {
    const found = this.nextOpen(this.current, by);
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
