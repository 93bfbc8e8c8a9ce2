import type { Statement } from '../../../sdk/contract/index.ts';

const HEADER = [
  ...['period', 'booked_at', 'role', 'kind', 'performance', 'place', 'vat', 'owed_eur'],
  ...['agreement', 'reservation', 'line', 'entry'],
];

/**
 * A statement's lines as CSV (RFC 4180, UTF-8): amounts with a dot and two decimals, above zero when the partner owes
 * them. A cell that a spreadsheet would take for a formula is quoted apart.
 */
export function statementCsv({ lines, period }: Statement): string {
  const rows = lines.map(({ role, owed, entry }) => [
    ...[period, entry.at, role, entry.kind, entry.performance, entry.place, entry.vat, decimal(owed.cents)],
    ...[entry.agreement, entry.reservation, entry.line, entry.id],
  ]);
  return [HEADER, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

/** Cents as euros, as computers write them: -1234 is `-12.34`. */
export function decimal(cents: number): string {
  const text = String(Math.abs(cents)).padStart(3, '0');
  return `${cents < 0 ? '-' : ''}${text.slice(0, -2)}.${text.slice(-2)}`;
}

const NUMBER = /^-?\d+\.\d\d$/;

function cell(text: string): string {
  const harmless = /^[=+\-@\t\r]/.test(text) && !NUMBER.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
