import { parseArgs } from 'node:util';
import { instantSchema } from '../../../sdk/contract/identifiers.ts';
import { priceListSchema } from '../../../sdk/contract/prices/price-list.ts';
import { type Language, languageSchema } from '../../../sdk/contract/text.ts';
import { checkPriceList } from '../../../sdk/model/pricing/check-list.ts';
import { priceCart } from '../../../sdk/model/pricing/index.ts';
import { CliError } from '../manage-api.ts';
import { cartFileSchema } from './cart-file.ts';
import { describeProblem, type FileProblem, readJsonFile } from './json-file.ts';
import { requestOf } from './request.ts';
import { tellPrices } from './tell.ts';

export const usage = `foyer prices try FILE --cart CART [--language nl] [--at INSTANT]

  Prices a cart by a price list and says of every place what it costs and why.

  FILE           A centre's price list (JSON).
  --cart CART    What is bought (JSON): performances with their prices, places, and what else the price hangs on:
                 { "performances": { "hamlet": { "starts": "2026-12-04T20:00:00+01:00", "tags": ["theater"],
                     "prices": { "rang-1": { "normaal": 2400, "jong": 1200 } } } },
                   "places": [{ "id": "a", "performance": "hamlet", "count": 2, "born": 2004 }],
                   "subscriptions": [{ "formula": "keuze", "holder": "Griet", "places": ["a.1"] }],
                   "codes": ["ZOMER"], "passes": [{ "formula": "vriend" }],
                   "products": [{ "product": "glas", "quantity": 2 }], "channel": "counter" }
  --language L   nl (without it), fr, en or de.
  --at INSTANT   When it is bought, such as 2026-10-01T12:00:00+02:00; as the cart says, or now, without it.

  Exit status: 0 priced, 1 a file is not good, 2 wrong use.`;

/** `foyer prices try`: prints what a cart costs by a price list, and why. */
export async function run(args: readonly string[]): Promise<number> {
  try {
    console.log(await priced(read(args)));
    return 0;
  } catch (error) {
    if (!(error instanceof CliError)) throw error;
    console.error(`foyer prices try: ${error.message}${error.status === 2 ? `\n\n${usage}` : ''}`);
    return error.status;
  }
}

interface Asked {
  readonly file: string;
  readonly cart: string;
  readonly language: Language;
  readonly at: string | undefined;
}

function read(args: readonly string[]): Asked {
  const text = { type: 'string' } as const;
  const options = { cart: text, language: text, at: text };
  let parsed: ReturnType<typeof parseArgs<{ options: typeof options; allowPositionals: true; args: string[] }>>;
  try {
    parsed = parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    throw new CliError(2, error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error));
  }
  const { at, cart, language = 'nl' } = parsed.values;
  const [file, ...more] = parsed.positionals;
  const known = languageSchema.safeParse(language);
  if (file === undefined || more.length > 0) throw new CliError(2, 'one price list is needed');
  if (cart === undefined) throw new CliError(2, '--cart must name a file');
  if (!known.success) throw new CliError(2, '--language must be nl, fr, en or de');
  if (at !== undefined && !instantSchema.safeParse(at).success) {
    throw new CliError(2, '--at must be a moment with its offset, such as 2026-10-01T12:00:00+02:00');
  }
  return { file, cart, language: known.data, at };
}

/** @throws CliError with everything that is wrong in either file. */
async function priced({ at, cart: cartPath, file, language }: Asked): Promise<string> {
  const list = await readJsonFile(file, 'price list', priceListSchema);
  if ('problems' in list) throw notGood(file, list.problems);
  const errors = checkPriceList(list.value).filter(({ level }) => level === 'error');
  if (errors.length > 0)
    throw notGood(
      file,
      errors.map((error) => ({ ...error, line: list.lineOf(error.path) })),
    );
  const cart = await readJsonFile(cartPath, 'cart', cartFileSchema);
  if ('problems' in cart) throw notGood(cartPath, cart.problems);
  const request = requestOf(list.value, at === undefined ? cart.value : { ...cart.value, at }, Date.now());
  if (!('lines' in request)) {
    throw notGood(
      cartPath,
      request.map((problem) => ({ ...problem, line: cart.lineOf(problem.path) })),
    );
  }
  return tellPrices(request, priceCart(request), language);
}

function notGood(file: string, problems: readonly FileProblem[]): CliError {
  return new CliError(1, `${file} is not good\n${problems.map((one) => `  ${describeProblem(one)}`).join('\n')}`);
}
