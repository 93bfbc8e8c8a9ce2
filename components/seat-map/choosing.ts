import type { LitElement, ReactiveController } from 'lit';
import { KINDS, SeatState, stateName } from '../../sdk/model/scene/index.ts';
import type { Urgency } from '../internal/announcer.ts';
import type { Localize } from '../internal/localize.ts';
import type { Translation } from '../translations/index.ts';
import type { Choice, Outcome } from './choice.ts';
import type { Hall } from './hall-model.ts';
import type { Names } from './names.ts';
import { FoyerSeatPickEvent, FoyerSeatsChangeEvent } from './seat-map.events.ts';

export interface ChoosingSource {
  hall(): Hall | undefined;
  names(): Names | undefined;
  words(): Translation['seatMap'];
  performance(): string;
  /** Why nothing can be chosen now; empty when it can. */
  closed(): string;
  /** Says something to who cannot see it. */
  announce(text: string, urgency?: Urgency): void;
}

/** What came of a wish for several seats; `refused` by the page. */
export type Exchange = 'done' | 'taken' | 'failed' | 'refused';

interface Message {
  readonly text: string;
  readonly tone: '' | 'danger';
  /** So many places the visitor had then: with more or fewer, chosen or given back elsewhere, it is past. */
  readonly count: number;
  /** It says that there is no connection, so it holds only until there is. */
  readonly isOffline?: boolean;
}

const NOTHING: Message = { text: '', tone: '', count: 0 };
const WHEELCHAIR = KINDS.indexOf('wheelchair');

const isKept = ({ scene, performance }: Hall, seat: number): boolean =>
  scene.kind[seat] === WHEELCHAIR && performance.seatRules.wheelchair === 'protected';

const idsOf = ({ scene }: Hall, seats: readonly number[]): string[] =>
  seats.map((seat) => scene.plan.seats[seat]?.id ?? '');

/** Leads a visitor through a choice: what to know before, the wish to the server, and what came of it, in words. */
export class Choosing implements ReactiveController {
  /** A special seat that a pointer chose, about which something must be said first; -1 for none. */
  asking = -1;
  private last: Message = NOTHING;
  private readonly host: LitElement;
  private readonly choice: Choice;
  private readonly localize: Localize;
  private readonly source: ChoosingSource;

  constructor(host: LitElement, choice: Choice, localize: Localize, source: ChoosingSource) {
    this.host = host;
    this.choice = choice;
    this.localize = localize;
    this.source = source;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.asking = -1;
  }

  /** Places of this performance that the visitor has. */
  get count(): number {
    return this.choice.count;
  }

  /** What happened last, as long as it holds. */
  get message(): Message {
    return this.last.count === this.count ? this.last : NOTHING;
  }

  /** The hall is that of another performance: nothing that was asked or told holds there. */
  forget(): void {
    this.asking = -1;
    this.last = NOTHING;
  }

  /** Something was heard from the server: that there is no connection is not true any more. */
  connected(): void {
    if (this.last.isOffline) this.last = NOTHING;
  }

  /** A pointer chose a seat. Keys and lists name what is special about it themselves; a pointer has not read anything. */
  point(seat: number): void {
    const names = this.source.names();
    const warning = names?.warning(seat) ?? '';
    const isFree = this.source.hall()?.states[seat] === SeatState.free;
    if (!warning || !isFree || this.source.closed()) {
      void this.choose(seat);
      return;
    }
    this.ask(seat);
  }

  private ask(seat: number): void {
    const names = this.source.names();
    this.asking = seat;
    this.host.requestUpdate();
    this.source.announce(`${names?.place(seat)}. ${names?.warning(seat)}`);
  }

  /** The visitor does not want the special seat after all. */
  readonly leave = (): void => {
    this.asking = -1;
    this.host.requestUpdate();
  };

  /**
   * Holds a free seat, gives an own one back, and says why not for any other. Whoever chooses a place that is kept for a
   * wheelchair is asked first, in whatever way they choose it.
   */
  async choose(seat: number): Promise<void> {
    const hall = this.source.hall();
    const names = this.source.names();
    const id = hall?.scene.plan.seats[seat]?.id;
    if (!hall || !names || !id) return;
    const wasAsked = this.asking === seat;
    this.leave();
    const state = this.choice.pending.has(id) ? SeatState.pending : (hall.states[seat] ?? SeatState.blocked);
    const place = names.place(seat);
    if (state === SeatState.free && isKept(hall, seat) && !wasAsked && !this.source.closed()) {
      this.ask(seat);
      await this.host.updateComplete;
      this.host.renderRoot.querySelector<HTMLElement>('.asking .primary')?.focus();
      return;
    }
    if (state === SeatState.mine) await this.change([id], 'release', place, () => this.choice.releaseSeats([id]));
    else if (this.source.closed()) this.tell(this.source.closed());
    else if (state === SeatState.free) await this.hold(hall, [seat]);
    else this.tell(this.source.words().notFree(place, this.source.words().state[stateName(state)]));
  }

