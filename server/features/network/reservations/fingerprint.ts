import { createHash } from 'node:crypto';
import type { BundleLines, ReservationRequest } from '../../../../sdk/contract/network/index.ts';

/**
 * Tells one reservation request from another, whatever order its members come in and whatever it says about a visitor's
 * health: of that not even a hash is kept.
 */
export function fingerprint({ bundles, items, ...rest }: ReservationRequest): string {
  const wanted = items.map(({ performance, seats = [], areas = [] }) => [
    performance,
    seats.map(({ seat, priceType }) => [seat, priceType ?? null]),
    areas.map(({ area, quantity, priceType }) => [area, quantity, priceType ?? null]),
  ]);
  const canonical: unknown[] = [rest.replaces?.toLowerCase() ?? null, rest.channel, rest.seconds ?? null, wanted];
  // What has none is told as it was before there were any.
  if (bundles && bundles.length > 0) canonical.push(bundles.map(shapeOf));
  return createHash('sha256').update(JSON.stringify(canonical)).digest('base64url');
}

const shapeOf = ({ formula, kind, size, settlement, places }: BundleLines) => [
  ...[formula, kind, size, settlement ?? null],
  places.map(({ performance, place, quantity, lines }) => [performance, place, quantity, lines ?? null]),
];
