import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import { type Context, Hono } from 'hono';
import type { Mailbox } from '../../adapters/mail/index.ts';
import { createMailboxApp } from '../mailbox/app.ts';
import { createCheckoutApp } from '../mollie/checkout/app.ts';
import type { Emulator } from '../mollie/emulator.ts';
import { type DemoAddresses, indexPage } from './index-page.ts';
import { DESK_ICON, DESK_STYLE, type Html } from './page.ts';
import { paymentsPage } from './payments-page.ts';

const policyWith = (pictures: readonly string[]) =>
  [
    "default-src 'none'",
    "style-src 'self'",
    ["img-src 'self'", ...pictures.map((site) => new URL(site).origin)].join(' '),
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

/** A page of the demo's own, with pictures of these sites besides. */
const show = (context: Context, page: Html, pictures: readonly string[] = []) =>
  context.html(page, 200, { 'Content-Security-Policy': policyWith(pictures) });

/** The demo's own pages, beside the API: what there is, and everybody's mail. Storybook too when `dist` has it. */
export function createDesk(addresses: DemoAddresses, mailbox: Mailbox, dist: string): Hono {
  const storybook = existsSync(join(dist, 'storybook', 'index.html'));
  const app = createBareDesk();
  const sites = [addresses.cluster, ...addresses.centres.map(({ url }) => url)];
  app.get('/', (context) => show(context, indexPage(addresses, { storybook }), sites));
  app.get('/demo.json', (context) => context.json(addresses));
  app.route('/mailbox', createMailboxApp(mailbox));
  if (!storybook) return app;
  // Storybook is a tool with scripts and frames of its own, so it keeps its own rules.
  app.use('/storybook/*', async (context, next) => {
    await next();
    context.header('Content-Security-Policy', "frame-ancestors 'self'");
  });
  app.use('/storybook/*', serveStatic({ root: dist }));
  return app;
}

/** The payment page, with a list of all payments in front. */
export function createPaymentsApp({ machine, beforeAnswer }: Emulator): Hono {
  const app = createBareDesk();
  app.get('/', (context) => show(context, paymentsPage(machine)));
  app.route('/', createCheckoutApp(machine, { beforeReturn: beforeAnswer }));
  return app;
}

function createBareDesk(): Hono {
  const app = new Hono();
  app.get('/desk.css', (context) => context.body(DESK_STYLE, 200, { 'Content-Type': 'text/css; charset=utf-8' }));
  app.get('/desk.svg', (context) => context.body(DESK_ICON, 200, { 'Content-Type': 'image/svg+xml' }));
  return app;
}
