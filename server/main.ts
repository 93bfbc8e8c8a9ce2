/**
 * Starts Foyer: `--demo` the demo cluster, otherwise the server that FOYER_CONFIG (foyer.json by default) describes.
 * The only file that reads the environment.
 */
import { readFileSync } from 'node:fs';
import { systemClock } from './adapters/clock.ts';
import { createLog } from './adapters/log.ts';
import { ConfigError, readConfig } from './config.ts';
import { startServer } from './server.ts';
import { toSettings } from './settings.ts';

interface Running {
  stop(): Promise<void>;
}

const log = createLog(systemClock);

async function startConfigured(): Promise<Running> {
  const file = process.env.FOYER_CONFIG ?? 'foyer.json';
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    throw new ConfigError([`${file} cannot be read. Name it in FOYER_CONFIG, or start the demo with --demo.`]);
  }
  const config = readConfig(text, process.env);
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
  process.on('SIGINT', stop);
}

/** One readable line for what an operator can put right; the whole story for what nobody foresaw. */
function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if ('code' in error && error.code === 'EADDRINUSE') return `${error.message}: set PORT to another one.`;
  return error.name === 'Error' || error.name === 'TypeError' ? (error.stack ?? error.message) : error.message;
}

const starting = process.argv.includes('--demo') ? startDemo() : startConfigured();
stopOnSignal(starting);
starting.catch((error: unknown) => {
  process.stderr.write(`${explain(error)}\n`);
  process.exit(1);
});
