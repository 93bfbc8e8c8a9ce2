import { createHash, type Hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import type { TableSummary } from './manifest.ts';
import { MovingError } from './moving-error.ts';

/** What rows amount to, wherever they are. */
export type Tally = Pick<TableSummary, 'rows' | 'sha256'>;

const NEWLINE = 0x0a;
/** Lines that are handed on together: so many, or so many characters if that comes first. */
const MOST_LINES = 500;
const MOST_CHARACTERS = 1_000_000;

export const fileOf = (table: string): string => `${table}.ndjson`;

/** Counts and hashes rows as they stand in a file. */
function createTally() {
  const hash: Hash = createHash('sha256');
  let rows = 0;
  return {
    add(lines: readonly string[]) {
      rows += lines.length;
      for (const line of lines) hash.update(line).update('\n');
    },
    end: (): Tally => ({ rows, sha256: hash.digest('hex') }),
  };
}

/** Counts and hashes rows without keeping any. */
export async function tallyOf(pages: AsyncIterable<readonly string[]>): Promise<Tally> {
  const tally = createTally();
  for await (const page of pages) tally.add(page);
  return tally.end();
}

/** Writes rows to their table's file, a line each, never more of them in memory than a page. */
export async function writeTable(
  folder: string,
  table: string,
  pages: AsyncIterable<readonly string[]>,
): Promise<Tally> {
  await using file = await open(join(folder, fileOf(table)), 'wx', 0o600);
  const tally = createTally();
  for await (const page of pages) {
    tally.add(page);
    await file.appendFile(page.map((line) => `${line}\n`).join(''));
  }
  await file.sync();
  return tally.end();
}

/**
 * Reads a table's file page by page.
 * @throws MovingError when it cannot be read, or ends in the middle of a line.
 */
export async function* readTable(folder: string, table: string): AsyncGenerator<readonly string[], void> {
  let page: string[] = [];
  let characters = 0;
  for await (const line of linesOf(folder, table)) {
    page.push(line);
    characters += line.length;
    if (page.length < MOST_LINES && characters < MOST_CHARACTERS) continue;
    yield page;
    page = [];
    characters = 0;
  }
  if (page.length > 0) yield page;
}

// Node's readline also ends lines at characters that JSON may have in its texts.
async function* linesOf(folder: string, table: string): AsyncGenerator<string, void> {
  let rest: Buffer[] = [];
  try {
    for await (const chunk of createReadStream(join(folder, fileOf(table))) as AsyncIterable<Buffer>) {
      let start = 0;
      for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, start)) {
        yield Buffer.concat([...rest, chunk.subarray(start, end)]).toString('utf8');
        rest = [];
        start = end + 1;
      }
      rest.push(chunk.subarray(start));
    }
  } catch (cause) {
    throw new MovingError(`${fileOf(table)}: cannot be read: the archive is not complete`, { cause });
  }
  if (rest.some(({ length }) => length > 0)) throw new MovingError(`${fileOf(table)}: ends in the middle of a row`);
}

/** @throws MovingError that says what is wrong with which file of the archive. */
export async function checkTable(folder: string, { name, rows, sha256 }: TableSummary): Promise<void> {
  const found = await tallyOf(readTable(folder, name));
  if (found.rows !== rows) {
    throw new MovingError(`${fileOf(name)}: has ${found.rows} rows, and ${rows} by the manifest`);
  }
  if (found.sha256 !== sha256) {
    throw new MovingError(`${fileOf(name)}: damaged: its SHA-256 is not the manifest's`);
  }
}
