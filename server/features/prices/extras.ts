import type { Line } from '../../../sdk/contract/cart.ts';
import type { Money } from '../../../sdk/contract/money.ts';
import type { CartChoices, CartExtras, PriceList, UsedCode } from '../../../sdk/contract/prices/index.ts';
import type { PricedCart } from '../../../sdk/model/pricing/index.ts';
import { isValid, type ShownCode } from '../entitlements/shown.ts';

export interface Decided {
  readonly list: PriceList;
  readonly choices: CartChoices;
  readonly priced: PricedCart;
  readonly codes: readonly ShownCode[];
  readonly at: Date;
  readonly lines: readonly Line[];
}

/** What a cart has beside its places, as its buyer is told, and what is left to be paid in cents. */
export function extrasOf(decided: Decided): { readonly told: CartExtras; readonly due: number } {
  const { choices, list, lines, priced } = decided;
  const products = priced.products.flatMap(({ product, quantity, cents }) => {
    const known = list.products.find(({ id }) => id === product);
    if (!known) return [];
    return [
      { product, kind: known.kind, name: known.name, quantity, each: euro(cents), total: euro(cents * quantity) },
    ];
  });
  const places = sum(lines.map(({ price }) => price.cents));
  const fees = sum(priced.fees.map(({ cents }) => cents));
  const all = places + fees + sum(products.map(({ total }) => total.cents));
  // A voucher does not buy vouchers: what is on one could be withdrawn as money otherwise.
  const vouchers = sum(products.filter(({ kind }) => kind === 'voucher').map(({ total }) => total.cents));
  const { codes, paid } = payWith(decided, all - vouchers);
  const chosen = new Map(choices.subscriptions.map((one) => [one.id, one]));
  return {
    due: all - paid,
    told: {
      ...{ choices, codes, products },
      subscriptions: priced.subscriptions.map(({ savedCents, missingParts, ...state }) => ({
        ...state,
        missingParts: [...missingParts],
        holder: chosen.get(state.id)?.holder ?? '',
        lines: chosen.get(state.id)?.lines ?? [],
        saved: euro(savedCents),
      })),
      fees: priced.fees.map(({ rule, name, cents }) => ({ rule, name, amount: euro(cents) })),
      saved: euro(priced.savedCents),
      paidByVouchers: euro(paid),
    },
  };
}

/** Takes of each voucher, in the order they were given, what is still to be paid. */
function payWith({ at, choices, codes, priced }: Decided, payable: number) {
  let rest = payable;
  const seen = new Set<string>();
  const told = choices.codes.flatMap((code): UsedCode[] => {
    const shown = codes.find((one) => one.code === code);
    if (!shown || shown.kind === 'unknown') return [];
    const id = 'row' in shown ? shown.row.id : shown.code.toUpperCase();
    if (seen.has(id)) return [];
    seen.add(id);
    if (shown.kind === 'promotion') {
      const { name, when } = shown.rule;
      const until = when.until && 'at' in when.until ? when.until.at : null;
      return [{ code, kind: 'promotion', name, validUntil: until, works: priced.workingCodes.includes(id) }];
    }
    const { formula, left, name, people, valid_until } = shown.row;
    const base = { code, name, validUntil: valid_until?.toISOString() ?? null };
    if (shown.kind === 'pass') {
      const works = priced.workingCodes.includes(id);
      return [{ ...base, kind: 'pass', works, people: people ?? 1, ...(formula && { formula }) }];
    }
    const used = isValid(shown.row, at) ? Math.max(0, Math.min(left, rest)) : 0;
    rest -= used;
    return [{ ...base, kind: 'voucher', works: used > 0, used: euro(used), left: euro(left - used) }];
  });
  return { codes: told, paid: payable - rest };
}

const euro = (cents: number): Money => ({ cents, currency: 'EUR' });

const sum = (amounts: readonly number[]) => amounts.reduce((total, cents) => total + cents, 0);
