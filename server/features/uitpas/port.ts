import type { ErrorCode } from '../../../sdk/contract/error.ts';
import type { Reservation } from '../../../sdk/contract/network/index.ts';
import type { Text } from '../../../sdk/contract/text.ts';
import type { UitpasAnswer, UitpasAsk, UitpasChoice, UitpasTariff } from '../../../sdk/contract/uitpas.ts';
import type { PartnerAnswer } from '../network/partner-api.ts';

/** The codes of the contract that say what UiTPAS refuses. */
export type UitpasCode = Extract<ErrorCode, `uitpas_${string}`>;

/** What a card may be asked for: an event of UiTdatabank at a normal price, in cents. */
export interface TariffQuestion {
  readonly event: string;
  readonly number: string;
  readonly regularCents: number;
}

export interface TariffAnswer {
  readonly tariffs: readonly UitpasTariff[];
  /** What UiTPAS says to the visitor; always shown. */
  readonly message: Text | null;
}

/** A ticket that is sold at a tariff. */
export interface SaleToRegister extends TariffQuestion {
  readonly tariff: string;
  /** Told with the sale and found back by; nothing about a person. At most 60 characters. */
  readonly label: string;
}

export interface RegisteredSale {
  readonly id: string;
  readonly label: string;
  readonly cents: number;
}

/** What an organiser may do at UiTPAS. */
export interface OrganizerPermissions {
  readonly organizer: { readonly id: string; readonly name: string };
  readonly permissions: readonly string[];
}

/** UiTPAS, as a centre speaks with it under its own credentials. Every verb ends within its time. */
export interface Uitpas {
  /** @throws UitpasError */
  tariffs(question: TariffQuestion): Promise<TariffAnswer>;
  /** What a card of the region with social tariff would pay: to show before a card is known, never to sell by. */
  staticTariffs(question: Omit<TariffQuestion, 'number'>): Promise<TariffAnswer>;
  /**
   * Registers all of these or none, in their order. Never repeated by itself: after an `unknown` outcome `find` tells.
   * @throws UitpasError with `sale` for the one that was refused, when UiTPAS says which.
   */
  register(sales: readonly SaleToRegister[]): Promise<readonly RegisteredSale[]>;
  /** The registered sales of an event that carry one of these labels. @throws UitpasError */
  find(event: string, labels: readonly string[]): Promise<readonly RegisteredSale[]>;
  /** Takes a registration back; one that is gone already is fine. @throws UitpasError */
  cancel(id: string): Promise<void>;
  permissions(): Promise<readonly OrganizerPermissions[]>;
}

/**
 * UiTPAS said no (`refused`: nothing was done), or nobody knows what became of it (`unknown`: no connection, too late, not
 * an answer of its protocol, or told to come back later).
 */
export class UitpasError extends Error {
  readonly outcome: 'refused' | 'unknown';
  readonly code: UitpasCode;
  /** What UiTPAS says to the visitor. */
  readonly text: Text | undefined;
  /** Which of several sales, counted from 0. */
  readonly sale: number | undefined;
  /** What UiTPAS calls the problem, such as `maximum-reached`. */
  readonly type: string | undefined;

  constructor(
    outcome: UitpasError['outcome'],
    code: UitpasCode,
    detail: Partial<Pick<UitpasError, 'message' | 'text' | 'sale' | 'type'>> = {},
  ) {
    super(detail.message ?? code);
    this.name = 'UitpasError';
    this.outcome = outcome;
    this.code = code;
    this.text = detail.text;
    this.sale = detail.sale;
    this.type = detail.type;
  }
}

/** Opens what browsers sealed. Only the centre that plays has it. */
export interface ProofKeys {
  /** The key that is announced at this moment. */
  readonly current: { readonly id: string; readonly publicKey: string };
  /** @returns undefined when it was sealed to another key, for another performance, or was changed on its way. */
  open(proof: string, performance: string): string | undefined;
}

/** What a centre needs to sell at UiTPAS tariffs. */
export interface CentreUitpas {
  readonly api: Uitpas;
  readonly proofs: ProofKeys;
}

/** The owners of our agreements, as they are asked about UiTPAS for places that are reserved there. */
export interface UitpasCalls {
  askUitpas(agreement: string, reservation: string, ask: UitpasAsk): Promise<PartnerAnswer<UitpasAnswer>>;
  takeTariff(agreement: string, reservation: string, choice: UitpasChoice): Promise<PartnerAnswer<Reservation>>;
}
