import type { PriceList } from '../../../sdk/contract/prices/index.ts';
import { checkPriceList } from '../../../sdk/model/pricing/check-list.ts';
import { FoyerError } from '../../errors.ts';

/**
 * Refuses a list that has the right shape and cannot be meant, such as one that names what it does not have.
 * @throws FoyerError `invalid_request` with the path of the first mistake.
 */
export function refuseMistakes(list: PriceList): void {
  const mistake = checkPriceList(list).find(({ level }) => level === 'error');
  if (mistake) throw new FoyerError('invalid_request', { field: mistake.path, message: mistake.message });
}
