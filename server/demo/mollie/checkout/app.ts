import { readFileSync } from 'node:fs';
import { type Context, Hono } from 'hono';
import { byToken, cancelForGood, decide, leaveMethod, type Next, takeIssuer, takeMethod } from '../buyer.ts';
import { checkoutPath } from '../hal.ts';
import { laterEvents } from '../later.ts';
import type { Machine } from '../machine.ts';
import type { Payment, PaymentStatus } from '../world.ts';
import { iconOf } from './icons.ts';
import {
  bankPage,
  endPage,
  type Html,
  issuerPage,
  laterPage,
  methodFor,
  selectionPage,
  unknownPage,
  type Visit,
} from './pages.ts';
import { policyFor } from './policy.ts';
import { languageOf, TEXTS } from './texts.ts';

export interface CheckoutOptions {
  /** Waited for before the buyer is sent back to the shop, such as for webhooks that are to arrive before him. */
  readonly beforeReturn?: () => Promise<void>;
}

/** What one page shows, or the address it sends the buyer on to. */
type View = (context: Context, visit: Visit) => Html | string;
/** What a form does to the payment. */
type Step = (context: Context, payment: Payment) => Next | Promise<Next>;

/**
 * The page where buyers pay: choose a method, then say how it ends. Server-rendered, works without JavaScript, sets no
 * cookie, may not be framed. Serve it on the origin given to the machine as `checkoutBaseUrl`.
 */
export function createCheckoutApp(machine: Machine, options: CheckoutOptions = {}): Hono {
  const { world } = machine;
  const app = new Hono();

  const visitOf = (context: Context): Visit | undefined => {
    machine.settle();
    const payment = byToken(world, tokenOf(context));
    return payment && { payment, language: languageOf(payment.locale, acceptedBy(context)) };
  };
  const show = (view: View) => (context: Context) => {
    const visit = visitOf(context);
    if (!visit) return unknown(context);
    const page = view(context, visit);
    if (typeof page === 'string') return context.redirect(page, 303);
    return context.html(page, 200, { 'content-security-policy': policyFor(visit.payment) });
  };
  /** A view that makes sense only while there is something to pay; afterwards it says how it ended. */
  const whileOpen = (view: View): View => {
    return (context, visit) => (visit.payment.status === 'open' ? view(context, visit) : endPage(visit));
  };
  const step = (take: Step) => async (context: Context) => {
    const visit = visitOf(context);
    if (!visit) return unknown(context);
    const next = await take(context, visit.payment);
    if (next.to === 'shop') await options.beforeReturn?.();
    return context.redirect(addressOf(next, visit.payment), 303);
  };

  app.use(protect);
  serveAssets(app);
  app.get('/checkout/select-method/:token', show(whileOpen(selectMethod)));
  app.get('/checkout/select-issuer/:method/:token', show(whileOpen(selectIssuer)));
  app.get('/checkout/test-mode', show(whileOpen(bank)));
  app.post(
    '/checkout/select-method/:token',
    step(async (context, payment) => takeMethod(world, payment, await field(context, 'method'))),
  );
  app.post(
    '/checkout/select-issuer/:method/:token',
    step(async (context, payment) => {
      const method = methodFor(payment, context.req.param('method') ?? '');
      if (!method) return { to: 'selection', because: null };
      return takeIssuer(world, payment, method.id, await field(context, 'issuer'));
    }),
  );
  app.post(
    '/checkout/test-mode',
    step(async (context, payment) => {
      const outcome = await field(context, 'final_state');
      if (!isOutcome(outcome)) return { to: 'pay' };
      // The page may have been left open while another method was chosen in another tab: what it shows is what counts.
      const next = payment.status === 'open' ? takeMethod(world, payment, context.req.query('method') ?? '') : null;
      return next?.to === 'selection' ? next : decide(world, payment, outcome);
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
  app.get(
    '/checkout/change-payment-state/:token',
    show((_, visit) => {
      const { payment } = visit;
      return payment.status === 'open' ? checkoutPath(payment) : laterPage(visit, laterEvents(world, payment));
    }),
  );
  app.post(
    '/checkout/change-payment-state/:token',
    step(async (context, payment) => {
      const wanted = await field(context, 'event');
      if (payment.status !== 'open') {
        laterEvents(world, payment)
          .find(({ id }) => id === wanted)
          ?.happen();
      }
      return { to: 'later' };
    }),
  );
  app.notFound(unknown);
  return app;
}

const selectMethod: View = (context, visit) => {
  const { payment } = visit;
  // Who was sent here with a method the shop chose goes straight to it.
  if (payment.preset && methodFor(payment, payment.method ?? '')) return checkoutPath(payment);
  const because = context.req.query('because');
  return selectionPage(visit, because === 'failed' || because === 'canceled' ? because : null);
};

const selectIssuer: View = (context, visit) => {
  const method = methodFor(visit.payment, context.req.param('method') ?? '');
  return method && method.issuers.length > 0 ? issuerPage(visit, method) : checkoutPath(visit.payment);
};

const bank: View = (context, visit) => {
  const method = methodFor(visit.payment, context.req.query('method') ?? '');
  return method ? bankPage(visit, method) : `/checkout/select-method/${visit.payment.token}`;
};

function addressOf(next: Next, { token, method }: Payment): string {
  switch (next.to) {
    case 'issuer':
      return `/checkout/select-issuer/${method}/${token}`;
    case 'pay':
      return `/checkout/test-mode?method=${method}&token=3.${token}`;
    case 'selection':
      return `/checkout/select-method/${token}${next.because ? `?because=${next.because}` : ''}`;
    case 'end':
      return `/checkout/select-method/${token}`;
    case 'later':
      return `/checkout/change-payment-state/${token}`;
    case 'shop':
      return next.url;
  }
}

function serveAssets(app: Hono): void {
  const css = readFileSync(new URL('./checkout.css', import.meta.url), 'utf8');
  app.get('/checkout/assets/checkout.css', (context) =>
    context.body(css, 200, { 'content-type': 'text/css; charset=utf-8', 'cache-control': 'max-age=60' }),
  );
  app.get('/icons/:icon{[a-z]+\\.svg}', (context) =>
    context.body(iconOf(context.req.param('icon').slice(0, -'.svg'.length)), 200, {
      'content-type': 'image/svg+xml',
      'cache-control': 'max-age=3600',
    }),
  );
}

async function protect(context: Context, next: () => Promise<void>): Promise<void> {
  await next();
  const { headers } = context.res;
  if (!headers.has('content-security-policy')) headers.set('content-security-policy', policyFor(null));
  if (!headers.has('cache-control')) headers.set('cache-control', 'no-store');
  headers.set('x-content-type-options', 'nosniff');
  headers.set('referrer-policy', 'no-referrer');
}

const acceptedBy = (context: Context) => context.req.header('accept-language') ?? null;

const unknown = (context: Context) => context.html(unknownPage(languageOf(null, acceptedBy(context))), 404);

/** The token from the path, or from Mollie's `token=3.…`. */
const tokenOf = (context: Context): string =>
  context.req.param('token') ?? context.req.query('token')?.slice('3.'.length) ?? '';

async function field(context: Context, name: string): Promise<string> {
  const value = (await context.req.parseBody())[name];
  return typeof value === 'string' ? value : '';
}

const isOutcome = (value: string): value is PaymentStatus => Object.hasOwn(TEXTS.nl.outcomes, value);
