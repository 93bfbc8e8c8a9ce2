import { parseArgs } from 'node:util';
import { priceListSchema } from '../../../sdk/contract/prices/price-list.ts';
import { CliError, openManageApi } from '../manage-api.ts';
import { describeProblem, readJsonFile } from './json-file.ts';

export const usage = `foyer prices put FILE --url URL [--token env:N]

  FILE           A price list that \`foyer prices check\` finds good. From now on it holds: what is in carts is priced anew,
                 what was ordered stays as it was.
  --url URL      Address of your centre's API, such as https://tickets.example/centres/de-brug.
  --token env:N  Your centre's manageToken, in the environment variable N; FOYER_TOKEN without it.

  Exit status: 0 it holds, 1 refused or failed, 2 wrong use.`;

/** `foyer prices put`: lets a price list hold at a centre. */
export async function run(args: readonly string[]): Promise<number> {
  try {
    await put(args);
    return 0;
  } catch (error) {
    if (!(error instanceof CliError)) throw error;
    console.error(`foyer prices put: ${error.message}`);
    return error.status;
  }
}

async function put(args: readonly string[]): Promise<void> {
  const { file, token, url } = readWords(args);
  const api = openManageApi({ url, token }, process.env);
  const read = await readJsonFile(file, 'price list', priceListSchema);
  if ('problems' in read) throw new CliError(1, read.problems.map(describeProblem).join('\n'));
  await api('PUT', '/price-list', read.value);
  console.log(`${file}: holds from now on`);
}

function readWords(args: readonly string[]) {
  const options = { url: { type: 'string' }, token: { type: 'string' } } as const;
  try {
    const { positionals, values } = parseArgs({ args: [...args], options, allowPositionals: true });
    const [file, ...rest] = positionals;
    if (file !== undefined && rest.length === 0) return { file, url: values.url, token: values.token };
  } catch (error) {
    throw new CliError(2, error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error));
  }
  throw new CliError(2, `one file is needed\n\n${usage}`);
}
