import { systemClock } from '../../adapters/clock.ts';
import { placeOf, reachDatabase, readOut } from '../../adapters/postgres/index.ts';
import { exportCentre } from '../../features/moving/index.ts';
import { centreOf, identityOf, quietLog, readConfiguration } from './configured.ts';
import { movingCommand } from './moving-command.ts';
import { tellOf } from './tell.ts';

/** `foyer centre export`: everything a centre has, in a folder of readable files. */
export const command = movingCommand({
  name: 'export',
  usage: `--centre ID --out FOLDER [--config FILE]

  Writes everything a centre has (plans, programme, prices, orders, customers, tickets, payments, books, agreements and
  what is left to do) into a new folder: a file of JSON lines a table, and a manifest with counts and hashes. The server
  may run meanwhile; what it sells after this moment is not in it.

  --centre ID    The centre.
  --out FOLDER   Where to; a folder that is new or empty.`,
  words: 0,
  async run({ centre: id, out, config: file }) {
    const config = await readConfiguration(file, process.env);
    const centre = centreOf(config, id);
    const reached = await reachDatabase(config.database, quietLog);
    try {
      const place = placeOf(reached.adminUrl, { id, password: centre.databasePassword });
      const { connected, ...exported } = await readOut(place.url, place, async (source) => ({
        connected: source.connected,
        ...(await exportCentre(out, source, identityOf(config, centre), systemClock.now())),
      }));
      for (const line of tellOf(exported.manifest)) console.log(line);
      console.log(`${out}: complete, SHA-256 ${exported.sha256}`);
      console.log('It has personal data of customers: keep it as you keep the database.');
      console.log('Secrets are not in it (keys, tokens, passwords), nor pictures: move the configuration with it.');
      if (connected > 0) console.log('warning: the centre is still at work; what it sells from now on is not in it.');
    } finally {
      await reached.leave();
    }
  },
});
