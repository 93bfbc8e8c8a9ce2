import { isDeepStrictEqual } from 'node:util';
import { type PriceList, priceListSchema } from '../../sdk/contract/prices/index.ts';
import { ask, type Manager } from './manager.ts';

/**
 * Gives every centre the price list of its own file, as its people would. One that holds already stays.
 * @returns how many centres got another list.
 */
export async function putPrices(managers: readonly Manager[]): Promise<number> {
  const changed = await Promise.all(managers.map(putOwn));
  return changed.filter(Boolean).length;
}

async function putOwn(manager: Manager): Promise<boolean> {
  const wanted = priceListSchema.parse(manager.prices);
  if (isDeepStrictEqual(await ask<PriceList>(manager, '/price-list'), wanted)) return false;
  await ask(manager, '/price-list', wanted, 'PUT');
  return true;
}
