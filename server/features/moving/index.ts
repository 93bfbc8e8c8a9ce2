export { type Exported, exportCentre, type Identity } from './export.ts';
export { checkArchive, differences, importCentre } from './import.ts';
export type { Manifest } from './manifest.ts';
export { MovingError } from './moving-error.ts';
export type { AppliedMigration, CentreRows, CentreToFill, MovedTable } from './ports.ts';
