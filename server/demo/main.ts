import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { systemClock } from '../adapters/clock.ts';
import { type Log, silentLog } from '../adapters/log.ts';
import { createMailbox, type Mailbox } from '../adapters/mail/index.ts';
import { systemRandomness } from '../adapters/randomness.ts';
import type { Undo } from '../centre.ts';
import { DEFAULT_LIMITS } from '../config.ts';
import { listen } from '../http/listen.ts';
import { type FoyerServer, startServer } from '../server.ts';
import { buildBrowserCode } from './build.ts';
import { DEMO_MOLLIE_KEY, demoCentre } from './centre.ts';
import { type DemoAddresses, indexPage } from './desk/index-page.ts';
import { DESK_STYLE } from './desk/page.ts';
import { paymentsPage } from './desk/payments-page.ts';
import { createMailboxApp } from './mailbox/app.ts';
import { createCheckoutApp } from './mollie/checkout/app.ts';
import { type Emulator, installEmulator } from './mollie/emulator.ts';
import { type DemoPorts, findPorts } from './ports.ts';
import { seedSeason } from './seed.ts';
import { createSite } from './sites/site.ts';

export interface DemoOptions {
  /** First of three ports: the API with the index, the centre's website, the payment page. 0 takes free ones. */
  readonly port: number;
  /** Holds the database and the keys; survives restarts. */
  readonly dataFolder: string;
  /** For what goes wrong. What goes well is told by `say`. */
  readonly log: Log;
  /** Told of progress, a line at a time. Default: standard output. */
  readonly say?: (line: string) => void;
}

export interface Demo {
  readonly urls: DemoAddresses & { readonly index: string };
  stop(): Promise<void>;
}

const ROOT = resolve(import.meta.dirname, '..', '..');
const clock = systemClock;
const random = systemRandomness;
const write = (line: string) => process.stdout.write(`${line}\n`);

/**
 * Starts a whole centre on this machine: its server with a database that stays, its website on an origin of its own, a
 * payment page that moves no money, and a mailbox for everybody.
 * @throws Error with one sentence when a port is taken or the data are in use; what had started is stopped again.
 */
export async function startDemo({ port, dataFolder, log, say = write }: DemoOptions): Promise<Demo> {
  const ports = await findPorts(port);
  const undo: Undo = [];
  const stop = async () => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  try {
    const embedFolder = await buildBrowserCode(ROOT, say);
    return { ...(await open(ports, { dataFolder, log, say, embedFolder }, undo)), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function open(
  ports: DemoPorts,
  options: { dataFolder: string; log: Log; say: (line: string) => void; embedFolder: string },
  undo: Undo,
): Promise<Pick<Demo, 'urls'>> {
  const { dataFolder, say, embedFolder } = options;
  // Progress is told in words; of the log only what goes wrong is worth a line here.
  const log: Log = { ...options.log, info: silentLog.info };
  const origin = (port: number) => `http://localhost:${port}`;
  const mailbox = createMailbox({ clock });
  const centre = demoCentre({
    ...{ dataFolder, mailbox, random, log },
    apiOrigin: origin(ports.api),
    siteOrigin: origin(ports.site),
  });

  const emulator = installEmulator({
    apiKeys: { [DEMO_MOLLIE_KEY]: centre.config.name },
    checkoutBaseUrl: origin(ports.payments),
    ...{ clock, random },
  });
  undo.push(() => emulator.stop());

  say('Starting the database …');
  const server = await startServer({
    database: { folder: join(dataFolder, 'postgres') },
    centres: [centre],
    ...{ clock, random, log, limits: DEFAULT_LIMITS, trustedProxies: 0, embedFolder },
  });
  undo.push(() => server.stop());
  const [runtime] = server.centres;
  if (!runtime) throw new Error('The demo’s centre did not start.');

  const added = await seedSeason({ db: runtime.db, clock, random });
  if (added > 0) say(`Announced a season of ${added} performances.`);

  const urls = {
    index: `${origin(ports.api)}/`,
    centres: [{ name: centre.config.name, url: centre.config.website, api: centre.config.apiUrl }],
    mailbox: `${origin(ports.api)}/mailbox`,
    payments: `${origin(ports.payments)}/`,
  };
  addDesk(server, urls, mailbox);
  const site = createSite({ api: centre.config.apiUrl, script: `${origin(ports.api)}/foyer.js`, fetch });
  for (const [app, port] of [
    [site, ports.site],
    [paymentsApp(emulator), ports.payments],
  ] as const) {
    const listener = await listen(app, { port });
    undo.push(() => listener.close());
  }
  await server.listen({ port: ports.api });
  say(`The centre’s website: ${centre.config.website}`);
  say(`Everything there is:  ${urls.index}`);
  return { urls };
}

/** Adds the demo's own pages beside the API: what there is, and everybody's mail. */
function addDesk({ app }: FoyerServer, urls: Demo['urls'], mailbox: Mailbox): void {
  const { index: _, ...listed } = urls;
  const storybook = existsSync(join(ROOT, 'dist', 'storybook', 'index.html'));
  const policy = "default-src 'none'; style-src 'self'; base-uri 'none'; frame-ancestors 'none'";
  app.get('/', (context) => context.html(indexPage(listed, { storybook }), 200, { 'Content-Security-Policy': policy }));
  app.get('/demo.json', (context) => context.json(listed));
  app.get('/desk.css', (context) => context.body(DESK_STYLE, 200, { 'Content-Type': 'text/css; charset=utf-8' }));
  app.route('/mailbox', createMailboxApp(mailbox));
  if (!storybook) return;
  // Storybook is a tool with scripts and frames of its own, so it keeps its own rules.
  app.use('/storybook/*', async (context, next) => {
    await next();
    context.header('Content-Security-Policy', "frame-ancestors 'self'");
  });
  app.use('/storybook/*', serveStatic({ root: 'dist' }));
}

/** The payment page, with a list of all payments in front. */
function paymentsApp({ machine, beforeAnswer }: Emulator): Hono {
  const app = new Hono();
  const policy = "default-src 'none'; style-src 'self'; base-uri 'none'; frame-ancestors 'none'";
  app.get('/', (context) => context.html(paymentsPage(machine), 200, { 'Content-Security-Policy': policy }));
  app.get('/desk.css', (context) => context.body(DESK_STYLE, 200, { 'Content-Type': 'text/css; charset=utf-8' }));
  app.route('/', createCheckoutApp(machine, { beforeReturn: beforeAnswer }));
  return app;
}
