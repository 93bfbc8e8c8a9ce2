import type { PriceList } from '../../../sdk/contract/prices/index.ts';
import type { ShownPass } from '../../../sdk/model/pricing/index.ts';
import { FoyerError } from '../../errors.ts';

/** A place with the price type somebody wants for it. */
export interface WantedPlace {
  readonly performance: string;
  readonly priceType: string;
  /** Where in the request it stands. */
  readonly field: string;
}

/** Whether the list lets everybody have all these price types, so that nothing more has to be known. */
export const isOpenToAll = (list: PriceList, priceTypes: readonly string[]): boolean =>
  list.access.every((access) => !isLocked(access) || !priceTypes.includes(access.priceType));

/**
 * Refuses a price type to who has no pass for it, or for more places of a performance than the pass has people.
 * @param places All of a cart, what it has and what is asked for.
 * @throws FoyerError `price_type_locked` with the first place that goes too far.
 */
export function refuseLocked(list: PriceList, places: readonly WantedPlace[], passes: readonly ShownPass[]): void {
  const used = new Map<string, number>();
  for (const { performance, priceType, field } of places) {
    const access = list.access.filter((one) => one.priceType === priceType && isLocked(one));
    if (access.length === 0) continue;
    const people = passes
      .filter(({ formula }) => access.some(({ pass }) => pass === formula))
      .reduce((sum, pass) => sum + pass.people, 0);
    const key = [performance, ...access.map(({ pass }) => pass)].join('/');
    const count = (used.get(key) ?? 0) + 1;
    used.set(key, count);
    if (count > people) throw new FoyerError('price_type_locked', { field });
  }
}

const isLocked = ({ pass, uitpas }: PriceList['access'][number]) => pass !== undefined || uitpas === true;
