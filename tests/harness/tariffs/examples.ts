import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { type PriceList, priceListSchema } from '../../../sdk/contract/prices/price-list.ts';
import { reasonSchema } from '../../../sdk/contract/prices/reasons.ts';
import type { CartFile, WrittenCartFile } from '../../../server/cli/prices/cart-file.ts';
import { cartFileSchema } from '../../../server/cli/prices/cart-file.ts';
import { type Expected, expectedOf } from './expected.ts';
import { type Row, type Section, sectionsOf } from './markdown.ts';
import { cents, instant, words } from './values.ts';

/** One worked example: what is bought, and what somebody worked out by hand that it costs. */
export interface Example {
  /** Its number and title in the file, such as `3. Under 26 pays half`. */
  readonly title: string;
  readonly situation: string;
  readonly cart: CartFile;
  readonly expected: Expected;
}

/** A centre's price list with the examples that explain it. */
export interface Tariff {
  /** Of the files, such as `de-wilg`. */
  readonly id: string;
  /** Path of the price list. */
  readonly file: string;
  readonly list: PriceList;
  readonly examples: readonly Example[];
}

const FOLDER = 'tests/fixtures/tariffs';

/** Every tariff with its examples, as they stand in tests/fixtures/tariffs. */
export function tariffs(): Tariff[] {
  return globSync(`${FOLDER}/*.md`)
    .filter((path) => basename(path) !== 'README.md')
    .sort()
    .map(tariffOf);
}

function tariffOf(path: string): Tariff {
  const file = path.replace(/\.md$/, '.json');
  const sections = sectionsOf(readFileSync(path, 'utf8'));
  const named = (title: string) => sections.find((section) => section.title === title)?.rows ?? [];
  const performances = performancesOf(named('Performances'), named('Prices'));
  const names = namesOf(named('Price types'));
  const centre = sections[0]?.items.find(([name]) => name === 'centre')?.[1];
  return {
    id: basename(path, '.md'),
    file,
    list: priceListSchema.parse(JSON.parse(readFileSync(file, 'utf8'))),
    examples: sections
      .filter(({ level }) => level === 3)
      .map((section) => exampleOf(section, performances, names, centre)),
  };
}

type Performances = WrittenCartFile['performances'];

function performancesOf(rows: readonly Row[], prices: readonly Row[]): Performances {
  return Object.fromEntries(
    rows.map(({ fee, genre, performance = '', starts, tags, 'on sale': onSale }) => [
      performance,
      {
        starts: instant(starts),
        onSale: instant(onSale),
        genre: genre ?? 'theater',
        tags: words(tags),
        ...(fee && { fee: cents(fee) }),
        prices: pricesOf(prices.filter((row) => row.performance === performance)),
      },
    ]),
  );
}

/** By zone, the price of every type that has one. */
function pricesOf(rows: readonly Row[]): Performances[string]['prices'] {
  return Object.fromEntries(
    rows.map(({ performance: _, zone = '', ...types }) => [
      zone,
      Object.fromEntries(Object.entries(types).flatMap(([type, euro]) => (euro ? [[type, cents(euro)]] : []))),
    ]),
  );
}

const namesOf = (rows: readonly Row[]) =>
  Object.fromEntries(rows.map(({ nl = '', fr, en, de, 'price type': id = '' }) => [id, { nl, fr, en, de }]));

function exampleOf(
  section: Section,
  performances: Performances,
  priceTypes: WrittenCartFile['priceTypes'],
  centre: string | undefined,
): Example {
  const items = (name: string) => section.items.flatMap(([key, value]) => (key === name ? [value] : []));
  const used = new Set(section.rows.map(({ performance }) => performance));
  const cart: WrittenCartFile = {
    centre,
    at: instant(items('bought')[0]),
    channel: (items('channel')[0] ?? 'web') as CartFile['channel'],
    performances: Object.fromEntries(Object.entries(performances).filter(([id]) => used.has(id))),
    priceTypes: priceTypes ?? {},
    places: section.rows.map(placeOf),
    subscriptions: items('subscription').map(subscriptionOf),
    codes: items('code').map((value) => part(value)),
    passes: items('pass').map(passOf),
    products: items('product').map(productOf),
    bundles: items('bundle').map(bundleOf),
  };
  const parsed = cartFileSchema.safeParse(cart);
  if (!parsed.success) throw new Error(`${section.title}: ${parsed.error.message}`);
  return { title: section.title, situation: situationOf(section), cart: parsed.data, expected: expectedOf(section) };
}

const situationOf = ({ text }: Section) => text.replace(/\*\*Total.*$/, '').trim();

/** What stands before the arrow: what is bought, not what it is expected to cost. */
const part = (value: string) => (value.split('→')[0] ?? '').trim();

function placeOf({ because, born, performance = '', place = '', type, visit, zone }: Row) {
  const [id = '', count] = place.split(' ×');
  return {
    id,
    performance,
    count: Number(count ?? 1),
    ...(zone && { zone }),
    ...(type && { priceType: type }),
    ...(born && { born: Number(born) }),
    ...(visit && { visit }),
    ...(because?.includes(':') && { settled: settledOf(because) }),
  };
}

/** A price that UiTPAS or a partner decided is given, not worked out: its steps are those that are expected. */
const settledOf = (because: string) =>
  because.split(',').map((step) => {
    const [name = '', amount = ''] = step.trim().split(' ');
    const [id = '', kind = 'price'] = name.split(':').toReversed();
    return { kind: reasonSchema.shape.kind.parse(kind), id, cents: cents(amount) };
  });

/** `keuze for Griet: a b c`. */
function subscriptionOf(value: string) {
  const [, formula = '', holder = '', places] = /^([a-z0-9-]+)(?: for ([^:]+))?: (.*)$/.exec(part(value)) ?? [];
  return { formula, holder, places: words(places) };
}

/** `vriend for 2 as CODE`. */
function passOf(value: string) {
  const [, formula = '', people, code] = /^([a-z0-9-]+)(?: for (\d+))?(?: as (\S+))?$/.exec(part(value)) ?? [];
  return { formula, ...(people && { people: Number(people) }), ...(code && { code }) };
}

/** `2 × gift of 12.50`. */
function productOf(value: string) {
  const [, quantity, product = '', chosen] = /^(\d+) × ([a-z0-9-]+)(?: of (\S+))?$/.exec(part(value)) ?? [];
  return { product, quantity: Number(quantity), ...(chosen && { cents: cents(chosen) }) };
}

/** `streek of 4: a b`, `pass podiumpas of 1: a`. */
function bundleOf(value: string) {
  const [, pass, formula = '', size, places] = /^(pass )?([a-z0-9-]+) of (\d+): (.*)$/.exec(part(value)) ?? [];
  return { formula, kind: pass ? ('pass' as const) : undefined, size: Number(size), places: words(places) };
}