  /** Holds seats together, all or none, and then gives others back for them. */
  async exchange(take: readonly number[], release: readonly number[] = []): Promise<Exchange> {
    const hall = this.source.hall();
    if (!hall) return 'failed';
    const held = take.length > 0 ? await this.hold(hall, take) : 'done';
    if (held !== 'done' || release.length === 0) return held;
    const ids = idsOf(hall, release);
    const place = this.source.names()?.places(release) ?? '';
    // What is said last of an exchange is the places one has now, not those given back for them.
    const now = take.length > 0 ? this.source.names()?.places(take) : undefined;
    return this.change(ids, 'release', place, () => this.choice.releaseSeats(ids), now);
  }

  /** One place more or fewer of those without number. */
  async changeArea(id: string, by: 1 | -1): Promise<void> {
    const area = this.source.hall()?.scene.plan.areas.find((known) => known.id === id);
    const name = area ? this.localize.text(area.name) : id;
    if (by === 1 && this.source.closed()) this.tell(this.source.closed());
    else if (by === 1) await this.change([id], 'choose', name, () => this.choice.holdArea(id));
    else await this.change([id], 'release', name, () => this.choice.releaseArea(id));
  }

  /**
   * Says so when one of these seats, free a moment ago, was just taken by somebody else, and urgently when the visitor's
   * own was sold; gives that seat, or -1. An own seat that is only held is one that the visitor gave back elsewhere: of
   * that the cart tells sooner than the hall, in which the visitor's own hold stands until it is free.
   */
  noticeLost(watched: readonly number[], before: Hall, after: Hall): number {
    const isTaken = (seat: number) => after.states[seat] === SeatState.held || after.states[seat] === SeatState.sold;
    const isSold = (seat: number) => before.states[seat] === SeatState.mine && after.states[seat] === SeatState.sold;
    // A cart that ended or became an order says so itself.
    const own = this.choice.isOpen ? after.changed?.find(isSold) : undefined;
    const lost = own ?? watched.find((seat) => before.states[seat] === SeatState.free && isTaken(seat));
    if (lost === undefined) return -1;
    if (lost === this.asking) this.asking = -1;
    const text = this.source.words().justTaken(this.source.names()?.place(lost) ?? '');
    if (own === undefined) this.tell(text);
    else this.tell(text, 'danger', 'assertive');
    return lost;
  }

  /** Shows what happened, and says it to who cannot see it. */
  tell(text: string, tone: '' | 'danger' = '', urgency: Urgency = 'polite'): void {
    this.last = { text, tone, count: this.count };
    this.host.requestUpdate();
    this.source.announce(text, urgency);
  }

  private hold(hall: Hall, seats: readonly number[]): Promise<Exchange> {
    const ids = idsOf(hall, seats);
    // A place's name and its question say what it is kept for; who chooses it all the same says so too.
    const isForWheelchair = (seat: number) => hall.scene.kind[seat] === WHEELCHAIR;
    const wishes = seats.map((seat, index) => ({
      seat: ids[index] ?? '',
      ...(isForWheelchair(seat) && { wheelchairUser: true }),
    }));
    const place = this.source.names()?.places(seats) ?? '';
    return this.change(ids, 'choose', place, () => this.choice.holdSeats(wishes));
  }

  /** Asks the page, then the server, and tells the visitor what came of it. */
  private async change(
    ids: readonly string[],
    intent: 'choose' | 'release',
    place: string,
    ask: () => Promise<Outcome>,
    now = intent === 'choose' ? place : '',
  ): Promise<Exchange> {
    const agreed = ids.map((id) => this.host.dispatchEvent(new FoyerSeatPickEvent(id, intent)));
    if (agreed.includes(false)) return 'refused';
    const outcome = await ask();
    const words = this.source.words();
    if (!outcome.done) {
      const { failure } = outcome;
      await this.localize.explain(failure);
      const isTaken = failure.code === 'seats_taken';
      this.tell(isTaken ? words.justTaken(place) : this.localize.failure(failure), 'danger');
      this.last = { ...this.last, isOffline: failure.code === 'network' };
      return isTaken ? 'taken' : 'failed';
    }
    const { count, seats, areas } = this.choice;
    const places = count === 0 ? words.noPlaces : this.localize.translation.common.places(count);
    this.tell(now ? words.chosen(now, places) : words.released(place, places));
    this.host.dispatchEvent(new FoyerSeatsChangeEvent(this.source.performance(), [...seats.keys()], areas));
    return 'done';
  }
}
