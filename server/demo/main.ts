import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { clockAhead } from '../adapters/clock.ts';
import { type Log, silentLog } from '../adapters/log.ts';
import { createMailbox, type Mailbox } from '../adapters/mail/index.ts';
import { systemRandomness } from '../adapters/randomness.ts';
import type { Undo } from '../centre.ts';
import type { Clock } from '../ports.ts';
import { takeBack } from '../server.ts';
import { makeAgreements } from './agreements.ts';
import { type Apart, createApart } from './apart/apart.ts';
import { buildBrowserCode } from './build.ts';
import { mollieKeyOf } from './centre.ts';
import { APART, CENTRES, GUESTS, origin, type Places, placeOf, placesOf, TOGETHER } from './cluster.ts';
import { buildClusterSite } from './cluster-site/build.ts';
import { createFileDoor } from './cluster-site/door.ts';
import { createDesk, createPaymentsApp } from './desk/app.ts';
import type { DemoAddresses } from './desk/index-page.ts';
import { type HouseOptions, openDoor, startHouse } from './house.ts';
import { keepKeys } from './keys.ts';
import type { Manager } from './manager.ts';
import { type Emulator, installEmulator } from './mollie/emulator.ts';
import { MOLLIE_API } from './mollie/handlers.ts';
import { createApiServer } from './mollie/remote.ts';
import { type DemoPorts, findPorts } from './ports.ts';
import { putPrices } from './prices.ts';
import { openDemoUitpas, UITPAS_PATH } from './uitpas/door.ts';

export { DOORS } from './ports.ts';

export interface DemoOptions {
  /** First of the ports in a row: `ports.ts` says which is whose. 0 takes free ones. */
  readonly port: number;
  /** Holds the databases and the keys; survives restarts. */
  readonly dataFolder: string;
  /** For what goes wrong. What goes well is told by `say`. */
  readonly log: Log;
  /** Told of progress, a line at a time. Default: standard output. */
  readonly say?: (line: string) => void;
  /** Origins of pages of one's own, on which the centres sell too. Default: `http://localhost:8080`. */
  readonly guests?: readonly string[];
  /**
   * When it is as the demo starts; its season is dated from then. Default: now. What goes by the database's clock (holds,
   * and which performances are still to come) goes by the machine's all the same, so only a later day is a whole one.
   */
  readonly at?: Date;
}

export interface Demo {
  readonly urls: DemoAddresses & { readonly index: string };
  /** The centre in a process of its own: it can be killed and started again while the others go on. */
  readonly apart: Apart;
  stop(): Promise<void>;
}

const ROOT = resolve(import.meta.dirname, '..', '..');
const random = systemRandomness;

/**
 * Starts a cluster of three centres on this machine: two on one server, one in a process with a database of its own;
 * a website for each and one of files for all together; a payment page that moves no money, and a mailbox for everybody.
 * @throws PortTakenError or FolderInUseError; what had started is stopped again.
 */
export async function startDemo(options: DemoOptions): Promise<Demo> {
  const { say = (line: string) => process.stdout.write(`${line}\n`), guests = GUESTS, at } = options;
  const ahead = at ? at.getTime() - Date.now() : 0;
  const undo: Undo = [];
  const stop = () => takeBack(undo.splice(0));
  try {
    const ports = await findPorts(options.port);
    const embedFolder = await buildBrowserCode(ROOT, say);
    say('Starting two databases, for three centres …');
    const demo = await open(ports, { ...options, embedFolder, say, guests, ahead }, undo);
    for (const { name, url } of demo.urls.centres) say(`${name} sells at ${url}`);
    say(`All three together, on a site of files: ${demo.urls.cluster}`);
    say(`Everything there is: ${demo.urls.index}`);
    return { ...demo, stop };
  } catch (error) {
    // Why it did not start is what the caller must hear.
    await stop().catch((failure) => options.log.error('stop-failed', failure));
    throw error;
  }
}

