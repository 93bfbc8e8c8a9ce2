import type { Entry } from '../../contract/network/entry.ts';

/** A cryptographic hash of a text, such as SHA-256 in hex; given, because the model knows no platform. */
export type Hash = (text: string) => string;

/**
 * An entry as one text, the same at both centres and in every program: JSON with its members in this order and no
 * spaces, ids in lower case, the moment in UTC to the millisecond.
 */
export function canonicalEntry(entry: Entry): string {
  return JSON.stringify({
    agreement: entry.agreement.toLowerCase(),
    amount: { cents: entry.amount.cents, currency: entry.amount.currency },
    at: new Date(entry.at).toISOString(),
    id: entry.id.toLowerCase(),
    kind: entry.kind,
    line: entry.line.toLowerCase(),
    performance: entry.performance,
    place: entry.place,
    reservation: entry.reservation.toLowerCase(),
    vat: entry.vat,
  });
}

/** By which two centres see whether they have the same entry. */
export const hashEntry = (entry: Entry, hash: Hash): string => hash(canonicalEntry(entry));
