import { publicPriceListSchema, type WrittenPriceList } from '../../../sdk/contract/prices/price-list.ts';
import { CliError } from '../manage-api.ts';
import { describeProblem, type JsonFile, readJsonFile, readJsonText } from './json-file.ts';

/** Far larger than any price list. */
const MAX_BYTES = 5_000_000;
const MAX_WAIT = 15_000;

/**
 * Another centre's price list: from a file, or from its API, which tells everybody its public one.
 * @throws CliError
 */
export async function readOtherList(from: string): Promise<WrittenPriceList> {
  const read = /^https?:/i.test(from)
    ? readJsonText(await fetchList(addressOf(from)), 'price list', publicPriceListSchema)
    : await readJsonFile(from, 'price list', publicPriceListSchema);
  return writtenList(from, read);
}

/**
 * A list as it was written, without the defaults.
 * @throws CliError with everything that is wrong with it.
 */
export function writtenList(name: string, read: JsonFile<unknown>): WrittenPriceList {
  // The schema has vouched for what was written.
  if ('written' in read) return read.written as unknown as WrittenPriceList;
  throw new CliError(
    1,
    `${name} is not a good price list\n${read.problems.map((one) => `  ${describeProblem(one)}`).join('\n')}`,
  );
}

const isLoopback = ({ hostname }: URL) => ['localhost', '127.0.0.1', '[::1]'].includes(hostname);

/** The list of the centre whose API it is; the address may name the list itself too. */
function addressOf(from: string): URL {
  if (!URL.canParse(from)) throw new CliError(2, `${from} is no address`);
  const url = new URL(from);
  if (url.protocol !== 'https:' && !isLoopback(url))
    throw new CliError(2, `${url.origin} is not asked: it is not https`);
  if (url.username || url.password) throw new CliError(2, 'an address with a password in it is not asked');
  if (!/\/price-list$|\.json$/.test(url.pathname)) url.pathname = `${url.pathname.replace(/\/+$/, '')}/price-list`;
  return url;
}

async function fetchList(url: URL): Promise<string> {
  const signal = AbortSignal.timeout(MAX_WAIT);
  const answer = await fetch(url, { redirect: 'error', signal, headers: { Accept: 'application/json' } }).catch(() => {
    throw new CliError(1, `${url.origin} cannot be reached`);
  });
  if (!answer.ok) throw new CliError(1, `${url.href} answered ${answer.status}, not with a price list`);
  return readUpTo(answer, url).catch((error: unknown) => {
    if (error instanceof CliError) throw error;
    throw new CliError(1, `${url.origin} stopped answering`);
  });
}

/** The text of an answer, which is not read further than a list can be long. */
async function readUpTo(answer: Response, url: URL): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of answer.body ?? []) {
    bytes += chunk.length;
    if (bytes > MAX_BYTES) throw new CliError(1, `${url.href} is larger than any price list (${MAX_BYTES} bytes)`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
