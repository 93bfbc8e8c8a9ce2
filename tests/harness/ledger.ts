import { randomUUID } from 'node:crypto';
import type { Agreement, AgreementTerms, Entry, VatCode } from '../../sdk/contract/index.ts';
import { agreementTermsSchema } from '../../sdk/contract/index.ts';
import { entriesForSale } from '../../sdk/model/ledger/index.ts';
import type { Database } from '../../server/adapters/postgres/index.ts';

/** Terms with a share, an amount a ticket and an admin cost. */
export const PAID_TERMS: AgreementTerms = agreementTermsSchema.parse({
  performances: {},
  commission: { basisPoints: 500, centsPerTicket: 25 },
  adminCentsPerTicket: 50,
});

/** What one side of an agreement has in its database. */
export async function insertAgreement(
  db: Database,
  id: string,
  role: Agreement['role'],
  partner: { readonly id: string; readonly name?: string },
  agreed = PAID_TERMS,
): Promise<void> {
  const url = `https://${partner.id}.example/centres/${partner.id}`;
  const key = { id: '0'.repeat(16), publicKey: 'A'.repeat(43) };
  await db
    .insertInto('agreement')
    .values({
      ...{ id, role, state: 'active', terms: JSON.stringify(agreed), accepted_at: new Date() },
      partner: JSON.stringify({ name: partner.id, ...partner, website: 'https://x.example', url, keys: [key] }),
    })
    .execute();
}

export interface SampleSale {
  readonly agreement: string;
  readonly reservation?: string;
  readonly prices?: readonly number[];
  /** What is owed for each, where that is not its price, as for visits on a pass. */
  readonly owed?: readonly (number | undefined)[];
  readonly performance?: string;
  readonly vat?: VatCode;
  readonly at?: Date;
  readonly terms?: AgreementTerms;
}

/** The entries of one confirmed reservation. */
export function sampleSale({
  agreement,
  reservation = randomUUID(),
  prices = [2400],
  owed = [],
  performance = 'het-gedacht',
  vat = 'BE-6',
  at = new Date('2026-11-20T19:00:00Z'),
  terms = PAID_TERMS,
}: SampleSale): Entry[] {
  const lines = prices.map((cents, index) => ({
    id: randomUUID(),
    performance: {
      id: performance,
      title: { nl: 'Het gedacht' },
      startsAt: '2026-12-04T20:00:00+01:00',
      hall: { id: 'zaal', name: { nl: 'Zaal' } },
    },
    place: {
      id: `P-A-${index + 1}`,
      kind: 'standard' as const,
      section: { nl: 'Parterre' },
      row: 'A',
      seat: `${index + 1}`,
      zone: 'one',
    },
    price: { cents, currency: 'EUR' as const },
    ...(owed[index] !== undefined && { owed: { cents: owed[index], currency: 'EUR' as const } }),
  }));
  return entriesForSale(terms, lines, { agreement, reservation, at, ids: randomUUID, vatOf: () => vat });
}
