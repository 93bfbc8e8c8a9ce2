/** What an EPC QR asks a bank's app to prepare. */
export interface CreditTransfer {
  readonly name: string;
  readonly iban: string;
  /** May be left out within the European Economic Area. */
  readonly bic?: string | undefined;
  readonly cents: number;
  readonly communication: string;
}

const LARGEST = 99_999_999_999;

/**
 * The text of an EPC QR (EPC069-12, version 002, UTF-8). A Belgian structured communication is no ISO 11649 reference, so
 * it goes in the line for free text, where Belgian banks recognise it.
 * @throws RangeError for an amount that cannot be transferred: below a cent or a billion euros and more.
 */
export function epcQr({ name, iban, bic = '', cents, communication }: CreditTransfer): string {
  if (!Number.isInteger(cents) || cents < 1 || cents > LARGEST) {
    throw new RangeError(`An amount of ${cents} cents cannot be transferred.`);
  }
  const amount = `EUR${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`;
  const plain = (text: string) => text.replace(/\s+/g, ' ').trim();
  return [
    ...['BCD', '002', '1', 'SCT', bic, plain(name).slice(0, 70), iban.replaceAll(' ', '').toUpperCase(), amount],
    ...['', '', plain(communication).slice(0, 140)],
  ].join('\n');
}
