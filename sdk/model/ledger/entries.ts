import type { Line } from '../../contract/cart.ts';
import type { AgreementTerms } from '../../contract/network/agreement.ts';
import type { Entry, EntryKind } from '../../contract/network/entry.ts';
import type { VatCode } from '../../contract/vat.ts';
import { remunerationFor } from '../agreement/index.ts';
import { owedFor } from './owed.ts';

/** What the entries of one confirmation or cancellation have in common. */
export interface Occasion {
  readonly agreement: string;
  readonly reservation: string;
  /** When the owning centre books it. */
  readonly at: Date;
  /** Gives a new random UUID every time. */
  readonly ids: () => string;
}

export interface SaleOccasion extends Occasion {
  /** VAT code of the owning centre's performance. */
  readonly vatOf: (performance: string) => VatCode;
}

/** A commission or admin cost is a service of one centre to another, whatever the tickets are taxed at. */
const SERVICE_VAT: VatCode = 'BE-21';
const NOTHING = { commission: 0, admin: 0 };

/**
 * What a confirmed reservation puts on the account of the two centres. Of each line the price, also when it is nothing;
 * what the seller keeps and what the owner pays for the work, both with VAT included, when there is any. Where something
 * else than the price is owed, as for a visit on a pass, that is all of it: an amount that both agreed on is neither shared
 * nor paid for.
 */
export function entriesForSale(
  terms: AgreementTerms,
  lines: readonly Pick<Line, 'id' | 'performance' | 'place' | 'price' | 'owed'>[],
  { vatOf, ...occasion }: SaleOccasion,
): Entry[] {
  return lines.flatMap((line) => {
    const make = (kind: EntryKind, cents: number, vat: VatCode): Entry => ({
      id: occasion.ids(),
      agreement: occasion.agreement,
      reservation: occasion.reservation,
      line: line.id,
      performance: line.performance.id,
      place: line.place.id,
      kind,
      amount: { cents, currency: 'EUR' },
      vat,
      at: occasion.at.toISOString(),
    });
    const owed = owedFor(line);
    const { commission, admin } = line.owed ? NOTHING : remunerationFor(terms, owed);
    return [
      make('sale', owed, vatOf(line.performance.id)),
      ...(commission > 0 ? [make('commission', -commission, SERVICE_VAT)] : []),
      ...(admin > 0 ? [make('admin', -admin, SERVICE_VAT)] : []),
    ];
  });
}

const UNDOES: Partial<Record<EntryKind, EntryKind>> = {
  sale: 'refund',
  commission: 'commission-refund',
  admin: 'admin-refund',
};

/**
 * What undoes a sale: for each entry of it one of the same line, amount and VAT code, the other way round. Entries that
 * undo something themselves are left alone, and so is what they have undone: asking twice gives nothing the second time.
 */
export function entriesForReturn(entries: readonly Entry[], { at, ids }: Pick<Occasion, 'at' | 'ids'>): Entry[] {
  const present = new Set(entries.map(({ line, kind }) => `${line} ${kind}`));
  return entries.flatMap((entry) => {
    const kind = UNDOES[entry.kind];
    if (kind === undefined || present.has(`${entry.line} ${kind}`)) return [];
    // Not -0: it would be written as 0 here and compared as something else there.
    const amount = { cents: 0 - entry.amount.cents, currency: entry.amount.currency };
    return [{ ...entry, id: ids(), kind, amount, at: at.toISOString() }];
  });
}
