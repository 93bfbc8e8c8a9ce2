import { readFileSync } from 'node:fs';
import { type Context, Hono } from 'hono';
import { byToken, cancelForGood, decide, leaveMethod, type Next, takeIssuer, takeMethod } from '../buyer.ts';
import { checkoutPath } from '../hal.ts';
import type { Machine } from '../machine.ts';
import type { Payment, PaymentStatus } from '../world.ts';
import { iconOf } from './icons.ts';
import {
  bankPage,
  changePage,
  endPage,
  issuerPage,
  methodFor,
  selectionPage,
  unknownPage,
  type Visit,
} from './pages.ts';
import { languageOf, TEXTS } from './texts.ts';

export interface CheckoutOptions {
  /** Waited for before the buyer is sent back to the shop, such as for webhooks that are to arrive before him. */
  readonly beforeReturn?: () => Promise<void>;
}

/**
 * The page where buyers pay: choose a method, then say how it ends. Server-rendered, works without JavaScript, sets no
 * cookie, may not be framed. Serve it on the origin given to the machine as `checkoutBaseUrl`.
 */
export function createCheckoutApp(machine: Machine, options: CheckoutOptions = {}): Hono {
  const app = new Hono();
  const { world } = machine;
  const css = readFileSync(new URL('./checkout.css', import.meta.url), 'utf8');

  const visitOf = (context: Context, token: string): Visit | undefined => {
    machine.settle();
    const payment = byToken(world, token);
    const accepted = context.req.header('accept-language') ?? null;
    return payment && { payment, language: languageOf(payment.locale, accepted) };
  };
  const unknown = (context: Context) =>
    context.html(unknownPage(languageOf(null, context.req.header('accept-language') ?? null)), 404);

  async function go(context: Context, payment: Payment, next: Next): Promise<Response> {
    const bank = `/checkout/test-mode?method=${payment.method}&token=3.${payment.token}`;
    const selection = `/checkout/select-method/${payment.token}`;
    switch (next.to) {
      case 'issuer':
        return context.redirect(`/checkout/select-issuer/${payment.method}/${payment.token}`, 303);
      case 'pay':
        return context.redirect(bank, 303);
      case 'selection':
        return context.redirect(next.because ? `${selection}?because=${next.because}` : selection, 303);
      case 'end':
        return context.redirect(selection, 303);
      case 'shop':
        await options.beforeReturn?.();
        return context.redirect(next.url, 303);
    }
  }

  /** A step of the buyer: does it if the payment is known, then sends him on. */
  const step = (take: (context: Context, payment: Payment) => Next | Promise<Next>) => async (context: Context) => {
    const visit = visitOf(context, tokenOf(context));
    if (!visit) return unknown(context);
    const payment = visit.payment as Payment;
    return go(context, payment, await take(context, payment));
  };

  /** A page of a payment that is still open; of any other it shows how it ended. */
  const show =
    (render: (context: Context, visit: Visit) => ReturnType<typeof endPage> | Response) => (context: Context) => {
      const visit = visitOf(context, tokenOf(context));
      if (!visit) return unknown(context);
      context.header('content-security-policy', policyFor(visit.payment));
      const page = visit.payment.status === 'open' ? render(context, visit) : endPage(visit);
      return page instanceof Response ? page : context.html(page);
    };

  app.use(async (context, next) => {
    await next();
    const { headers } = context.res;
    if (!headers.has('content-security-policy')) headers.set('content-security-policy', policyFor(null));
    headers.set('x-content-type-options', 'nosniff');
    headers.set('referrer-policy', 'no-referrer');
    if (!headers.has('cache-control')) headers.set('cache-control', 'no-store');
  });

  app.get('/checkout/assets/checkout.css', (context) =>
    context.body(css, 200, { 'content-type': 'text/css; charset=utf-8', 'cache-control': 'max-age=60' }),
  );
  app.get('/icons/:icon{[a-z]+\\.svg}', (context) =>
    context.body(iconOf(context.req.param('icon').slice(0, -4)), 200, {
      'content-type': 'image/svg+xml',
      'cache-control': 'max-age=3600',
    }),
  );

  app.get(
    '/checkout/select-method/:token',
    show((context, visit) => {
      const because = context.req.query('because');
      // Who was sent here with a method the shop chose goes straight to it.
      if (visit.payment.preset && methodFor(visit.payment, visit.payment.method ?? ''))
        return context.redirect(checkoutPath(visit.payment), 303);
      return selectionPage(visit, because === 'failed' || because === 'canceled' ? because : null);
    }),
  );
  app.post(
    '/checkout/select-method/:token',
    step(async (context, payment) => takeMethod(world, payment, await field(context, 'method'))),
  );
  app.get(
    '/checkout/select-issuer/:method/:token',
    show((context, visit) => {
      const method = methodFor(visit.payment, context.req.param('method') ?? '');
      if (!method || method.issuers.length === 0) return context.redirect(checkoutPath(visit.payment), 303);
      return issuerPage(visit, method);
    }),
  );
  app.post(
    '/checkout/select-issuer/:method/:token',
    step(async (context, payment) => {
      const method = methodFor(payment, context.req.param('method') ?? '');
      if (!method) return { to: 'selection', because: null };
      return takeIssuer(world, payment, method.id, await field(context, 'issuer'));
    }),
  );
  app.get(
    '/checkout/test-mode',
    show((context, visit) => {
      const method = methodFor(visit.payment, context.req.query('method') ?? '');
      return method ? bankPage(visit, method) : context.redirect(`/checkout/select-method/${visit.payment.token}`, 303);
    }),
  );
  app.post(
    '/checkout/test-mode',
    step(async (context, payment) => {
      const outcome = await field(context, 'final_state');
      if (!isOutcome(outcome)) return { to: 'pay' };
      // The page may have been left open while another method was chosen in another tab: what it shows is what counts.
      const next = payment.status === 'open' ? takeMethod(world, payment, context.req.query('method') ?? '') : null;
      if (next?.to === 'selection') return next;
      return decide(world, payment, outcome);
    }),
  );
  app.post(
    '/checkout/back/:token',
    step((_, payment) => leaveMethod(world, payment, payment.preset ? 'canceled' : null)),
  );
  app.post(
    '/checkout/cancel/:token',
    step((_, payment) => cancelForGood(world, payment)),
  );

  app.get('/checkout/change-payment-state/:token', (context) => {
    const visit = visitOf(context, tokenOf(context));
    if (!visit) return unknown(context);
    context.header('content-security-policy', policyFor(visit.payment));
    if (visit.payment.status === 'open') return context.redirect(checkoutPath(visit.payment), 303);
    return context.html(changePage(visit, movable(visit.payment), canChargeBack(visit.payment)));
  });
  app.post('/checkout/change-payment-state/:token', async (context) => {
    const visit = visitOf(context, tokenOf(context));
    if (!visit) return unknown(context);
    const { payment } = visit;
    const [change, id] = (await field(context, 'change')).split(' ');
    const refund = movable(payment).find((one) => one.id === id);
    if (change === 'chargeback' && canChargeBack(payment)) machine.chargeback(payment.id);
    if (change === 'arrive' && refund) machine.refunds.arrive(refund.id);
    if (change === 'fail' && refund) machine.refunds.fail(refund.id);
    return context.redirect(`/checkout/change-payment-state/${payment.token}`, 303);
  });
  app.notFound(unknown);
  return app;
}

/** The token from the path, or from Mollie's `token=3.…`. */
const tokenOf = (context: Context): string => context.req.param('token') ?? context.req.query('token')?.slice(2) ?? '';

async function field(context: Context, name: string): Promise<string> {
  const value = (await context.req.parseBody())[name];
  return typeof value === 'string' ? value : '';
}

const isOutcome = (value: string): value is PaymentStatus => Object.hasOwn(TEXTS.nl.outcomes, value);

const canChargeBack = ({ status, chargebacks }: Readonly<Payment>) => status === 'paid' && chargebacks.length === 0;

const movable = ({ refunds }: Readonly<Payment>) =>
  refunds.filter(({ status }) => status === 'pending' || status === 'processing');

/** Nothing from elsewhere. Forms may end at the shop, because browsers hold a redirect to the form's policy too. */
function policyFor(payment: Readonly<Payment> | null): string {
  const shops = payment ? [payment.redirectUrl, payment.cancelUrl ?? payment.redirectUrl] : [];
  const origins = new Set(shops.map((url) => new URL(url).origin));
  return [
    "default-src 'none'",
    "style-src 'self'",
    "img-src 'self'",
    `form-action ${["'self'", ...origins].join(' ')}`,
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}
