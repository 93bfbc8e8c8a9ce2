import type { Selectable } from 'kysely';
import type { DatabaseTransaction, Tables } from '../../adapters/postgres/tables.ts';
import type { CentreRuntime } from '../../runtime.ts';

export type OrderLineRow = Selectable<Tables['order_line']>;

/** Gives every line of a paid order its ticket, in the transaction that marks it paid. */
export async function issueTickets(
  { random, signer }: Pick<CentreRuntime, 'random' | 'signer'>,
  trx: DatabaseTransaction,
  lines: readonly OrderLineRow[],
): Promise<void> {
  const tickets = lines.map(({ id: line, order_id, performance_id, place, snapshot }) => {
    const id = random.uuid();
    const startsAt = new Date(snapshot.performance.startsAt);
    const code = signer.sign({ ticket: id, performance: performance_id, place, startsAt });
    return { id, order_id, line_id: line, performance_id, place, code, state: 'valid' as const };
  });
  await trx.insertInto('ticket').values(tickets).execute();
}
