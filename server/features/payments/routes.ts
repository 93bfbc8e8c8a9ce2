import { bodyLimit } from '../../http/body-limit.ts';
import type { FoyerApp } from '../../http/env.ts';
import { takeHint } from './webhook.ts';

/** A form with one id in it. */
const LARGEST_HINT = 1024;

/**
 * Where the payment provider says that something happened. It is no part of the API for shops: the provider posts a
 * form, without origin and without token but the one in the address, and always learns the same from us.
 */
export function registerPayments(app: FoyerApp): void {
  app.post('/centres/:centre/webhooks/mollie/:token', bodyLimit(LARGEST_HINT), async (context) => {
    const form = new URLSearchParams(await context.req.text());
    await takeHint(context.get('centre'), context.req.param('token'), form.get('id') ?? undefined);
    return context.body(null, 200);
  });
}
