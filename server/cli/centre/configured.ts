import { readFile } from 'node:fs/promises';
import type { Log } from '../../adapters/log.ts';
import { silentLog } from '../../adapters/log.ts';
import { createTicketSigner } from '../../adapters/tickets/index.ts';
import { type CentreConfiguration, type Config, ConfigError, readConfig } from '../../config.ts';
import type { Identity } from '../../features/moving/index.ts';
import { createNetworkKeys, networkSeedOf } from '../../features/network/keys.ts';
import { CliError } from '../manage-api.ts';

/** Of the database's start and stop only what goes wrong is worth a line. */
export const quietLog: Log = {
  ...silentLog,
  error: (event, cause) => console.error(`${event}: ${cause instanceof Error ? cause.message : String(cause)}`),
};

/** @throws CliError when the file cannot be read; ConfigError when it cannot be used. */
export async function readConfiguration(
  file: string | undefined,
  env: Readonly<Record<string, string | undefined>>,
): Promise<Config> {
  const name = file ?? env.FOYER_CONFIG ?? 'foyer.json';
  const text = await readFile(name, 'utf8').catch(() => {
    throw new CliError(2, `${name} cannot be read: name the server's configuration by --config or FOYER_CONFIG`);
  });
  try {
    return readConfig(text, env);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    throw new CliError(2, `${name}: ${error.message}`);
  }
}

/** @throws CliError when the server has no such centre. */
export function centreOf({ centres }: Config, id: string): CentreConfiguration {
  const found = centres.find((centre) => centre.id === id);
  if (found) return found;
  const ids = centres.map((centre) => centre.id).join(', ');
  throw new CliError(2, `the configuration has no centre ${id}; it has ${ids}`);
}

/** Who a configured centre is to its visitors and partners. */
export function identityOf({ publicUrl }: Config, centre: CentreConfiguration): Identity {
  const { keyId, publicKey } = createTicketSigner(centre.ticketSeed);
  const { shown } = createNetworkKeys(centre.networkSeeds ?? [networkSeedOf(centre.ticketSeed)]);
  return {
    centre: { id: centre.id, name: centre.name, apiUrl: `${publicUrl}/centres/${centre.id}` },
    ticketKeys: [{ id: keyId, publicKey }],
    networkKeys: [...shown],
  };
}
