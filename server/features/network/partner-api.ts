import type {
  Agreement,
  CancelRequest,
  ConfirmRequest,
  ExtendRequest,
  NetworkChanges,
  Performance,
  PerformanceList,
  Reservation,
  ReservationRequest,
  SeatStatus,
  Text,
} from '../../../sdk/contract/index.ts';
import type { PlanSource } from '../../../sdk/model/seating-plan/index.ts';
import type { AnyErrorCode } from '../../errors.ts';

/** What a partner's server answered, or why there is no answer to work with. Never a rejection. */
export type PartnerAnswer<T> =
  | { readonly data: T; readonly error?: undefined }
  | { readonly data?: undefined; readonly error: PartnerFailure };

/**
 * `refused`: the partner said no, and did nothing. `unknown`: nobody knows whether it did it (no connection, too late,
 * not an answer of the protocol, or told to come back later); asking the same again is right.
 */
export interface PartnerFailure {
  readonly outcome: 'refused' | 'unknown';
  readonly code: AnyErrorCode | 'network';
  readonly field?: string;
  readonly seats?: readonly string[];
  readonly lines?: readonly string[];
  /** What a third party that refused it says to the visitor. */
  readonly text?: Text;
  /** Seconds. */
  readonly retryAfter?: number;
}

/**
 * The protocol between centres as a selling centre speaks it. The agreement says with whom and by whose key; ids are the
 * owning centre's own. Every call has a deadline and ends; repeating one with the same arguments is always harmless.
 */
export interface PartnerApi {
  reserve(agreement: string, id: string, request: ReservationRequest): Promise<PartnerAnswer<Reservation>>;
  read(agreement: string, id: string): Promise<PartnerAnswer<Reservation>>;
  extend(agreement: string, id: string, request: ExtendRequest): Promise<PartnerAnswer<Reservation>>;
  confirm(agreement: string, id: string, request: ConfirmRequest): Promise<PartnerAnswer<Reservation>>;
  cancel(agreement: string, id: string, request: CancelRequest): Promise<PartnerAnswer<Reservation>>;

  performances(agreement: string): Promise<PartnerAnswer<PerformanceList>>;
  performance(agreement: string, id: string): Promise<PartnerAnswer<Performance>>;
  plan(agreement: string, id: string, version: number): Promise<PartnerAnswer<PlanSource>>;
  status(agreement: string, performance: string): Promise<PartnerAnswer<SeatStatus>>;
  /** The partner's live stream as it comes; ended by `signal`. The body is server-sent events. */
  live(agreement: string, performance: string, cursor: string, signal: AbortSignal): Promise<PartnerAnswer<Response>>;

  changes(agreement: string, after: string): Promise<PartnerAnswer<NetworkChanges>>;
  agreement(agreement: string): Promise<PartnerAnswer<Agreement>>;
}
