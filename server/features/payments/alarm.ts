import type { Database } from '../../adapters/postgres/tables.ts';

/** What only a person can put right. */
export type AlarmCode =
  | 'payment-mismatch'
  | 'provider-unauthorized'
  | 'refund-failed'
  | 'charged-back'
  | 'chargeback-reversed';

/** Asks a person at the centre to look, once for as long as nobody has. `detail` holds ids and amounts, no personal data. */
export async function raiseAlarm(
  db: Database,
  code: AlarmCode,
  order: string | null,
  detail: Readonly<Record<string, string | number | null>>,
): Promise<void> {
  const known = await db
    .selectFrom('alarm')
    .select('id')
    .where('code', '=', code)
    .where('order_id', 'is not distinct from', order)
    .where('seen_at', 'is', null)
    .executeTakeFirst();
  if (known) return;
  await db
    .insertInto('alarm')
    .values({ code, order_id: order, detail: JSON.stringify(detail) })
    .execute();
}
