import type { Section } from './markdown.ts';
import { cents } from './values.ts';

/** One step on the way to a price: the id of its price type, rule or formula, and cents. */
export type Step = readonly [id: string, cents: number];

/** What an example says that comes out. */
export interface Expected {
  /** By the name of the place. */
  readonly lines: Readonly<Record<string, { readonly cents: number; readonly why: readonly Step[] }>>;
  /** By the name of the place, where the example says the tax. */
  readonly vat: Readonly<Record<string, string>>;
  readonly products: readonly number[];
  readonly fees: readonly Step[];
  /** In the order of the subscriptions: what each is said to be. */
  readonly subscriptions: readonly string[];
  /** Of every code that was given, whether it made something cheaper. */
  readonly codes: readonly boolean[];
  readonly total: number;
  /** Places given back together, and what is paid back for them; null where they are not taken back. */
  readonly returns: readonly { readonly places: readonly string[]; readonly cents: number | null }[];
}

const after = (value: string) => value.split('→')[1]?.trim() ?? '';

/** What a section of the file says that comes out of it. */
export function expectedOf(section: Section): Expected {
  const items = (name: string) => section.items.flatMap(([key, value]) => (key === name ? [value] : []));
  const rows = section.rows.flatMap((row) => namesOf(row.place ?? '').map((name) => ({ name, row })));
  const total = /\*\*Total (\S+)\*\*/.exec(section.text)?.[1];
  if (total === undefined) throw new Error(`${section.title}: no total`);
  return {
    lines: Object.fromEntries(
      rows.map(({ name, row }) => [name, { cents: cents(row.pays ?? ''), why: stepsOf(row.because ?? '') }]),
    ),
    vat: Object.fromEntries(rows.flatMap(({ name, row }) => (row.vat ? [[name, row.vat]] : []))),
    products: items('product').map((value) => cents(after(value))),
    fees: items('fee').flatMap(stepsOf),
    subscriptions: items('subscription').map(after),
    codes: items('code').map((value) => after(value) === 'works'),
    total: cents(total),
    returns: items('given back').map((value) => ({
      places: (value.split('→')[0] ?? '').trim().split(' '),
      cents: after(value) === 'refused' ? null : cents(after(value)),
    })),
  };
}

/** `a ×3` are a.1, a.2 and a.3. */
function namesOf(place: string): string[] {
  const [id = '', count] = place.split(' ×');
  return count === undefined ? [id] : Array.from({ length: Number(count) }, (_, index) => `${id}.${index + 1}`);
}

/** `normaal 24.00, vroeg -2.40`. */
export const stepsOf = (text: string): Step[] =>
  text.split(',').map((step) => {
    const [id = '', amount = ''] = step.trim().split(' ');
    return [id.replace(/^[a-z]+:/, ''), cents(amount)];
  });
