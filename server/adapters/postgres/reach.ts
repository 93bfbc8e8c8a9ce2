import type { Log } from '../log.ts';
import { runningAddress, startEmbeddedPostgres } from './embedded.ts';
import { FolderInUseError } from './lock.ts';

/** A database within reach until `leave`. */
export interface ReachedDatabase {
  /** Address with the maintenance role. */
  readonly adminUrl: string;
  leave(): Promise<void>;
}

/**
 * Goes to a database that may be in use by a server: the operator's, or our own in a folder, which is started when
 * nobody runs it.
 */
export async function reachDatabase(
  where: { readonly url: string } | { readonly folder: string },
  log: Log,
): Promise<ReachedDatabase> {
  if ('url' in where) return { adminUrl: where.url, leave: async () => {} };
  try {
    const postgres = await startEmbeddedPostgres({ ...where, log });
    return { adminUrl: postgres.adminUrl, leave: () => postgres.stop() };
  } catch (error) {
    const adminUrl = error instanceof FolderInUseError ? runningAddress(where.folder) : undefined;
    if (adminUrl === undefined) throw error;
    return { adminUrl, leave: async () => {} };
  }
}
