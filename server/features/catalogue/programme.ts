import type { Performance, PerformanceSummary } from '../../../sdk/contract/performance.ts';
import { isReference } from '../../../sdk/model/reference.ts';
import { FoyerError } from '../../errors.ts';
import type { CentreRuntime } from '../../runtime.ts';
import { announceUitpas } from '../uitpas/announce.ts';
import type { Offer } from './catalogue.ts';
import { countTaken, listPerformances, type PerformanceFilter } from './store.ts';
import { toPerformance, toSummary } from './wire.ts';

/** A performance as it is offered now. */
export interface Listed {
  readonly offer: Offer;
  /** Places that cannot be had now. */
  readonly taken: number;
}

/** What is on, by start. */
export async function listOffers(
  { catalogue, db }: Pick<CentreRuntime, 'catalogue' | 'db'>,
  filter: PerformanceFilter,
): Promise<readonly Listed[]> {
  const rows = await listPerformances(db, filter);
  const offers = await catalogue.offers(rows.map(({ id }) => id));
  const taken = await countTaken(
    db,
    [...offers].map(([id, { plan }]) => ({ id, houseSeats: plan.houseSeats })),
  );
  return rows.flatMap(({ id }) => {
    const offer = offers.get(id);
    return offer ? [{ offer, taken: taken.get(id) ?? 0 }] : [];
  });
}

/** One performance; undefined when there is none of that name. */
export async function findListed(
  { catalogue, db }: Pick<CentreRuntime, 'catalogue' | 'db'>,
  id: string,
): Promise<Listed | undefined> {
  const offer = (await catalogue.offers([id])).get(id);
  if (!offer) return undefined;
  const taken = await countTaken(db, [{ id, houseSeats: offer.plan.houseSeats }]);
  return { offer, taken: taken.get(id) ?? 0 };
}

/**
 * All that is needed to choose seats for one performance, ours or a partner's.
 * @throws FoyerError `not_found`, or `partner_unavailable` while its partner cannot be asked.
 */
export async function tellPerformance(centre: CentreRuntime, id: string): Promise<Performance> {
  if (isReference(id)) return centre.partnerProgramme.performance(id);
  const listed = await findListed(centre, id);
  if (!listed) throw new FoyerError('not_found');
  const shown = toPerformance(listed.offer, listed.taken, centre.clock.now());
  return { ...shown, ...announceUitpas(centre, listed.offer.performance) };
}

/** Our own programme and that of the partners we sell for, as one, by start. */
export async function programme(centre: CentreRuntime, filter: PerformanceFilter): Promise<PerformanceSummary[]> {
  const [own, partners] = await Promise.all([listOffers(centre, filter), centre.partnerProgramme.list(filter)]);
  const now = centre.clock.now();
  return [...own.map(({ offer, taken }) => toSummary(offer, taken, now)), ...partners]
    .sort(byStart)
    .slice(0, filter.limit);
}

const byStart = (one: PerformanceSummary, other: PerformanceSummary) =>
  Date.parse(one.startsAt) - Date.parse(other.startsAt) || (one.id < other.id ? -1 : 1);
