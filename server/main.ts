/**
 * Starts Foyer: `--demo` the demo cluster, otherwise the server that FOYER_CONFIG (foyer.json by default) describes, in
 * this process or, by `--processes 3`, in so many behind one port and on one database.
 * The only file that reads the environment.
 */
import cluster from 'node:cluster';
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { systemClock } from './adapters/clock.ts';
import { createLog } from './adapters/log.ts';
import { reachDatabase } from './adapters/postgres/index.ts';
import { type Config, ConfigError, readConfig } from './config.ts';
import { startProcesses } from './processes.ts';
import { startServer } from './server.ts';
import { toSettings } from './settings.ts';

interface Running {
  stop(): Promise<void>;
}

const log = createLog(systemClock);
/** More on one machine than this is a slip of the finger. */
const MOST_PROCESSES = 64;

function readConfigured(): Config {
  const file = process.env.FOYER_CONFIG ?? 'foyer.json';
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    throw new ConfigError([`${file} cannot be read. Name it in FOYER_CONFIG, or start the demo with --demo.`]);
  }
  return readConfig(text, process.env);
}

async function startConfigured(): Promise<Running> {
  const config = readConfigured();
  const server = await startServer(toSettings(config, log));
  try {
    const { port } = await server.listen(config);
    log.info('server-listening', { host: config.host, port });
  } catch (error) {
    await server.stop();
    throw error;
  }
  return server;
}

/** Every process gets the same configuration; the database, when it is our own, is run here for all of them. */
async function startSeveral(count: number): Promise<Running> {
  const { database, host } = readConfigured();
  const { adminUrl, leave } = await reachDatabase(database, log);
  try {
    const env = { DATABASE_URL: adminUrl };
    const processes = await startProcesses({ count, program: import.meta.filename, env, log });
    log.info('cluster-listening', { host, port: processes.port, processes: count });
    return { stop: () => processes.stop().finally(leave) };
  } catch (error) {
    await leave();
    throw error;
  }
}

async function startDemo(): Promise<Running> {
  const demo = await import('./demo/main.ts');
  const port = Number(process.env.PORT ?? 4000);
  const last = 65_536 - demo.DOORS;
  if (!Number.isInteger(port) || port < 1 || port > last) {
    throw new ConfigError([`PORT must be a whole number from 1 to ${last}; it is “${process.env.PORT}”.`]);
  }
  return demo.startDemo({ port, dataFolder: '.data/demo', log });
}

/** Stops once, calmly, also while still starting; a second signal ends at once. */
function stopOnSignal(starting: Promise<Running>): void {
  let stopping = false;
  const stop = (signal: NodeJS.Signals) => {
    if (stopping) process.exit(1);
    stopping = true;
    log.info('server-stopping', { signal });
    starting
      .then((running) => running.stop())
      .then(
        () => process.exit(0),
        (error: unknown) => {
          log.error('server-stop-failed', error);
          process.exit(1);
        },
      );
  };
  process.on('SIGTERM', stop);
  // Ctrl-C reaches every process of a terminal at once; one of several is told by the first when it is its turn.
  process.on('SIGINT', cluster.isWorker ? () => {} : stop);
}

/** One readable line for what an operator can put right; the whole story for what nobody foresaw. */
function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if ('code' in error && error.code === 'EADDRINUSE') return `${error.message}: set PORT to another one.`;
  if ('code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')) return error.message;
  return error.name === 'Error' || error.name === 'TypeError' ? (error.stack ?? error.message) : error.message;
}

/** What the command line asks for. */
async function start(): Promise<Running> {
  const { values } = parseArgs({ options: { demo: { type: 'boolean' }, processes: { type: 'string' } } });
  if (values.demo) return startDemo();
  if (values.processes === undefined) return startConfigured();
  const count = Number(values.processes);
  if (!Number.isInteger(count) || count < 1 || count > MOST_PROCESSES) {
    throw new ConfigError([
      `--processes must be a whole number from 1 to ${MOST_PROCESSES}; it is “${values.processes}”.`,
    ]);
  }
  return startSeveral(count);
}

const starting = start();
stopOnSignal(starting);
starting.catch((error: unknown) => {
  process.stderr.write(`${explain(error)}\n`);
  process.exit(1);
});
