import { agreementTermsSchema, type ReservationRequest } from '../../../sdk/contract/network/index.ts';
import type { WrittenPriceList } from '../../../sdk/contract/prices/index.ts';
import type { PlanSource } from '../../../sdk/model/seating-plan/index.ts';
import type { OwnerChange, ReservationRecord } from '../../../server/features/network/reservations/owner-store.ts';
import type { OwnerAgreement, OwnerParts } from '../../../server/features/network/reservations/parts.ts';
import type { TermsInput } from '../cluster.ts';

/** An owning centre to try the verbs on, whatever it is kept in. Plays `het-gedacht` and `de-zee` in the small hall. */
export interface OwnerWorld {
  readonly parts: OwnerParts;
  /** A new agreement with a seller, active, on the usual terms but for these. */
  agree(terms?: TermsInput): Promise<OwnerAgreement>;
  /** Lets so many minutes pass. */
  pass(minutes: number): Promise<void>;
  /** Changes a performance's rules or times. */
  change(performance: string, values: PerformanceValues): Promise<void>;
  /** Lets the centre price by this list from now on. */
  price(list: Partial<WrittenPriceList>): Promise<void>;
  /** A visitor of the owner's own website holds seats; ten minutes long. @returns whether they could be had. */
  visitor(
    seats: readonly string[],
    areas?: readonly { readonly area: string; readonly quantity: number }[],
  ): Promise<boolean>;
  /** What is taken of `het-gedacht` now: `place state`, sorted. */
  taken(performance?: string): Promise<readonly string[]>;
  reservation(agreement: OwnerAgreement, id: string): Promise<ReservationRecord | undefined>;
  /** How many orders an agreement made, and how many tickets of them let somebody in. */
  sales(agreement: OwnerAgreement): Promise<{ readonly orders: number; readonly valid: number }>;
  /** The feed of an agreement, oldest first. */
  told(agreement: OwnerAgreement): Promise<readonly Omit<OwnerChange, 'agreement'>[]>;
  /** Everything is free again, and played as at first. */
  clear(): Promise<void>;
  stop(): Promise<void>;
}

export interface PerformanceValues {
  readonly single_seat_rule?: 'strict' | 'lenient' | 'off';
  readonly wheelchair_rule?: 'protected' | 'released';
  readonly max_places_per_cart?: number;
  readonly sale_ends_at?: Date | null;
  readonly starts_at?: Date;
  readonly cancelled?: boolean;
  readonly on_sale_at?: Date;
  readonly tags?: string[];
}

const WEEK = 7 * 24 * 3_600_000;

/** As every performance of a world is played at first. */
export const asPlanned = (startsAt: Date): Required<PerformanceValues> => ({
  ...{ single_seat_rule: 'strict', wheelchair_rule: 'protected', max_places_per_cart: 12 },
  ...{
    sale_ends_at: null,
    starts_at: startsAt,
    on_sale_at: new Date(startsAt.getTime() - WEEK),
    cancelled: false,
    tags: [],
  },
});

export interface OwnerWorldOptions {
  readonly hall?: PlanSource;
}

export const PERFORMANCES = ['het-gedacht', 'de-zee'] as const;

export const ownerAgreement = (id: string, terms: TermsInput = {}): OwnerAgreement => ({
  id,
  state: 'active',
  terms: agreementTermsSchema.parse({ performances: {}, ...terms }),
});

/** A request for seats of `het-gedacht`; more by `change`. */
export const wanting = (
  seats: readonly string[],
  { areas, performance = 'het-gedacht', ...change }: Partial<ReservationRequest> & Wanted = {},
): ReservationRequest => ({
  channel: 'web',
  items: [
    {
      performance,
      ...(seats.length > 0 && { seats: seats.map((seat) => ({ seat })) }),
      ...(areas && { areas: [...areas] }),
    },
  ],
  ...change,
});

interface Wanted {
  readonly performance?: string;
  readonly areas?: readonly { readonly area: string; readonly quantity: number; readonly priceType?: string }[];
}
