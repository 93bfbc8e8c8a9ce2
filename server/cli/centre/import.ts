import { fill, provisionCentre, reachDatabase, readMigrations } from '../../adapters/postgres/index.ts';
import { checkArchive, differences, importCentre } from '../../features/moving/index.ts';
import { centreOf, identityOf, quietLog, readConfiguration } from './configured.ts';
import { movingCommand } from './moving-command.ts';
import { tellOf } from './tell.ts';

/** `foyer centre import`: makes an empty centre what an archive says. */
export const command = movingCommand({
  name: 'import',
  usage: `FOLDER [--config FILE]

  Reads what \`foyer centre export\` wrote into the centre of the same id, which must be in the configuration, have
  nothing yet and not be at work. All of it or nothing; what the database has afterwards is compared with the archive.

  FOLDER         The archive.`,
  words: 1,
  async run({ config: file }, [folder = '']) {
    const config = await readConfiguration(file, process.env);
    const manifest = await checkArchive(folder, readMigrations());
    const { id } = manifest.centre;
    const centre = centreOf(config, id);
    const reached = await reachDatabase(config.database, quietLog);
    try {
      const place = await provisionCentre(reached.adminUrl, { id, password: centre.databasePassword });
      await fill(reached.adminUrl, place, (target) => importCentre(folder, manifest, target));
    } finally {
      await reached.leave();
    }
    for (const line of tellOf(manifest)) console.log(line);
    console.log(`${id}: complete, and the same as the archive by counts and hashes`);
    for (const one of differences(manifest, identityOf(config, centre))) console.log(`warning: ${one}`);
  },
});
