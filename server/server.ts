import { openPainter } from './adapters/painter.ts';
import { startEmbeddedPostgres } from './adapters/postgres/index.ts';
import { type AppLimits, createApp } from './app.ts';
import {
  type CentreSettings,
  closeStreams,
  type Reach,
  type RunningCentre,
  type Surroundings,
  startCentre,
  type Undo,
} from './centre.ts';
import { readBeginnings, registerEmbed } from './features/embed/index.ts';
import { registerFirstPaint } from './features/first-paint/index.ts';
import type { AddressRules } from './features/network/addresses.ts';
import { createPartnerFetch, type LocalCentre } from './features/network/partner-fetch.ts';
import { createSafeFetch } from './features/network/safe-fetch.ts';
import { checkPermissions } from './features/uitpas/check.ts';
import type { FoyerApp } from './http/env.ts';
import { type Listener, listen } from './http/listen.ts';
import type { CentreRuntime } from './runtime.ts';

/** Where the data is: a PostgreSQL of our own in a folder, or the operator's with a maintenance role. */
export type DatabaseSettings =
  | { readonly folder: string; readonly port?: number; readonly durable?: boolean }
  | { readonly url: string };

export interface ServerSettings extends Surroundings {
  readonly database: DatabaseSettings;
  readonly centres: readonly CentreSettings[];
  readonly limits: AppLimits;
  readonly trustedProxies: number;
  /** Which addresses partners may have; public ones only by default. */
  readonly network?: AddressRules;
  /** Where the built browser code is; served when it is there. */
  readonly embedFolder: string;
}

/** A server with all it runs on. */
export interface FoyerServer {
  readonly app: FoyerApp;
  readonly centres: readonly CentreRuntime[];
  listen(options: { readonly port: number; readonly host?: string }): Promise<Listener>;
  /**
   * Lets running answers finish, ends streams and jobs, and closes the database. Can be called more than once.
   * @throws What a part failed with; the others are stopped all the same.
   */
  stop(): Promise<void>;
}

/**
 * Starts everything a server is made of, but opens no port yet.
 * @throws Error when a part cannot start; what had started before is stopped again.
 */
export async function startServer(settings: ServerSettings): Promise<FoyerServer> {
  const { clock, limits, log, random, trustedProxies } = settings;
  const undo: Undo = [];
  let stopping: Promise<void> | undefined;
  const stop = () => {
    stopping ??= takeBack(undo);
    return stopping;
  };
  try {
    const adminUrl = await openPostgres(settings, undo);
    const neighbours = new Map<string, LocalCentre>();
    const reach = openNetwork(settings, neighbours, undo);
    const running: RunningCentre[] = [];
    for (const centre of settings.centres)
      running.push(await startCentre(adminUrl, centre, { ...settings, reach }, undo));
    const centres = running.map(({ runtime }) => runtime);
    const ready = async () => (stopping ? ['The server is stopping.'] : problemsOf(running));
    const app = createApp({ centres, clock, limits, log, random, ready, trustedProxies });
    registerEmbed(app, settings.embedFolder);
    const painter = openPainter(settings.embedFolder);
    if (painter) registerFirstPaint(app, painter, readBeginnings(settings.embedFolder));
    for (const { config } of centres) {
      neighbours.set(config.apiUrl, (path, request) => app.request(`/centres/${config.id}${path}`, request));
    }
    return {
      app,
      centres,
      stop,
      async listen(options) {
        const listener = await listen(app, options);
        undo.push(() => closeListener(listener, centres));
        // Nobody waits for it: what it finds is for who reads the log.
        for (const centre of centres) void checkPermissions(centre);
        return listener;
      },
    };
  } catch (error) {
    // Why it did not start is what the caller must hear.
    await stop().catch((failure) => log.error('stop-failed', failure));
    throw error;
  }
}

/**
 * Takes back what was started, the last first; a step that fails keeps no other from its turn.
 * @throws What failed: the error itself, or an AggregateError when there are more.
 */
export async function takeBack(undo: Undo): Promise<void> {
  const failures: unknown[] = [];
  for (const step of undo.toReversed()) {
    try {
      await step();
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 1) throw new AggregateError(failures, 'Several parts did not stop as they should.');
  if (failures.length > 0) throw failures[0];
}

async function openPostgres({ database, log }: ServerSettings, undo: Undo): Promise<string> {
  if ('url' in database) return database.url;
  const postgres = await startEmbeddedPostgres({ ...database, log });
  undo.push(() => postgres.stop());
  return postgres.adminUrl;
}

/** The way to partners: those in this process, as soon as they are in `neighbours`, and those outside. */
function openNetwork({ network }: ServerSettings, neighbours: Map<string, LocalCentre>, undo: Undo): Reach {
  const outside = createSafeFetch(network ?? { allowPrivate: false });
  undo.push(() => outside.close());
  return (own) => createPartnerFetch({ own, local: neighbours, remote: outside.fetch });
}

/** Streams never finish by themselves, so they are ended once no new one can come. */
async function closeListener(listener: Listener, centres: readonly CentreRuntime[]): Promise<void> {
  const closed = listener.close();
  for (const centre of centres) closeStreams(centre);
  await closed;
}

/** What stands in the way of doing our work, in words for operators. */
async function problemsOf(centres: readonly RunningCentre[]): Promise<readonly string[]> {
  const problems = centres.map(async ({ jobs, runtime: { config, db } }) => {
    const answers = await db
      .selectFrom('price_type')
      .select('id')
      .limit(1)
      .execute()
      .then(
        () => true,
        () => false,
      );
    return [
      ...(answers ? [] : [`The database of ${config.id} does not answer.`]),
      ...(jobs.alive ? [] : [`The worker of ${config.id} is down.`]),
    ];
  });
  return (await Promise.all(problems)).flat();
}
