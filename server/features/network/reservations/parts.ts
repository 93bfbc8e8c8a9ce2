import type { Line } from '../../../../sdk/contract/cart.ts';
import type { AgreementTerms, Channel, Entry, VatCode } from '../../../../sdk/contract/network/index.ts';
import type { Randomness } from '../../../ports.ts';
import type { TicketSigner } from '../../tickets/ports.ts';
import type { OwnerStore } from './owner-store.ts';

/** An agreement in which we are the owner, as it is when its seller asks something. */
export interface OwnerAgreement {
  readonly id: string;
  readonly active: boolean;
  readonly terms: AgreementTerms;
}

/** What the verbs work with, so that the same code runs on a database and in a simulation. */
export interface OwnerParts {
  readonly store: OwnerStore;
  readonly random: Pick<Randomness, 'uuid'>;
  readonly signer: Pick<TicketSigner, 'sign'>;
  readonly offerUnder: OfferUnder;
  readonly account: Account;
}

/** What an agreement makes of a performance at this moment; undefined when it is none of the partner's. */
export type OfferUnder = (
  terms: AgreementTerms,
  facts: PerformanceFacts,
  at: { readonly now: Date; readonly channel?: Channel },
) =>
  | {
      readonly state: 'on-sale' | 'not-yet-on-sale' | 'sale-ended' | 'cancelled';
      readonly priceTypes: readonly string[];
    }
  | undefined;

export interface PerformanceFacts {
  readonly id: string;
  readonly tags: readonly string[];
  readonly startsAt: Date;
  readonly onSaleAt: Date;
  readonly saleEndsAt: Date | null;
  readonly cancelled: boolean;
  readonly priceTypes: readonly string[];
}

/** What sales and their undoing put on the account of owner and seller. */
export interface Account {
  forSale(
    terms: AgreementTerms,
    lines: readonly Line[],
    occasion: {
      readonly agreement: string;
      readonly reservation: string;
      readonly at: Date;
      readonly ids: () => string;
      readonly vatOf: (performance: string) => VatCode;
    },
  ): readonly Entry[];
  /** Of some entries those that undo them; what was undone already is passed over. */
  forReturn(entries: readonly Entry[], occasion: { readonly at: Date; readonly ids: () => string }): readonly Entry[];
}
