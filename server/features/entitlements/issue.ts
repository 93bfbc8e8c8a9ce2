import { type InsertObject, type Selectable, sql } from 'kysely';
import type { DatabaseTransaction, Promised, Tables } from '../../adapters/postgres/tables.ts';
import type { CentreParts } from '../../runtime.ts';
import { codeOf, hashOfCode } from './codes.ts';

export type OrderItemRow = Selectable<Tables['order_item']>;

/** Makes the vouchers and passes of an order, each with a code of its own, in the transaction that marks it paid. */
export async function issueEntitlements(
  { random, tokens }: Pick<CentreParts, 'random' | 'tokens'>,
  trx: DatabaseTransaction,
  items: readonly OrderItemRow[],
): Promise<void> {
  const rows = items.flatMap((item) => {
    const { kind, promise, quantity } = item;
    if ((kind !== 'voucher' && kind !== 'pass') || !promise) return [];
    return Array.from({ length: quantity }, (_, number) => {
      const id = random.uuid();
      const hash = hashOfCode(codeOf(tokens, id));
      if (hash === null) throw new Error('A code that is none.');
      return { id, kind, number, code_hash: hash, ...rowOf(item, promise) };
    });
  });
  if (rows.length > 0) await trx.insertInto('entitlement').values(rows).execute();
}

type Shared = Omit<InsertObject<Tables, 'entitlement'>, 'id' | 'kind' | 'number' | 'code_hash'>;

/** Counted from now, by the database's clock. */
const after = (amount: number, unit: 'months' | 'days') =>
  sql<Date>`clock_timestamp() + make_interval(${sql.raw(unit)} => ${amount}::integer)`;

function rowOf({ cents, id, name, order_id, reference }: OrderItemRow, promise: Promised): Shared {
  const { formula, from, months, people, until, withdrawalDays } = promise;
  return {
    ...{ order_id, item_id: id, product: reference, name: JSON.stringify(name), cents },
    formula: formula ?? null,
    people: people ?? null,
    ...(from !== undefined && { valid_from: from }),
    valid_until: until ?? (months === undefined ? null : after(months, 'months')),
    withdrawable_until: withdrawalDays > 0 ? after(withdrawalDays, 'days') : null,
  };
}
