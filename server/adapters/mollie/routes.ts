import type { Route } from '@mollie/api-client';
import { ProviderError } from '../../features/payments/provider.ts';
import type { MoneyMover, Movement } from '../../features/settlement/mover.ts';
import { fromMollieAmount, toMollieAmount } from './amounts.ts';
import { attempt, jitteredPause } from './attempts.ts';
import { createLastingClient } from './client.ts';
import type { MollieOptions } from './provider.ts';

export interface MollieRoutesOptions extends MollieOptions {
  /** Mollie’s organisations of the owners that have one connected to ours, such as `org_12345`, by the centre’s id. */
  readonly organizations: Readonly<Record<string, string>>;
}

const PAYMENT_ID = /^tr_[A-Za-z0-9]{4,64}$/;

/**
 * Sends each owner its share out of the buyer’s payment, by Mollie’s delayed routes. Of an owner without an organisation
 * the share is settled later. A share is known by its leg in the route’s description: after a time-out, or a year, the
 * payment’s routes say whether it went.
 */
export function createMollieRoutes(options: MollieRoutesOptions): MoneyMover {
  const client = createLastingClient({ apiKey: options.apiKey, versionStrings: options.versionString });
  const call = <T>(verb: string, work: () => Promise<T>) =>
    attempt(work, {
      timeoutMs: options.timeoutMs,
      attempts: options.attempts ?? 2,
      pause: options.pause ?? jitteredPause,
      onFailure: (error, number) => options.log(`${verb}: ${error.code}, outcome ${error.outcome}, attempt ${number}`),
    });

  return {
    kind: 'mollie-routes',
    owners: Object.keys(options.organizations),
    async move({ leg, owner, payment, amount }): Promise<Movement> {
      const organizationId = options.organizations[owner];
      // Below nothing it is the owner that owes us: no route goes that way.
      if (organizationId === undefined || amount.cents <= 0) return { how: 'settled-later' };
      if (!PAYMENT_ID.test(payment)) throw new ProviderError('refused', 'not_found', 'No payment has such an id.');
      const description = `leg ${leg}`;
      const routes = await call('routes', async () => client.paymentRoutes.page({ paymentId: payment }));
      const known = routes.find((route) => route.description === description);
      if (known) return moved(known);
      const made = await call('route', async () =>
        client.paymentRoutes.create({
          paymentId: payment,
          amount: toMollieAmount(amount),
          description,
          destination: { type: 'organization', organizationId },
          idempotencyKey: `foyer-route-${leg}`,
        }),
      );
      return moved(made);
    },
  };
}

const moved = ({ id, amount }: Pick<Route, 'id' | 'amount'>): Movement => ({
  how: 'moved',
  reference: id,
  amount: fromMollieAmount(amount),
});
