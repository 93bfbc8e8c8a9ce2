import type { Entitlement } from '../../../sdk/contract/prices/index.ts';
import type { CentreParts } from '../../runtime.ts';
import { codeOf, hashOfCode } from './codes.ts';
import { type EntitlementRow, findOfOrder } from './store.ts';
import { type Visit, visitsOf } from './visits.ts';
import { isWithdrawable, usedNow } from './withdraw.ts';

/** The vouchers and passes that came with an order, with their codes: for who has the order's token. */
export async function entitlementsOf(
  { clock, db, tokens }: Pick<CentreParts, 'clock' | 'db' | 'tokens'>,
  order: string,
): Promise<Entitlement[]> {
  const rows = await findOfOrder(db, order);
  const ids = rows.map(({ id }) => id);
  const [used, visits] = [await usedNow(db, ids), await visitsOf(db, ids)];
  const now = clock.now();
  return rows.map((row) => ({
    ...{ id: row.id, kind: row.kind, product: row.product, name: row.name, state: row.state },
    code: shownCode(tokens, row),
    amount: row.kind === 'voucher' ? { cents: row.cents, currency: 'EUR' } : null,
    left: row.kind === 'voucher' ? { cents: row.left, currency: 'EUR' } : null,
    validFrom: row.valid_from.toISOString(),
    validUntil: row.valid_until?.toISOString() ?? null,
    withdrawableUntil: isWithdrawable(row, used.get(row.id), now)
      ? (row.withdrawable_until?.toISOString() ?? null)
      : null,
    visits: visits.filter(({ entitlement, startsAt }) => entitlement === row.id && startsAt > now).map(toVisit),
  }));
}

const toVisit = ({ performance, startsAt, title }: Visit) => ({
  performance,
  title,
  startsAt: startsAt.toISOString(),
});

/** After the centre's secret was changed codes go on working, but nobody can say any more what they are. */
function shownCode(tokens: CentreParts['tokens'], { code_hash, id }: EntitlementRow): string {
  const code = codeOf(tokens, id);
  return hashOfCode(code) === code_hash ? code : '';
}
