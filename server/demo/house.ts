import { join } from 'node:path';
import type { Log } from '../adapters/log.ts';
import type { Sender } from '../adapters/mail/message.ts';
import type { Mailer } from '../adapters/mail/port.ts';
import { systemRandomness } from '../adapters/randomness.ts';
import type { Undo } from '../centre.ts';
import { DEFAULT_LIMITS } from '../config.ts';
import { type Answering, listen } from '../http/listen.ts';
import type { Clock } from '../ports.ts';
import { type FoyerServer, startServer } from '../server.ts';
import { settingsOf } from './centre.ts';
import { type Places, placeOf } from './cluster.ts';
import type { DemoCentre } from './demo-centre.ts';
import { hangPosters, seedSeason } from './seed.ts';
import { createSite } from './sites/site.ts';
import { offerUitpas } from './uitpas/door.ts';

export interface HouseOptions {
  readonly centres: readonly DemoCentre[];
  readonly places: Places;
  /** Holds the database, and a folder with its keys for each centre. */
  readonly dataFolder: string;
  /** Name of the database's folder in it. */
  readonly database: string;
  readonly embedFolder: string;
  readonly clock: Clock;
  readonly log: Log;
  readonly say: (line: string) => void;
  readonly mailerFrom: (sender: Sender) => Mailer;
  /** Puts more beside the API. Only now: once jobs ask their neighbours, the app takes no new way. */
  readonly beside?: (app: FoyerServer['app']) => void;
}

const random = systemRandomness;

/**
 * Starts one process' worth of the demo: a server with its database for one or more centres, their seasons, and their
 * websites. The server itself is not listening yet.
 * @param undo Gets what stops it again, also when starting fails halfway.
 */
export async function startHouse(options: HouseOptions, undo: Undo): Promise<FoyerServer> {
  const { centres, places, dataFolder, embedFolder, clock, log, say, mailerFrom } = options;
  const server = await startServer({
    ...{ clock, random, log, embedFolder, limits: DEFAULT_LIMITS, trustedProxies: 0 },
    // All centres of the demo are on this machine.
    network: { allowPrivate: true },
    database: { folder: join(dataFolder, options.database) },
    centres: centres.map((centre) => {
      const { name, email: address } = centre.profile;
      return settingsOf({ centre, places, dataFolder, random, log, mailer: mailerFrom({ name, address }) });
    }),
  });
  undo.push(() => server.stop());
  options.beside?.(server.app);
  for (const centre of centres) {
    const { id, name } = centre.profile;
    const db = server.centres.find(({ config }) => config.id === id)?.db;
    if (!db) throw new Error(`${id} did not start.`);
    const added = await seedSeason({ centre, db, clock, random });
    if (added > 0) say(`${name} announced a season of ${added} performances.`);
    await hangPosters(db, placeOf(places, id).site);
    if (centre.uitpas) await offerUitpas(db);
    undo.push(await openSite(centre, places));
  }
  return server;
}

async function openSite({ profile, face }: DemoCentre, places: Places): Promise<() => Promise<void>> {
  const { site, server, api } = placeOf(places, profile.id);
  const partners = places.centres.filter(({ id }) => id !== profile.id).map((partner) => partner.site);
  return openDoor(createSite({ face, partners, api, script: `${server}/foyer.js`, fetch }), portOf(site));
}

export const portOf = (address: string): number => Number(new URL(address).port);

/** Opens a port for an app. @returns the way to close it. */
export async function openDoor(app: Answering, port: number): Promise<() => Promise<void>> {
  const listener = await listen(app, { port });
  return () => listener.close();
}
