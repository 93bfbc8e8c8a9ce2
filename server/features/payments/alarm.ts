import type { Database } from '../../adapters/postgres/tables.ts';

/** What only a person can put right. */
export type AlarmCode =
  | 'payment-mismatch'
  | 'provider-unauthorized'
  | 'refund-failed'
  | 'share-refused'
  | 'charged-back'
  | 'chargeback-reversed'
  | 'uitpas-not-registered'
  | 'uitpas-sale-unknown';

/** Asks a person at the centre to look, once for as long as nobody has. `detail` holds ids and amounts, no personal data. */
export async function raiseAlarm(
  db: Database,
  code: AlarmCode,
  order: string | null,
  detail: Readonly<Record<string, string | number | null>>,
): Promise<void> {
  await db
    .insertInto('alarm')
    .values({ code, order_id: order, detail: JSON.stringify(detail) })
    .onConflict((unseen) => unseen.doNothing())
    .execute();
}
