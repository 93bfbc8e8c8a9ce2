import type { Access, ImageFile } from '../client/client.ts';
import type {
  Cart,
  CartChoices,
  Centre,
  ChosenProduct,
  ChosenSubscription,
  ErrorCode,
  HoldRequest,
  Line,
  Order,
  OrderRequest,
  Owner,
  Performance,
  PerformanceSummary,
  PriceList,
  Text,
  UitpasAnswer,
} from '../contract/index.ts';
import type { CalendarView, Day, DaySummary, Period } from '../model/calendar/index.ts';
import type { ProgrammeItem } from '../model/programme/types.ts';
import type { HallStatus } from '../model/seat-status/index.ts';
import type { SeatingPlan } from '../model/seating-plan/types.ts';
import type { Network, Timers } from '../platform.ts';

/** A failure a visitor can be told about: the interface has a sentence for each code. `network` = no answer came. */
export interface Failure {
  readonly code: ErrorCode | 'network';
  readonly retryable: boolean;
  readonly field?: string;
  readonly seats?: readonly string[];
  /** Ids of the lines that caused it. */
  readonly lines?: readonly string[];
  /** What a third party that refused it, such as UiTPAS, says to the visitor: shown as it is, beside our own sentence. */
  readonly text?: Text;
  /** Name of the partner that caused it. */
  readonly centre?: string;
  readonly requestId?: string;
}

/** What every store is to the outside: read it, follow it. Work starts with the first subscriber and stops with the last. */
export interface Readable<T> {
  get(): T;
  /** Calls at once and after every change; returns the way to stop. */
  subscribe(listener: (value: T) => void): () => void;
}

/** What a verb gives: what was asked for, or why not. It never throws for what a server can refuse. */
export type Result<T> =
  | { readonly data: T; readonly error?: undefined }
  | { readonly data?: undefined; readonly error: Failure };

/** What is fetched: not yet asked for, under way, there, or not to be had. */
export type Loadable<T> =
  | { readonly state: 'idle' }
  | { readonly state: 'loading' }
  | ({ readonly state: 'ready' } & T)
  | { readonly state: 'failed'; readonly failure: Failure };

/** The centre itself: name, price types, time zone. */
export type CentreState = Loadable<{ readonly centre: Centre }>;

/** All that makes the centre's prices: its rules but for those that ask for a code, subscriptions, passes and products. */
export type PricesState = Loadable<{ readonly list: PriceList }>;

/**
 * What centres play, by start. `away` names those that cannot be reached now; `waiting` says that one has yet to answer.
 * `failed` = none of them can be reached.
 */
export type ProgrammeState = Loadable<{
  readonly items: readonly ProgrammeItem[];
  readonly away: readonly string[];
  readonly waiting: boolean;
}>;

/** A programme of one or several centres, for as long as somebody subscribes. */
export interface ProgrammeStore extends Readable<ProgrammeState> {
  /** Asks every centre again; what is shown stays until it answers. */
  reload(): void;
}

/** One performance with what belongs to it. */
export type PerformanceState = Loadable<{
  /** Without its story while its partner cannot be asked. */
  readonly performance: PerformanceSummary & Partial<Pick<Performance, 'description'>>;
  /** Who sells it. */
  readonly centre: Centre;
  /** Who plays it. */
  readonly owner: Owner;
  /** Every date of the same production, this one too, by start; empty while they are not known. */
  readonly dates: readonly ProgrammeItem[];
  /** Others of its genre that can be booked, nearest in time first. */
  readonly alike: readonly ProgrammeItem[];
  /** The programme, of which dates and others are, has yet to be told. */
  readonly waiting: boolean;
}>;

/** One performance, for as long as somebody subscribes. */
export interface PerformanceStore extends Readable<PerformanceState> {
  /** Asks again; what is shown stays until there is an answer. */
  reload(): void;
}

