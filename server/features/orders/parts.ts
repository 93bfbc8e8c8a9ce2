import type { OrderPart } from '../../../sdk/contract/order.ts';
import type { Database } from '../../adapters/postgres/tables.ts';
import { ownerOf } from '../legs/leg.ts';

/** What of a leg a buyer is told. Given up after it was paid for means that it could not be given. */
const TOLD = {
  held: 'reserved',
  confirming: 'confirming',
  confirmed: 'confirmed',
  lost: 'lost',
} as const;

/** How far the parts of an order are that partners play. */
export async function partsOf(db: Database, order: string): Promise<OrderPart[]> {
  const legs = await db
    .selectFrom('leg')
    .innerJoin('agreement', 'agreement.id', 'leg.agreement_id')
    .select(['leg.id', 'leg.state', 'leg.cancel_reason', 'agreement.partner'])
    .where('leg.order_id', '=', order)
    .orderBy('agreement.partner_id')
    .execute();
  const lines = await db.selectFrom('order_line').select(['id', 'leg_id']).where('order_id', '=', order).execute();
  return legs.flatMap(({ id, state, cancel_reason, partner }) => {
    if (!partner) return [];
    const own = lines.filter(({ leg_id }) => leg_id === id).map((line) => line.id);
    return [{ owner: ownerOf(partner), state: toldOf(state, cancel_reason), lines: own }];
  });
}

function toldOf(state: keyof typeof TOLD | 'cancelling' | 'cancelled', reason: string | null): OrderPart['state'] {
  if (state !== 'cancelling' && state !== 'cancelled') return TOLD[state];
  return reason === 'returned' ? 'lost' : 'cancelled';
}
