import type { AgreementTerms, Entry, EntryKind, Reservation } from '../../../sdk/contract/index.ts';

const sum = (entries: readonly Entry[]) => entries.reduce((cents, { amount }) => cents + amount.cents, 0);

/** What the entries of a confirmed reservation say that the terms do not; undefined when they are right. */
export function entriesFault(sold: Reservation, agreement: string, terms: AgreementTerms): string | undefined {
  const { entries, id, lines, total } = sold;
  if (new Set(entries.map((entry) => entry.id)).size < entries.length) return 'entries share an id';
  const stray = entries.find((entry) => entry.agreement !== agreement || entry.reservation !== id);
  if (stray) return `an entry is of agreement ${stray.agreement} and reservation ${stray.reservation}`;
  for (const line of lines) {
    const own = entries.filter((entry) => entry.line === line.id);
    const of = (kind: EntryKind) => sum(own.filter((entry) => entry.kind === kind));
    const { basisPoints, centsPerTicket } = terms.commission;
    const commission = Math.min(line.price.cents, (line.price.cents * basisPoints) / 10_000 + centsPerTicket);
    if (own.some(({ performance }) => performance !== line.performance.id)) return 'an entry is of another performance';
    if (of('sale') !== line.price.cents) return `sale of ${line.place.id}: ${of('sale')} for ${line.price.cents} cents`;
    // Half a cent is rounded as the owner rounds.
    if (Math.abs(of('commission') + commission) >= 1) return `commission: ${of('commission')} for ${-commission} cents`;
    if (of('admin') !== -terms.adminCentsPerTicket)
      return `admin: ${of('admin')} for ${-terms.adminCentsPerTicket} cents`;
  }
  const sales = sum(entries.filter(({ kind }) => kind === 'sale'));
  return sales === total.cents ? undefined : `sales of ${sales} for a total of ${total.cents} cents`;
}

/** What is left on the account of a reservation that was undone; undefined when it is nothing. */
export function balanceFault({ entries }: Reservation): string | undefined {
  const pairs: readonly [EntryKind, EntryKind][] = [
    ['sale', 'refund'],
    ['commission', 'commission-refund'],
    ['admin', 'admin-refund'],
  ];
  for (const [booked, undone] of pairs) {
    const left = sum(entries.filter(({ kind }) => kind === booked || kind === undone));
    if (left !== 0) return `${booked} and ${undone} leave ${left} cents`;
  }
  return undefined;
}
