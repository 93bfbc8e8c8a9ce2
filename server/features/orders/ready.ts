import { FoyerError } from '../../errors.ts';
import type { CentreRuntime } from '../../runtime.ts';
import { type LockedCart, placesHeld } from '../holds/index.ts';
import { passesOf, refuseLocked } from '../prices/index.ts';

/**
 * Refuses to sell what the buyer has no right to at this moment: a price type without its pass, and a place that only
 * subscribers may have yet and that is part of no complete subscription.
 * @throws FoyerError `price_type_locked`, `subscription_incomplete`
 */
export function refuseUnready({ clock }: CentreRuntime, { basket, claims, lines, offers }: LockedCart): void {
  const at = clock.now();
  refuseLocked(basket.list, placesHeld({ claims }), passesOf(basket.codes, at));
  const complete = new Set(basket.priced?.subscriptions.flatMap(({ id, complete }) => (complete ? [id] : [])));
  lines.forEach(({ performance, subscription }, index) => {
    const offer = offers.get(performance.id);
    if (!offer || at >= offer.performance.on_sale_at) return;
    if (subscription !== undefined && complete.has(subscription)) return;
    throw new FoyerError('subscription_incomplete', { field: `lines.${index}` });
  });
}