/** A programme laid out by day, and what of it is looked at. */
export interface CalendarState {
  /** Whether there is a programme yet, and who of the centres is away. */
  readonly programme: ProgrammeState;
  readonly view: CalendarView;
  /** The day that is looked at. */
  readonly day: Day;
  /** By the clock of the centre. */
  readonly today: Day;
  /** What is shown: the month or week of `day`. */
  readonly period: Period;
  /** Every day on which something is on, in order of time. */
  readonly days: ReadonlyMap<Day, DaySummary>;
  /** Performances in the period. */
  readonly count: number;
  readonly hasEarlier: boolean;
  readonly hasLater: boolean;
  /** The last day before the period on which something is on. */
  readonly previous: Day | null;
  /** The first day after the period on which something is on. */
  readonly next: Day | null;
}

/** The calendar of one or several centres, for as long as somebody subscribes. */
export interface CalendarStore extends Readable<CalendarState> {
  /** Looks at a day, or at the nearest one that there is anything to tell of. */
  show(day: Day): void;
  /** A month, or a week, back. */
  earlier(): void;
  /** A month, or a week, on. */
  later(): void;
  toToday(): void;
  setView(view: CalendarView): void;
  /** Asks every centre again; what is shown stays until it answers. */
  reload(): void;
}

/** One performance to choose from: plan, prices and live status. `stale` = the live stream is interrupted. */
export type SeatingState = Loadable<{
  readonly performance: Performance;
  readonly plan: SeatingPlan;
  /** Same object until something changes; `seats` names only what is taken. */
  readonly status: HallStatus;
  readonly stale: boolean;
}>;

/** The hall of one performance as it is now: loaded and followed live for as long as somebody subscribes. */
export interface SeatingStore extends Readable<SeatingState> {
  readonly performance: string;
  /** Where what is chosen here is kept; in the shop's cart without it. */
  readonly chosen?: ChosenPlaces;
  reload(): void;
}

/**
 * The cart. `empty` = nothing chosen and nothing stored; `open` = something is held, or chosen that takes no seat: then
 * there may be no lines and no end; `ended` = the hold ran out, with what was lost, though what takes no seat is still
 * there; `ordered` = closed, an order was made of it. `busy` while a verb is under way; `failure` is the last
 * verb's, until the next one starts.
 */
export type CartState = {
  readonly busy: boolean;
  readonly failure: Failure | null;
} & (
  | { readonly state: 'loading' | 'empty' }
  | {
      readonly state: 'open' | 'ordered';
      readonly cart: Cart;
      /** Milliseconds since epoch by this device's clock. */
      readonly endsAt: number | null;
    }
  | { readonly state: 'ended'; readonly lost: Cart['lines'] }
);

/** A place somebody chose. A cart's line is one. */
export type ChosenLine = Pick<Line, 'id' | 'place'> & { readonly performance: Pick<Line['performance'], 'id'> };

/** What choosing seats has to know of a cart. */
export type ChosenState =
  | { readonly state: 'loading' | 'empty' | 'ended' }
  | { readonly state: 'open' | 'ordered'; readonly cart: { readonly lines: readonly ChosenLine[] } };

/** The part of a cart that choosing seats needs: a `CartStore` is one, and so is a choice without a server. */
export interface ChosenPlaces extends Readable<ChosenState> {
  hold(request: HoldRequest): Promise<Result<unknown>>;
  release(lines: readonly string[]): Promise<Result<unknown>>;
  reset(): void;
}

/** Other choices, or what to make of those there are. */
export type ChoicesChange = Partial<CartChoices> | ((now: CartChoices) => Partial<CartChoices>);

