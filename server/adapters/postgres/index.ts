export { type DatabaseOptions, FOREVER, openDatabase, openPool } from './database.ts';
export { type EmbeddedOptions, type EmbeddedPostgres, startEmbeddedPostgres } from './embedded.ts';
export { FolderInUseError } from './lock.ts';
export { type CentreNames, centreNames } from './names.ts';
export { type ProvisionedCentre, provisionCentre } from './provision.ts';
export { assertHumbleRole } from './self-test.ts';
export type { Database, DatabaseTransaction, Tables } from './tables.ts';
