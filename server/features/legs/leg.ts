import type { Line } from '../../../sdk/contract/cart.ts';
import type { Owner } from '../../../sdk/contract/centre.ts';
import type { BundleLines, Reservation } from '../../../sdk/contract/network/index.ts';

/**
 * held: reserved for a cart or an unpaid order · confirming: paid, so the owner must be told until it has answered ·
 * confirmed: its tickets are here · lost: the owner could not give the places, so that part of the money goes back ·
 * cancelling: given up, so the owner must be told · cancelled: it knows.
 */
export type LegState = 'held' | 'confirming' | 'confirmed' | 'lost' | 'cancelling' | 'cancelled';

/** The part of a cart, and then of an order, that is reserved at one owning centre. */
export interface Leg {
  readonly id: string;
  readonly cart: string;
  readonly agreement: string;
  /** The reservation that counts now, under our own id at the owner. */
  readonly reservation: string;
  /** Of a leg that was given up and is wanted again because its money came late: the reservation it had. */
  readonly previous: string | null;
  readonly state: LegState;
  readonly order: string | null;
  /** As the owner told them, in its own names. */
  readonly lines: readonly Line[];
  /** As parts of what it was reserved; null when nobody knows, because an answer was lost. */
  readonly bundles: readonly BundleLines[] | null;
  /** What the buyer pays for it. */
  readonly cents: number;
  /** By our own clock, reckoned from the seconds the owner said were left. */
  readonly expiresAt: Date;
  readonly extendable: boolean;
  readonly cancelReason: 'released' | 'unpaid' | 'returned' | null;
  /** How often its end was asked for without an answer. */
  readonly checks: number;
  /** When the decision was written that is being carried out. */
  readonly decidedAt: Date | null;
}

/** The partner a leg is at, as the agreement names it. */
export const ownerOf = (partner: { readonly id: string; readonly name: string; readonly website: string }): Owner => ({
  id: partner.id,
  name: partner.name,
  website: partner.website,
});

/** What a selling centre calls something of a partner's. No slug contains a dot, so own and partners' never meet. */
export const referenceTo = (owner: string, id: string): string => `${owner}.${id}`;

/** The owner and its own name of a reference; undefined when it is one of ours. */
export function splitReference(reference: string): { readonly owner: string; readonly id: string } | undefined {
  const dot = reference.indexOf('.');
  return dot < 0 ? undefined : { owner: reference.slice(0, dot), id: reference.slice(dot + 1) };
}

/** A line as the owner told it, as our visitors see it. */
export const toOwnLine = (line: Line, owner: Owner): Line => ({
  ...line,
  performance: { ...line.performance, id: referenceTo(owner.id, line.performance.id), owner },
});

/** Takes over what the owner says of a reservation. `asked` is when it was asked, so that the end is never too late. */
export const withReservation = (
  leg: Leg,
  { id, lines, total, secondsLeft, extendable }: Reservation,
  asked: Date,
): Leg => ({
  ...leg,
  reservation: id,
  lines,
  cents: total.cents,
  expiresAt: new Date(asked.getTime() + (secondsLeft ?? 0) * 1000),
  extendable,
});
