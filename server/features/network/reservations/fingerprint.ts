import { createHash } from 'node:crypto';
import type { ReservationRequest } from '../../../../sdk/contract/network/index.ts';

/**
 * Tells one reservation request from another, whatever order its members come in and whatever it says about a visitor's
 * health: of that not even a hash is kept.
 */
export function fingerprint({ items, ...rest }: ReservationRequest): string {
  const wanted = items.map(({ performance, seats = [], areas = [] }) => [
    performance,
    seats.map(({ seat, priceType }) => [seat, priceType ?? null]),
    areas.map(({ area, quantity, priceType }) => [area, quantity, priceType ?? null]),
  ]);
  const canonical = [rest.replaces?.toLowerCase() ?? null, rest.channel, rest.seconds ?? null, wanted];
  return createHash('sha256').update(JSON.stringify(canonical)).digest('base64url');
}
