import type { Money } from '../../../sdk/contract/index.ts';

/** Our part to an owner of one order that it confirmed: what was sold, less what we keep of it. */
export interface OwnersShare {
  /** The part of the order; moving the same twice moves it once. */
  readonly leg: string;
  readonly agreement: string;
  /** The owner, by its centre’s id. */
  readonly owner: string;
  /** The buyer’s payment, as the provider knows it. */
  readonly payment: string;
  readonly amount: Money;
}

/** settled-later: it is in the next statement, and somebody transfers it · moved: it is the owner’s already. */
export type Movement =
  | { readonly how: 'settled-later' }
  | { readonly how: 'moved'; readonly reference: string; readonly amount: Money };

/**
 * How the money that we took for an owner gets there. Chosen by the operator; the books are the same either way.
 */
export interface MoneyMover {
  readonly kind: 'bank-transfer' | 'mollie-routes';
  /** The owners whose money it can move, by the centre’s id. */
  readonly owners: readonly string[];
  /** @throws ProviderError when nobody knows whether it moved: asking again is right. */
  move(share: OwnersShare): Promise<Movement>;
}

/** The default: the seller collects, and transfers what the month’s statement says, with its communication. */
export const bankTransfer: MoneyMover = {
  kind: 'bank-transfer',
  owners: [],
  move: async () => ({ how: 'settled-later' }),
};