/** What a visitor has chosen, kept at the server and the same in every tab. No verb rejects: each gives the cart or the failure. */
export interface CartStore extends Readable<CartState> {
  /** Holds places: all or none. The cart is made with the first call. */
  hold(request: HoldRequest): Promise<Result<Cart>>;
  /** Shows a cart whose access came from elsewhere, such as the link in a mail. What was chosen here gives way to it. */
  open(access: Access): void;
  /** Gives lines back. */
  release(lines: readonly string[]): Promise<Result<Cart>>;
  setPriceType(lines: readonly string[], priceType: string): Promise<Result<Cart>>;
  extend(): Promise<Result<Cart>>;
  /**
   * Asks which UiTPAS tariffs a card has for a place. The number is sealed here, to the centre that plays; only that
   * centre can read it. Nothing of the cart changes.
   */
  askUitpas(line: string, number: string): Promise<Result<UitpasAnswer>>;
  /**
   * Gives places of one performance a tariff that `askUitpas` found for one of them, or with null their normal price. For
   * more places than one only with a group pass, up to what it has `remaining`.
   */
  takeTariff(lines: readonly string[], tariff: string | null): Promise<Result<Cart>>;
  /**
   * Changes what takes no seat: what is not named stays as it is. A function is given what there is when its turn comes.
   * The cart is made with the first call.
   */
  choose(change: ChoicesChange): Promise<Result<Cart>>;
  /** Gives a promotion code, or that of a voucher or pass; the centre finds out which it is. */
  addCode(code: string): Promise<Result<Cart>>;
  removeCode(code: string): Promise<Result<Cart>>;
  setProducts(products: readonly ChosenProduct[]): Promise<Result<Cart>>;
  setSubscriptions(subscriptions: readonly ChosenSubscription[]): Promise<Result<Cart>>;
  /** Makes the order and its payment. On success with a `checkoutUrl`, the caller goes there at top level. */
  checkout(request: Omit<OrderRequest, 'expectedTotal'>): Promise<Result<Order>>;
  /** Forgets an ended or ordered cart, so the next hold starts afresh; after an end, what takes no seat is shown again. */
  reset(): void;
}

/**
 * The order being waited for or shown. `none` = there is none on this device. With `aside` the page is about something
 * else, such as another performance: true = only a way to the order is to be shown, false = the visitor took that way.
 */
export type OrderState = { readonly aside?: boolean } & (
  | { readonly state: 'none' | 'loading' }
  | {
      readonly state: 'ready';
      readonly order: Order;
      readonly busy: boolean;
      readonly failure: Failure | null;
    }
  | { readonly state: 'failed'; readonly failure: Failure }
);

/** The visitor's order, from waiting for its payment to its tickets. No verb rejects: each gives data or the failure. */
export interface OrderStore extends Readable<OrderState> {
  /** Exchanges the code of the return address; afterwards the store follows the order until it is decided. */
  returned(code: string): Promise<Result<Order>>;
  payAgain(): Promise<Result<Order>>;
  cancel(): Promise<Result<Order>>;
  /** Corrects the address the order's mails go to; what was mailed is mailed again. */
  changeEmail(email: string): Promise<Result<Order>>;
  /** Gives vouchers or passes back, by their ids. */
  withdraw(entitlements: readonly string[]): Promise<Result<Order>>;
  /** PDF with every ticket of the order. */
  ticketsPdf(): Promise<Result<Uint8Array>>;
  /** QR of one ticket as SVG text, to show as an image. */
  ticketQr(ticket: string): Promise<Result<string>>;
  /**
   * Says which performance the page is about: an order for others stands aside there. Without it the page is about those
   * whose seating is followed.
   */
  standBeside(performance: string | undefined): void;
  /** Shows an order that stands aside. */
  bringBack(): void;
  /**
   * The visitor wants to choose: an order that came to nothing is forgotten, others stand aside, or give their place to
   * one before that is not done with.
   */
  putAside(): void;
  /** Forgets the order; one before it that is not done with takes its place. */
  forget(): void;
}

/** Everything the elements of one page share for one centre. Made by `createShop`, provided by `<foyer-shop>`. */
export interface Shop {
  /** Base URL of the centre's API, without trailing slash. */
  readonly baseUrl: string;
  /** The clock its times, such as a hold's end, are to be counted by. */
  readonly timers: Timers;
  /** How it asks, for stores that are made beside it. */
  readonly network: Network;
  readonly centre: Readable<CentreState>;
  readonly prices: Readable<PricesState>;
  readonly cart: CartStore;
  readonly order: OrderStore;
  /** One store per performance, shared by all who ask. */
  seating(performance: string): SeatingStore;
  /** An image that a plan names, see `Client`. */
  image(address: string): Promise<Result<ImageFile>>;
  /** The page goes out of sight: closes streams and stops asking, so that it can be kept and brought back at once. */
  sleep(): void;
  /** The page is looked at again, or the network came back: heals what may be old. Harmless at any time. */
  wake(): void;
}
