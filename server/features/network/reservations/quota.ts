import type { AgreementTerms } from '../../../../sdk/contract/network/index.ts';
import type { OwnerTransaction } from './owner-store.ts';

/**
 * Whether an agreement has no more of these performances than its terms give it, held and sold together. Only sure while
 * the performances are locked.
 * @param more Places about to be had besides, by performance.
 */
export async function isWithinQuota(
  trx: OwnerTransaction,
  { id, terms }: { readonly id: string; readonly terms: Pick<AgreementTerms, 'stock'> },
  more: ReadonlyMap<string, number>,
): Promise<boolean> {
  if (terms.stock.kind === 'live') return true;
  for (const [performance, count] of more) {
    if ((await trx.placesOf(id, performance)) + count > terms.stock.places) return false;
  }
  return true;
}
