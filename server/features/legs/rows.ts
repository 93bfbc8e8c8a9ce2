import type { Insertable, Selectable } from 'kysely';
import type { Tables } from '../../adapters/postgres/tables.ts';
import type { Leg } from './leg.ts';

export type LegRow = Selectable<Tables['leg']>;

export const toLeg = (row: LegRow): Leg => ({
  id: row.id,
  cart: row.cart_id,
  agreement: row.agreement_id,
  reservation: row.reservation_id,
  previous: row.previous_reservation_id,
  state: row.state,
  order: row.order_id,
  lines: row.lines,
  bundles: row.bundles,
  cents: row.total_cents,
  expiresAt: row.expires_at,
  extendable: row.extendable,
  cancelReason: row.cancel_reason,
  checks: row.checks,
  decidedAt: row.decided_at,
});

/** A leg as it is written. Nothing of it waits for anybody until it is woken. */
export const toRow = (leg: Leg): Insertable<Tables['leg']> => ({
  id: leg.id,
  cart_id: leg.cart,
  agreement_id: leg.agreement,
  reservation_id: leg.reservation,
  previous_reservation_id: leg.previous,
  state: leg.state,
  order_id: leg.order,
  lines: JSON.stringify(leg.lines),
  bundles: JSON.stringify(leg.bundles),
  total_cents: leg.cents,
  expires_at: leg.expiresAt,
  extendable: leg.extendable,
  cancel_reason: leg.cancelReason,
  checks: leg.checks,
  decided_at: leg.decidedAt,
  check_at: null,
});
