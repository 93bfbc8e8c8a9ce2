import type { Performance, PerformanceSummary } from '../../../../sdk/contract/index.ts';
import type { PlanSource } from '../../../../sdk/model/seating-plan/index.ts';
import { FoyerError } from '../../../errors.ts';
import type { CentreRuntime } from '../../../runtime.ts';
import { findListed, type Listed, listOffers, listPriceTypes, toPriceType } from '../../catalogue/index.ts';
import { announceUitpas } from '../../uitpas/announce.ts';
import type { PartnerAgreement } from '../require-partner.ts';
import { type Offered, offeredUnder, performanceFor, saleOf, summaryFor } from './offered.ts';
import { countHad, playedIn } from './store.ts';

/** A whole season and more. */
const MOST = 2_000;

/** What a partner may sell, by start: everything that its agreement offers and has not started yet. */
export async function programmeFor(centre: CentreRuntime, agreement: PartnerAgreement): Promise<PerformanceSummary[]> {
  const { from, to } = agreement.terms.performances;
  const now = centre.clock.now();
  const listed = await listOffers(centre, {
    limit: MOST,
    ...(from !== undefined && new Date(from) > now && { from: new Date(from) }),
    ...(to !== undefined && { to: new Date(to) }),
  });
  return (await limited(centre, agreement, listed)).map((offered) => summaryFor(offered, now));
}

/** @throws FoyerError `not_found`, also for what is not offered. */
export async function performanceUnder(
  centre: CentreRuntime,
  agreement: PartnerAgreement,
  id: string,
): Promise<Performance> {
  const listed = await findListed(centre, id);
  const [offered] = await limited(centre, agreement, listed ? [listed] : []);
  if (!offered) throw new FoyerError('not_found');
  const types = await listPriceTypes(centre.db);
  return {
    ...performanceFor(offered, types.map(toPriceType), centre.clock.now()),
    ...announceUitpas(centre, offered.offer.performance),
  };
}

/** @throws FoyerError `not_found` for a plan that no performance of the offer is played in. */
export async function planUnder(
  { catalogue, clock, db }: CentreRuntime,
  agreement: PartnerAgreement,
  plan: string,
  version: number,
): Promise<PlanSource> {
  const offers = await catalogue.offers(await playedIn(db, plan, version));
  const now = clock.now();
  const found = [...offers.values()].find((offer) => saleOf(agreement, offer, now));
  if (!found) throw new FoyerError('not_found');
  return found.plan.source;
}

/** Refuses a performance that the agreement does not offer, as if it did not exist. @throws FoyerError `not_found`. */
export async function requireOffered(
  { catalogue, clock }: CentreRuntime,
  agreement: PartnerAgreement,
  id: string,
): Promise<void> {
  const offer = await catalogue.recentOffer(id);
  if (!offer || !saleOf(agreement, offer, clock.now())) throw new FoyerError('not_found');
}

async function limited(
  { clock, db }: CentreRuntime,
  agreement: PartnerAgreement,
  listed: readonly Listed[],
): Promise<Offered[]> {
  const counts = agreement.terms.stock.kind === 'quota' && listed.length > 0;
  const ids = listed.map(({ offer }) => offer.performance.id);
  const had = counts ? await countHad(db, agreement.id, ids) : new Map<string, number>();
  const now = clock.now();
  return listed.flatMap((each) => offeredUnder(agreement, each, had.get(each.offer.performance.id) ?? 0, now) ?? []);
}
