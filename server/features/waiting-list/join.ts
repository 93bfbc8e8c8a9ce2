import type { Waiting, WaitingRequest } from '../../../sdk/contract/waiting-list.ts';
import { transact } from '../../adapters/postgres/transact.ts';
import { FoyerError } from '../../errors.ts';
import type { CentreRuntime } from '../../runtime.ts';
import { type Offer, toSummary } from '../catalogue/index.ts';
import { checkReturnUrl } from '../orders/return-url.ts';
import { readSeats } from '../orders/seat-rules.ts';
import { findTogether } from './find.ts';
import { minutesOf } from './minutes.ts';

/**
 * Puts somebody in line for a performance of ours. Who is in line already stays where they are, and is told the same: so
 * nobody learns who waits, and nobody is mailed twice by who types their address twice.
 * @throws FoyerError `not_found`, `not_on_sale`, `too_many_places`, `return_url_not_allowed`, or `places_available` when
 * so many places can be had together right now.
 */
export async function joinWaitingList(
  runtime: CentreRuntime,
  performance: string,
  { email, language, places, returnUrl }: WaitingRequest,
): Promise<Waiting> {
  const { catalogue, config, db, jobs, random } = runtime;
  if (returnUrl !== undefined) checkReturnUrl(returnUrl, config.origins);
  const id = random.uuid();
  await transact(db, async (trx) => {
    const offer = (await catalogue.offers([performance], trx)).get(performance);
    if (!offer) throw new FoyerError('not_found');
    if (!isOnSale(runtime, offer)) throw new FoyerError('not_on_sale');
    if (places > offer.performance.max_places_per_cart) throw new FoyerError('too_many_places', { field: 'places' });
    if (findTogether(offer, await readSeats(trx).taken(performance), places)) throw new FoyerError('places_available');
    const joined = await trx
      .insertInto('waiting')
      .values({ id, performance_id: performance, email, places, language, return_url: returnUrl ?? null })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    if (joined.numInsertedOrUpdatedRows === 0n) return;
    await jobs.add(trx, 'mail-waiting', { entry: id }, { key: `mail-waiting ${id}` });
  });
  return { minutes: minutesOf(config) };
}

/** Whether anybody may buy places at this moment. */
export const isOnSale = ({ clock }: Pick<CentreRuntime, 'clock'>, offer: Offer): boolean =>
  toSummary(offer, 0, clock.now()).state === 'on-sale';
