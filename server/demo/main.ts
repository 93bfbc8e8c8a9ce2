import { join, resolve } from 'node:path';
import { systemClock } from '../adapters/clock.ts';
import { type Log, silentLog } from '../adapters/log.ts';
import { createMailbox } from '../adapters/mail/index.ts';
import { systemRandomness } from '../adapters/randomness.ts';
import type { CentreSettings, Undo } from '../centre.ts';
import { DEFAULT_LIMITS } from '../config.ts';
import { type Answering, listen } from '../http/listen.ts';
import { type FoyerServer, startServer, takeBack } from '../server.ts';
import { buildBrowserCode } from './build.ts';
import { DEMO_MOLLIE_KEY, demoCentre } from './centre.ts';
import { createDesk, createPaymentsApp } from './desk/app.ts';
import type { DemoAddresses } from './desk/index-page.ts';
import { installEmulator } from './mollie/emulator.ts';
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
const origin = (port: number) => `http://localhost:${port}`;

/**
 * Starts a whole centre on this machine: its server with a database that stays, its website on an origin of its own, a
 * payment page that moves no money, and a mailbox for everybody.
 * @throws PortTakenError or FolderInUseError; what had started is stopped again.
 */
export async function startDemo(options: DemoOptions): Promise<Demo> {
  const { say = (line: string) => process.stdout.write(`${line}\n`) } = options;
  const undo: Undo = [];
  const stop = () => takeBack(undo.splice(0));
  try {
    const ports = await findPorts(options.port);
    const embedFolder = await buildBrowserCode(ROOT, say);
    say('Starting the database …');
    const urls = await open(ports, { ...options, embedFolder, say }, undo);
    for (const { name, url } of urls.centres) say(`${name} sells at ${url}`);
    say(`Everything there is: ${urls.index}`);
    return { urls, stop };
  } catch (error) {
    // Why it did not start is what the caller must hear.
    await stop().catch((failure) => options.log.error('stop-failed', failure));
    throw error;
  }
}

interface Opening extends Required<DemoOptions> {
  readonly embedFolder: string;
}

async function open(ports: DemoPorts, { dataFolder, say, embedFolder, ...options }: Opening, undo: Undo) {
  // Of the log only what goes wrong is worth a line between those that are said.
  const log: Log = { ...options.log, info: silentLog.info };
  const mailbox = createMailbox({ clock });
  const addresses = { apiOrigin: origin(ports.api), siteOrigin: origin(ports.site) };
  const centre = demoCentre({ dataFolder, mailbox, random, log, ...addresses });
  const apiKeys = { [DEMO_MOLLIE_KEY]: centre.config.name };
  const emulator = installEmulator({ apiKeys, checkoutBaseUrl: origin(ports.payments), clock, random });
  undo.push(() => emulator.stop());

  const server = await startServer({
    ...{ clock, random, log, embedFolder, limits: DEFAULT_LIMITS, trustedProxies: 0 },
    database: { folder: join(dataFolder, 'postgres') },
    centres: [centre],
  });
  undo.push(() => server.stop());
  await seed(server, say);

  const urls = addressesOf(ports, centre);
  const { index, ...listed } = urls;
  server.app.route('/', createDesk(listed, mailbox, join(ROOT, 'dist')));
  const site = createSite({ api: centre.config.apiUrl, script: `${index}foyer.js`, fetch });
  undo.push(await door(site, ports.site), await door(createPaymentsApp(emulator), ports.payments));
  await server.listen({ port: ports.api });
  return urls;
}

async function seed(server: FoyerServer, say: (line: string) => void): Promise<void> {
  for (const { db } of server.centres) {
    const added = await seedSeason({ db, clock, random });
    if (added > 0) say(`Announced a season of ${added} performances.`);
  }
}

function addressesOf({ api, payments }: DemoPorts, { config }: CentreSettings): Demo['urls'] {
  return {
    index: `${origin(api)}/`,
    centres: [{ name: config.name, url: config.website, api: config.apiUrl }],
    mailbox: `${origin(api)}/mailbox`,
    payments: `${origin(payments)}/`,
  };
}

/** Opens a port for an app. @returns the way to close it. */
async function door(app: Answering, port: number): Promise<() => Promise<void>> {
  const listener = await listen(app, { port });
  return () => listener.close();
}
