import { rename, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { priceListSchema, type WrittenPriceList } from '../../../sdk/contract/prices/price-list.ts';
import { checkPriceList } from '../../../sdk/model/pricing/check-list.ts';
import { type Imported, type ImportStep, importInto } from '../../../sdk/model/pricing/import-list.ts';
import { CliError } from '../manage-api.ts';
import { harmless } from './columns.ts';
import { readJsonFile } from './json-file.ts';
import { readOtherList, writtenList } from './other-list.ts';

export const usage = `foyer prices import FILE --from OTHER --only ID[,ID] [--look]

  Copies what another centre has into your own price list: a copy that is yours from then on, and that the other centre
  does not change. Brings what it needs, such as the pass of a price type, and renames what clashes.

  FILE         Your price list (JSON); written anew.
  --from OTHER A price list of another centre: a file, or the address of its API, such as
               https://tickets.example/centres/de-brug. Rules that ask for a code are never public.
  --only IDS   Rules, subscriptions, passes, products, or price types that are not for everybody.
  --look       Only says what would be copied.

  Exit status: 0 done, 1 a list is not good or lacks it, 2 wrong use. After 1 and 2 your file is as it was.`;

/** `foyer prices import`: copies another centre's formulas into one's own list. */
export async function run(args: readonly string[]): Promise<number> {
  try {
    await copy(read(args));
    return 0;
  } catch (error) {
    if (!(error instanceof CliError)) throw error;
    console.error(`foyer prices import: ${error.message}${error.status === 2 ? `\n\n${usage}` : ''}`);
    return error.status;
  }
}

function read(args: readonly string[]) {
  const options = { from: { type: 'string' }, only: { type: 'string' }, look: { type: 'boolean' } } as const;
  let parsed: ReturnType<typeof parseArgs<{ options: typeof options; allowPositionals: true; args: string[] }>>;
  try {
    parsed = parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    throw new CliError(2, error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error));
  }
  const { from, look = false, only = '' } = parsed.values;
  const [file, ...more] = parsed.positionals;
  const ids = only
    .split(',')
    .map((id) => id.trim())
    .filter(Boolean);
  if (file === undefined || more.length > 0) throw new CliError(2, 'one price list is needed, your own');
  if (from === undefined) throw new CliError(2, '--from must name the other centre’s list');
  if (ids.length === 0) throw new CliError(2, '--only must say what is copied');
  return { file, from, ids, look };
}

/** @throws CliError when nothing was written. */
async function copy({ file, from, ids, look }: ReturnType<typeof read>): Promise<void> {
  const mine = writtenList(file, await readJsonFile(file, 'price list', priceListSchema));
  const imported = importInto(mine, await readOtherList(from), ids);
  if (imported.missing.length > 0) {
    throw new CliError(1, `${harmless(from)} has nothing called ${imported.missing.map(harmless).join(', ')}`);
  }
  refuseMistakes(mine, imported.list);
  if (!look) await save(file, imported.list);
  console.log([`${file}${look ? ' would have' : ''}`, ...tell(imported)].join('\n'));
}

/** A list that was good stays good; mistakes it had already are not the import's. */
function refuseMistakes(mine: WrittenPriceList, list: WrittenPriceList): void {
  const parsed = priceListSchema.safeParse(list);
  if (!parsed.success) throw new CliError(1, `the list would be too long: ${parsed.error.issues[0]?.message ?? ''}`);
  const before = new Set(checkPriceList(priceListSchema.parse(mine)).map(({ code, path }) => `${code} ${path}`));
  const made = checkPriceList(parsed.data).filter(
    ({ code, level, path }) => level === 'error' && !before.has(`${code} ${path}`),
  );
  if (made.length === 0) return;
  throw new CliError(
    1,
    `your list would not be good any more\n${made.map(({ message, path }) => `  ${path}: ${message}`).join('\n')}`,
  );
}

/** Whole or not at all: a file that is being written is never what somebody else reads. */
async function save(file: string, list: WrittenPriceList): Promise<void> {
  const draft = `${file}.new`;
  try {
    await writeFile(draft, `${JSON.stringify(list, null, 2)}\n`);
    await rename(draft, file);
  } catch (error) {
    throw new CliError(1, `${file} cannot be written (${error instanceof Error ? error.message : String(error)})`);
  }
}

const WHAT: Readonly<Record<ImportStep['kind'], string>> = {
  rules: 'rule',
  subscriptions: 'subscription',
  passes: 'pass',
  products: 'product',
  access: 'who may have price type',
  groups: 'group',
};

function tellStep({ done, id, kind, was }: ImportStep): string {
  const what = `${WHAT[kind]} ${id}`;
  if (done === 'same-already') return `  is there already, the same: ${what}`;
  if (done === 'group-made') return `  new, as the last: ${what}`;
  const name = was === undefined ? '' : ` (called ${was} there; that name was taken here)`;
  return `  ${done === 'brought' ? 'brought, because it is needed' : 'copied'}: ${what}${name}`;
}

const tell = ({ names, steps }: Imported): string[] => [
  ...steps.map(tellStep),
  ...names.flatMap(({ id, names: all }) =>
    Object.entries(all).map(
      ([kind, values]) => `  see that they mean the same here: ${kind} of ${id}: ${values.join(', ')}`,
    ),
  ),
];
