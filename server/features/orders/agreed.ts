import type { CartExtras } from '../../../sdk/contract/prices/index.ts';
import type { Randomness } from '../../ports.ts';
import { maskCode } from '../entitlements/codes.ts';
import type { LockedCart } from '../holds/index.ts';

/** What the lines of a cart are called in its order, by what they were called in the cart. */
export const newLineIds = (random: Randomness, { lines }: LockedCart): ReadonlyMap<string, string> =>
  new Map(lines.map(({ id }) => [id, random.uuid()]));

/**
 * What was agreed to beside places, as the order keeps it and shows it: with its own lines, without birth years, and with
 * so much of codes of vouchers and passes that one knows which they were.
 */
export function agreedExtras(extras: CartExtras, ids: ReadonlyMap<string, string>): CartExtras {
  const renamed = (lines: readonly string[]) => lines.flatMap((line) => ids.get(line) ?? []);
  const promotions = new Set(extras.codes.filter(({ kind }) => kind === 'promotion').map(({ code }) => code));
  const shown = (code: string) => (promotions.has(code) ? code : maskCode(code));
  const { choices, codes, subscriptions } = extras;
  return {
    ...extras,
    codes: codes.map((used) => ({ ...used, code: shown(used.code) })),
    subscriptions: subscriptions.map((one) => ({ ...one, lines: renamed(one.lines) })),
    choices: {
      ...choices,
      codes: choices.codes.map(shown),
      subscriptions: choices.subscriptions.map((one) => ({ ...one, lines: renamed(one.lines) })),
      birthYears: [],
      visits: choices.visits.flatMap(({ line, code }) => {
        const id = ids.get(line);
        return id === undefined ? [] : [{ line: id, code: maskCode(code) }];
      }),
    },
  };
}
