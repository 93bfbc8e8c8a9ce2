import { sql } from 'kysely';
import type { DatabaseTransaction } from '../../../../adapters/postgres/tables.ts';
import type { CentreRuntime } from '../../../../runtime.ts';
import { freeSold, sellClaims } from '../../../holds/index.ts';
import { bookEntries, entriesOfOrder } from '../../../ledger/index.ts';
import { insertOrder } from '../../../orders/insert.ts';
import { raiseAlarm } from '../../../payments/alarm.ts';
import { bindSales } from '../../../uitpas/index.ts';
import type { OwnerTransaction, Sale } from '../owner-store.ts';

type Verbs = 'sell' | 'addSale' | 'sale' | 'takeBack' | 'book';

/** What partners bought, in the caller's transaction. */
export const salesIn = (runtime: CentreRuntime, trx: DatabaseTransaction): Pick<OwnerTransaction, Verbs> => ({
  async sell({ order, cart, claims }) {
    await bind(trx, order, cart);
    const outcome = await sellClaims(trx, { orderId: order, cartId: cart, lines: claims });
    if (!outcome.sold) return outcome.lost;
    await trx.updateTable('cart').set({ order_id: order }).where('id', '=', cart).execute();
    return [];
  },

  async addSale(sale) {
    await addOrder(runtime, trx, sale);
    await trx
      .insertInto('order_line')
      .values(sale.lines.map(lineRow(sale)))
      .execute();
    await trx
      .insertInto('ticket')
      .values(sale.tickets.map(ticketRow(sale)))
      .execute();
    const missing = await bindSales(trx, sale);
    // A seller that confirms without having asked to hold for the payment: what it sold stays sold.
    if (missing.length > 0) await raiseAlarm(trx, 'uitpas-not-registered', sale.order, { lines: missing.length });
  },

  async sale({ order }) {
    if (order === null) return { tickets: [], entries: [] };
    const tickets = await trx
      .selectFrom('ticket')
      .innerJoin('order_line', 'order_line.id', 'ticket.line_id')
      .select(['ticket.id', 'ticket.line_id as line', 'ticket.code', 'ticket.state'])
      .where('ticket.order_id', '=', order)
      .orderBy('order_line.position')
      .execute();
    return { tickets, entries: await entriesOfOrder(trx, order) };
  },

  async takeBack({ order, lines, whole }) {
    await trx
      .updateTable('ticket')
      .set({ state: 'refunded' })
      .where('order_id', '=', order)
      .where('line_id', '=', sql<string>`any(${lines}::uuid[])`)
      .execute();
    await freeSold(trx, { orderId: order, lines });
    if (!whole) return;
    await trx
      .updateTable('orders')
      .set({ state: 'refund', cancelled_at: sql<Date>`clock_timestamp()` })
      .where('id', '=', order)
      .execute();
  },

  book: (entries) => bookEntries(trx, 'owner', entries),
});

/** What the cart still holds is the order's from now on: only that is sold without a look at its time. */
async function bind(trx: DatabaseTransaction, order: string, cart: string): Promise<void> {
  await sql`
    with locked as (
      select performance_id, place from claim
      where cart_id = ${cart} and state = 'held' and until > clock_timestamp()
      order by performance_id, place for update
    )
    update claim set order_id = ${order} from locked
    where claim.performance_id = locked.performance_id and claim.place = locked.place`.execute(trx);
}

const addOrder = (runtime: CentreRuntime, trx: DatabaseTransaction, sale: Sale) =>
  insertOrder(runtime, trx, {
    id: sale.order,
    cart_id: sale.cart,
    agreement_id: sale.agreement,
    state: 'paid',
    total_cents: sale.lines.reduce((sum, { price }) => sum + price.cents, 0),
    request_hash: sale.requestHash,
    hold_ends_at: sale.at,
    paid_at: sale.at,
  });

const lineRow =
  ({ order, places, vat }: Sale) =>
  (line: Sale['lines'][number], position: number) => ({
    id: line.id,
    order_id: order,
    position,
    performance_id: line.performance.id,
    place: places[line.id] ?? line.place.id,
    price_type: line.priceType,
    cents: line.price.cents,
    fee_cents: line.fee.cents,
    vat: vat.get(line.performance.id),
    snapshot: JSON.stringify(line),
  });

const ticketRow =
  ({ order, lines, places }: Sale) =>
  ({ id, line, code, state }: Sale['tickets'][number]) => {
    const of = lines.find((one) => one.id === line);
    if (!of) throw new Error(`Ticket ${id} is for no line of its sale.`);
    const place = places[line] ?? of.place.id;
    return { id, order_id: order, line_id: line, performance_id: of.performance.id, place, code, state };
  };
