import { languageSchema } from '../../../sdk/contract/text.ts';
import { FoyerError } from '../../errors.ts';
import type { CentreRuntime } from '../../runtime.ts';
import { describeCentre } from '../centres/index.ts';
import type { PrintableOrder } from './ports.ts';

/**
 * The tickets of an order that still let somebody in, ready to be printed.
 * @param only Those of these tickets; all of them without it.
 * @throws FoyerError `not_found` when there are none (any more).
 */
export async function printableOrder(
  runtime: CentreRuntime,
  orderId: string,
  only?: readonly string[],
): Promise<PrintableOrder> {
  const { db } = runtime;
  const order = await db
    .selectFrom('orders')
    .select(['number', 'language'])
    .where('id', '=', orderId)
    .executeTakeFirst();
  const tickets = await db
    .selectFrom('ticket')
    .innerJoin('order_line', 'order_line.id', 'ticket.line_id')
    .select(['ticket.code', 'order_line.snapshot as line'])
    .where('ticket.order_id', '=', orderId)
    .where('ticket.state', '=', 'valid')
    .$if(only !== undefined, (query) => query.where('ticket.id', 'in', only ?? []))
    .orderBy('order_line.position')
    .execute();
  if (!order || tickets.length === 0) throw new FoyerError('not_found');
  return {
    centre: await describeCentre(runtime),
    number: order.number,
    language: languageSchema.parse(order.language),
    tickets,
  };
}
