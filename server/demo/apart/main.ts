/**
 * The centre of the demo that stands apart, as a program: a server, a database and a website of its own. Started by
 * `createApart`, which tells it where everything is; it stops when it is told to, and when the demo is gone.
 */
import { clockAhead } from '../../adapters/clock.ts';
import { type Log, silentLog } from '../../adapters/log.ts';
import type { Undo } from '../../centre.ts';
import { takeBack } from '../../server.ts';
import { APART, placeOf } from '../cluster.ts';
import { portOf, startHouse } from '../house.ts';
import { forwardMollie } from '../mollie/remote.ts';
import type { Beginning, Told } from './wire.ts';

const undo: Undo = [];
let stopping = false;

/** @throws Error (rejects) when the demo is gone; a mail is then sent again after the next start. */
function tell(told: Told): Promise<void> {
  return new Promise((resolve, reject) => {
    if (!process.send) return reject(new Error('Nobody started this program.'));
    process.send(told, undefined, undefined, (error) => (error ? reject(error) : resolve()));
  });
}

/** What cannot be told any more need not be. */
const mention = (told: Told): void => void tell(told).catch(() => {});

const log: Log = {
  info: silentLog.info,
  warn: (event, fields = {}) => mention({ kind: 'warned', event, fields }),
  error: (event, cause, fields = {}) => mention({ kind: 'erred', event, cause, fields }),
};

async function begin({ places, dataFolder, embedFolder, mollie, ahead }: Beginning): Promise<void> {
  const { id } = APART.profile;
  const forwarding = forwardMollie(mollie);
  undo.push(() => forwarding.stop());
  const say = (line: string) => mention({ kind: 'said', line });
  const server = await startHouse(
    {
      ...{ centres: [APART], places, dataFolder, embedFolder, log, say },
      clock: clockAhead(ahead),
      database: `postgres-${id}`,
      mailerFrom: (from) => ({ send: (mail) => tell({ kind: 'mail', from, mail }) }),
    },
    undo,
  );
  await server.listen({ port: portOf(placeOf(places, id).api) });
  mention({ kind: 'ready' });
}

async function end(code: number): Promise<void> {
  if (stopping) return;
  stopping = true;
  await takeBack(undo.splice(0)).catch((error: unknown) => log.error('stop-failed', error));
  process.exit(code);
}

process.once('message', (beginning) => {
  begin(beginning as Beginning).catch(async (error: unknown) => {
    await tell({ kind: 'failed', message: error instanceof Error ? error.message : String(error) }).catch(() => {});
    await end(1);
  });
});
process.on('disconnect', () => void end(0));
process.on('SIGTERM', () => void end(0));
// Ctrl-C reaches every process of a terminal at once; the demo says when it is our turn.
process.on('SIGINT', () => {});
