import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Disagreement, Statement } from '../../sdk/contract/network/settlement.ts';
import { CliError, type ManageFiles, openManageFiles } from './manage-api.ts';

export const usage = `foyer settlement --partner ID --period YYYY-MM [--out FOLDER] --url URL

  What your centre and a partner owe each other of a month: compared with what the partner has, as PDF, CSV and JSON,
  with the invoice of your commissions (Peppol BIS Billing 3) where both are liable to VAT.

  --partner ID   The other centre.
  --period M     The month, such as 2026-11.
  --out FOLDER   Where the files go; here without it.
  --url URL      Address of your centre's API, such as https://tickets.example/centres/de-brug.
  --token env:N  Your centre's manageToken, in the environment variable N; FOYER_TOKEN without it.

  Exit status: 0 both agree, 1 they do not, or it failed; 2 wrong use.`;

const LACKS: Record<Statement['lacks'][number], string> = {
  'creditor-iban': 'Who is to be paid has told no account number (iban).',
  'our-vat-number': 'Our own VAT number is not configured (vatNumber): no invoice is made.',
  'partner-vat-number': 'The partner has told no VAT number: no invoice is made.',
};

/** `foyer settlement`: writes the statement’s files and says what is in them. */
export async function run(args: readonly string[]): Promise<number> {
  try {
    const { partner, period, out, files } = read(args);
    const path = `/settlements/${encodeURIComponent(partner)}/${encodeURIComponent(period)}`;
    const text = await (await files(`${path}.json`)).text();
    const statement = JSON.parse(text) as Statement;
    const base = join(out, `${partner}-${period}`);
    await mkdir(out, { recursive: true });
    await writeFile(`${base}.json`, text);
    for (const ending of ['csv', 'pdf']) await save(files, `${path}.${ending}`, `${base}.${ending}`);
    tell(statement);
    console.log(`\n${base}.pdf, .csv, .json`);
    await saveInvoice(files, `${path}.xml`, `${base}.xml`);
    return statement.comparison.state === 'agreed' ? 0 : 1;
  } catch (error) {
    if (!(error instanceof CliError)) throw error;
    console.error(`foyer settlement: ${error.message}`);
    return error.status;
  }
}

function read(args: readonly string[]) {
  const text = { type: 'string' } as const;
  let values: { partner?: string; period?: string; out?: string; url?: string; token?: string };
  try {
    const options = { partner: text, period: text, out: text, url: text, token: text };
    values = parseArgs({ args: [...args], options }).values;
  } catch (error) {
    throw new CliError(2, error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error));
  }
  const { partner = '', period = '', out = '.', url, token } = values;
  // They become names of files.
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(partner)) throw new CliError(2, '--partner must be the id of a centre');
  if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(period)) throw new CliError(2, '--period must be a month such as 2026-11');
  return { partner, period, out, files: openManageFiles({ url, token }, process.env) };
}

async function save(files: ManageFiles, path: string, name: string): Promise<void> {
  await writeFile(name, new Uint8Array(await (await files(path)).arrayBuffer()));
}

/** There may be none to make; that is said, and no failure. */
async function saveInvoice(files: ManageFiles, path: string, name: string): Promise<void> {
  try {
    await save(files, path, name);
    console.log(name);
  } catch (error) {
    if (!(error instanceof CliError) || !error.message.includes('[invoice_not_possible]')) throw error;
    console.log(error.message);
  }
}

const euro = (cents: number) => `€ ${(cents / 100).toFixed(2)}`;

function tell({ centre, comparison, lacks, net, partner, transfer }: Statement): void {
  if (transfer) {
    const [payer, paid] = transfer.payer === 'us' ? [centre, partner.party] : [partner.party, centre];
    console.log(`${payer.name} pays ${euro(Math.abs(net.cents))} to ${paid.name}, ${transfer.communication}`);
  } else console.log('Nobody owes anything.');
  for (const one of lacks) console.log(LACKS[one]);
  if (comparison.state === 'agreed') console.log('The partner has exactly the same lines.');
  if (comparison.state === 'unknown') console.log(`The partner could not be asked (${comparison.reason}).`);
  for (const one of comparison.disagreements) console.log(describe(one));
}

function describe(one: Disagreement): string {
  const { kind, performance, place, amount, id } = one.entry;
  const how = one.kind === 'different' ? `differs in ${one.fields.join(', ')}` : one.kind.replace('-', ' ');
  return `${how}: ${kind} ${performance} ${place} ${euro(amount.cents)} (${id})`;
}
