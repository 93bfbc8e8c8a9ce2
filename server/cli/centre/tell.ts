import type { Manifest } from '../../features/moving/index.ts';

/** What is in an archive, a line a table that has something. */
export function tellOf({ centre, tables }: Manifest): readonly string[] {
  const filled = tables.filter(({ rows }) => rows > 0);
  const width = Math.max(0, ...filled.map(({ name }) => name.length));
  const total = filled.reduce((sum, { rows }) => sum + rows, 0);
  return [
    `${centre.name} (${centre.id}): ${total} rows`,
    ...filled.map(({ name, rows }) => `  ${name.padEnd(width)}  ${rows}`),
  ];
}
