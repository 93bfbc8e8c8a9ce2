import { type PriceList, priceListSchema } from '../../../sdk/contract/prices/price-list.ts';
import { checkPriceList } from '../../../sdk/model/pricing/check-list.ts';
import { describeProblem, type FileProblem, readJsonFile } from './json-file.ts';

export const usage = `foyer prices check FILE

  FILE  A centre's price list (JSON). Says what is in it, or everything that is wrong, with its line and path and what to
        do about it. Warnings are of what is allowed but rarely meant, such as a rule that is never used.

  Exit status: 0 a good list (perhaps with warnings), 1 not, 2 wrong use.`;

/** `foyer prices check`: says what is in a price list, or every error and warning. */
export async function run(args: readonly string[]): Promise<number> {
  const [file, ...rest] = args;
  if (file === undefined || rest.length > 0 || file.startsWith('--')) {
    console.error(`foyer prices check: one file is needed\n\n${usage}`);
    return 2;
  }
  const read = await readJsonFile(file, 'price list', priceListSchema);
  if ('problems' in read) return refuse(file, read.problems);
  const found = checkPriceList(read.value).map((problem) => ({ ...problem, line: read.lineOf(problem.path) }));
  const errors = found.filter(({ level }) => level === 'error');
  const warnings = found.filter(({ level }) => level === 'warning');
  if (errors.length > 0) refuse(file, errors);
  else console.log(`${file}: a good price list\n  ${describeList(read.value)}`);
  if (warnings.length > 0) console.log(tell('warning', warnings));
  return errors.length > 0 ? 1 : 0;
}

function refuse(file: string, problems: readonly FileProblem[]): number {
  console.log(`${file}: not a good price list\n${tell('error', problems)}`);
  return 1;
}

/** As many as somebody reads; the rest is counted. */
const TOLD = 100;

function tell(level: string, problems: readonly (FileProblem & { readonly code?: string })[]): string {
  const lines = problems
    .slice(0, TOLD)
    .map((problem) => `  ${describeProblem(problem)}${problem.code ? ` [${problem.code}]` : ''}`);
  const more = problems.length > TOLD ? [`  … and ${problems.length - TOLD} more`] : [];
  return [count(problems.length, level), ...lines, ...more].join('\n');
}

const count = (number: number, one: string, many = `${one}s`) => `${number} ${number === 1 ? one : many}`;

function describeList({ access, groups, passes, products, rules, subscriptions, vat }: PriceList): string {
  return [
    `${count(rules.length, 'rule')} in ${count(groups.length, 'group')}`,
    count(subscriptions.length, 'subscription'),
    count(passes.length, 'pass', 'passes'),
    count(products.length, 'product'),
    `${count(access.length, 'price type')} not for everybody`,
    `${count(vat.length, 'rule')} of VAT`,
  ].join(', ');
}
