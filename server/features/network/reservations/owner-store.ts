import type { Line } from '../../../../sdk/contract/cart.ts';
import type { Entry, NetworkChange, ReservationState } from '../../../../sdk/contract/network/index.ts';
import type { Ticket } from '../../../../sdk/contract/order.ts';
import type { PriceList } from '../../../../sdk/contract/prices/index.ts';
import type { VatCode } from '../../../../sdk/contract/vat.ts';
import type { Offer } from '../../catalogue/index.ts';
import type { ClaimState, HoldRefusal, HoldWish } from '../../holds/index.ts';
import type { SeatReader } from '../../orders/seat-rules.ts';

/** A reservation as it is kept. That its time is over is not written down: its cart tells. */
export interface ReservationRecord {
  readonly agreement: string;
  readonly id: string;
  readonly cart: string;
  readonly state: Exclude<ReservationState, 'expired'>;
  readonly requestHash: string;
  readonly channel: string;
  readonly lines: readonly Line[];
  /** Which place each line is, by its id; `STAAN#7` is a place of the area `STAAN`. */
  readonly places: Readonly<Record<string, string>>;
  readonly replacedBy: string | null;
  readonly order: string | null;
  readonly confirmedAt: Date | null;
}

export type ReservationChange = Partial<
  Pick<ReservationRecord, 'state' | 'places' | 'replacedBy' | 'order' | 'confirmedAt'>
> & {
  readonly endedAt?: Date;
  /** False when it is held again after it expired, so that the next time is told too. */
  readonly expiryTold?: boolean;
};

/** The cart that holds a reservation's places, at this moment. */
export interface CartNow {
  /** The storage's clock, which is the one that counts. */
  readonly now: Date;
  /** When the first place of the present hold was taken; null while nothing was ever held. */
  readonly startedAt: Date | null;
  readonly expiresAt: Date | null;
  /** What it holds at this moment, by performance and place; nothing that expired, nothing that is sold. */
  readonly claims: readonly ClaimState[];
}

/** What a confirmation makes of a reservation. */
export interface Sale {
  readonly order: string;
  readonly cart: string;
  readonly agreement: string;
  readonly at: Date;
  readonly requestHash: string;
  readonly lines: readonly Line[];
  readonly places: ReservationRecord['places'];
  /** One a line. */
  readonly tickets: readonly Ticket[];
  /** By performance, on the day of sale. */
  readonly vat: ReadonlyMap<string, VatCode>;
}

/** What sellers must know: a line of the feed of one agreement. */
export interface OwnerChange extends Pick<NetworkChange, 'kind' | 'reservation' | 'performance'> {
  readonly agreement: string;
  readonly startsAt?: Date;
}

/** When a performance is, before and after it was moved. */
export interface Move {
  readonly startsAt: Date;
  readonly endsAt?: Date | undefined;
}

/**
 * Where the owning centre keeps what the verbs of the network work on. Locks are taken in one order: performances whose
 * sale or cancellation is decided, reservations by id, carts, performances to hold in, places, and the feed last.
 */
export interface OwnerStore {
  /**
   * Does all of `work` or nothing of it, when it throws. May do it again from the start, so it touches nothing but the
   * transaction and what makes ids.
   */
  transact<T>(work: (trx: OwnerTransaction) => Promise<T>): Promise<T>;
}

export interface OwnerTransaction {
  /**
   * Keeps reservations to this transaction, also those that do not exist yet, and reads the ones that do, by id. While
   * it runs none of their performances is cancelled.
   */
  reservations(agreement: string, ids: readonly string[]): Promise<ReadonlyMap<string, ReservationRecord>>;
  addReservation(record: ReservationRecord): Promise<void>;
  changeReservation(of: Pick<ReservationRecord, 'agreement' | 'id'>, change: ReservationChange): Promise<void>;

  /** By id, as the performances, plans and prices are now. Unknown ones are absent. */
  offers(performances: Iterable<string>): Promise<ReadonlyMap<string, Offer>>;
  /** The centre's price list, as it was when these offers were read. */
  priceList(offers: ReadonlyMap<string, Offer>): Promise<PriceList>;
  /** Who has which seats, for the seat rules. */
  readonly seats: SeatReader;

  /** `address` is who the cap of held places counts for. */
  addCart(cart: { readonly id: string; readonly address: string }): Promise<void>;
  /** Keeps a cart to this transaction and reads it. */
  cart(id: string): Promise<CartNow>;
  /** Lets nobody else hold places in these until the end. */
  lockPerformances(ids: readonly string[]): Promise<void>;
  /** All places of a wish for its cart, or none and why; what the cart holds already stays as it is. */
  hold(wish: HoldWish): Promise<HoldRefusal | undefined>;
  reprice(lines: readonly { readonly line: string; readonly priceType: string }[]): Promise<void>;
  /** Gives back lines of a cart; those it does not have, or not any more, are passed over. What is sold stays. */
  release(cart: string, lines: readonly string[]): Promise<void>;
  /** Holds what the cart holds now until this moment, be it sooner or later than before. */
  holdUntil(cart: string, until: Date): Promise<void>;
  /** How many places the agreement has in a performance now, held and sold together. */
  placesOf(agreement: string, performance: string): Promise<number>;

  /**
   * Makes places sold for good, all or none; those whose time was over are taken back while they are free.
   * @returns the places somebody else has; none when all are sold.
   */
  sell(sale: {
    readonly order: string;
    readonly cart: string;
    readonly claims: readonly ClaimState[];
  }): Promise<readonly string[]>;
  addSale(sale: Sale): Promise<void>;
  /** What became of a confirmed reservation: its tickets and what it put on the account, oldest first. */
  sale(of: Pick<ReservationRecord, 'agreement' | 'id' | 'order'>): Promise<{
    readonly tickets: readonly Ticket[];
    readonly entries: readonly Entry[];
  }>;
  /** Takes tickets back: they are refunded and their places free. `whole`: none of the order is left. */
  takeBack(of: { readonly order: string; readonly lines: readonly string[]; readonly whole: boolean }): Promise<void>;
  /** Puts entries on the account. */
  book(entries: readonly Entry[]): Promise<void>;

  /** Writes to the feed. The last thing a transaction does. */
  tell(changes: readonly OwnerChange[]): Promise<void>;
  /** Reservations whose time is over and of whom the feed did not say so; from now on it counts as said. */
  takeExpired(most: number): Promise<readonly Pick<ReservationRecord, 'agreement' | 'id'>[]>;

  /** @returns false when it was cancelled before, undefined when there is none. */
  cancelPerformance(id: string): Promise<boolean | undefined>;
  /** @returns false when it starts then already, undefined when there is none or it is cancelled. */
  movePerformance(id: string, move: Move): Promise<boolean | undefined>;
  /** Everything held or confirmed that has places in it, kept to this transaction. */
  reservationsIn(performance: string): Promise<readonly ReservationRecord[]>;
  /** Sees to it that the centre's own buyers of a cancelled performance get their money back. */
  refundBuyers(performance: string): Promise<void>;
  /** Sees to it that the centre's own buyers of a moved performance hear when it is. */
  tellBuyers(performance: string, startsAt: Date): Promise<void>;
}
