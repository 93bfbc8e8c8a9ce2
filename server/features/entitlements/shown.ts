import type { PriceList } from '../../../sdk/contract/prices/index.ts';
import type { Database } from '../../adapters/postgres/tables.ts';
import { hashOfCode } from './codes.ts';
import { type EntitlementRow, findByHash } from './store.ts';

/** What a code that somebody typed turned out to be. */
export type ShownCode =
  | { readonly kind: 'promotion'; readonly code: string; readonly rule: PriceList['rules'][number] }
  | { readonly kind: 'voucher' | 'pass'; readonly code: string; readonly row: EntitlementRow }
  | { readonly kind: 'unknown'; readonly code: string };

/**
 * Finds out which code is what, in the order they were given.
 * @param except An order whose own use of vouchers does not count: that of the cart.
 */
export async function readCodes(
  db: Database,
  list: PriceList,
  codes: readonly string[],
  except: string | null,
): Promise<readonly ShownCode[]> {
  const hashes = codes.map((code) => (promotionOf(list, code) ? null : hashOfCode(code)));
  const rows = await findByHash(
    db,
    hashes.flatMap((hash) => hash ?? []),
    except,
  );
  return codes.map((code, index): ShownCode => {
    const rule = promotionOf(list, code);
    if (rule) return { kind: 'promotion', code, rule };
    const row = rows.get(hashes[index] ?? '');
    return row ? { kind: row.kind, code, row } : { kind: 'unknown', code };
  });
}

const promotionOf = (list: PriceList, code: string) =>
  list.rules.find(({ codes }) => codes?.includes(code.trim().toUpperCase()));

/** Whether a voucher or pass may be used at this moment, whatever is on it. */
export const isValid = ({ state, valid_from, valid_until }: EntitlementRow, at: Date): boolean =>
  state === 'valid' && valid_from <= at && (valid_until === null || at < valid_until);
