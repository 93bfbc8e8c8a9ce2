import type { AgreementTerms } from '../../contract/network/agreement.ts';

/** What a selling centre earns with one ticket, in whole cents. */
export interface Remuneration {
  /** What it keeps of the price. */
  readonly commission: number;
  /** What the owner pays it besides. */
  readonly admin: number;
}

/**
 * Worked out for each ticket by itself: the percentage rounded to a cent, half a cent up, then the amount a ticket added.
 * A commission is never more than the price, so a free ticket has none.
 * @param cents All-in price of one ticket, from 0 up.
 */
export function remunerationFor(
  { commission: { basisPoints, centsPerTicket }, adminCentsPerTicket }: AgreementTerms,
  cents: number,
): Remuneration {
  const share = Math.floor((cents * basisPoints + 5_000) / 10_000);
  return { commission: Math.min(cents, share + centsPerTicket), admin: adminCentsPerTicket };
}