interface Opening extends Required<Omit<DemoOptions, 'at'>> {
  /** Milliseconds by which the demo's clock is ahead of the machine's. */
  readonly ahead: number;
  readonly embedFolder: string;
}

async function open(ports: DemoPorts, options: Opening, undo: Undo): Promise<Omit<Demo, 'stop'>> {
  const { say, embedFolder, ahead } = options;
  const clock = clockAhead(ahead);
  const dataFolder = resolve(options.dataFolder);
  // Of the log only what goes wrong is worth a line between those that are said.
  const log: Log = { ...options.log, info: silentLog.info };
  const mailbox = createMailbox({ clock });
  const places = placesOf(ports, options.guests);
  const emulator = openMollie(ports, clock, undo);
  const mollie = await shareMollie(emulator, undo);

  const apart = createApart({ beginning: { places, dataFolder, embedFolder, mollie, ahead }, mailbox, log, say });
  undo.push(() => apart.stop());
  const together = { centres: TOGETHER, places, dataFolder, database: 'postgres', embedFolder, clock };
  const starting = apart.start();
  // Heard below, once ours has started too: then everything that runs is known and can be stopped.
  starting.catch(() => {});
  const urls = addressesOf(ports);
  const beside: HouseOptions['beside'] = (app) => {
    app.route(UITPAS_PATH, openDemoUitpas({ clock, random }).app);
    openDesk(app, urls, mailbox);
  };
  const server = await startHouse({ ...together, log, say, beside, mailerFrom: mailbox.mailerFrom }, undo);
  await starting;

  const clusterFolder = join(dataFolder, 'cluster-site');
  buildClusterSite({ folder: clusterFolder, places, embedFolder });
  undo.push(await openDoor(createFileDoor(clusterFolder), ports.cluster));
  undo.push(await openDoor(createPaymentsApp(emulator), ports.payments));
  await server.listen({ port: ports.api });
  const managers = managersOf(places, dataFolder);
  const priced = await putPrices(managers);
  if (priced > 0) say(`${priced} centres have their price lists.`);
  const made = await makeAgreements(managers);
  if (made > 0) say(`The centres agreed to sell for each other, ${made} times.`);
  return { urls, apart };
}

function openDesk(app: Awaited<ReturnType<typeof startHouse>>['app'], urls: Demo['urls'], mailbox: Mailbox): void {
  const { index: _, ...listed } = urls;
  app.route('/', createDesk(listed, mailbox, join(ROOT, 'dist')));
}

/** The people of each centre, who may decide for it and for nobody else. */
const managersOf = (places: Places, dataFolder: string): readonly Manager[] =>
  CENTRES.map(({ profile: { id }, commission, prices }) => {
    const { api } = placeOf(places, id);
    return { id, api, commission, prices, token: keepKeys(join(dataFolder, id), random).manageToken };
  });

/** One Mollie for all, as in life, with an account for each centre. */
function openMollie({ payments }: DemoPorts, clock: Clock, undo: Undo): Emulator {
  const apiKeys = Object.fromEntries(CENTRES.map(({ profile: { id, name } }) => [mollieKeyOf(id), name]));
  const emulator = installEmulator({ apiKeys, checkoutBaseUrl: origin(payments), clock, random });
  undo.push(() => emulator.stop());
  return emulator;
}

/** @returns the address at which the process apart reaches the emulated Mollie. */
async function shareMollie({ machine }: Emulator, undo: Undo): Promise<string> {
  const server = createApiServer(machine, MOLLIE_API).listen(0, '127.0.0.1');
  await once(server, 'listening');
  undo.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/v2`;
}

function addressesOf(ports: DemoPorts): Demo['urls'] {
  const { centres, cluster } = placesOf(ports);
  const index = `${origin(ports.api)}/`;
  return {
    index,
    centres: centres.map(({ id, name, site, api }) => ({
      id,
      name,
      url: `${site}/`,
      api,
      apart: id === APART.profile.id,
    })),
    cluster: `${cluster}/`,
    mailbox: `${index}mailbox`,
    payments: `${origin(ports.payments)}/`,
  };
}
