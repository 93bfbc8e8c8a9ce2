import { randomUUID } from 'node:crypto';
import type { Agreement, Entry, Party, Statement } from '../../sdk/contract/index.ts';
import { entriesForReturn, oursOf, totalsOf } from '../../sdk/model/ledger/index.ts';
import { sampleSale } from './ledger.ts';
import { NUMBERS } from './settlement.ts';

export interface SampleStatement {
  readonly role: Agreement['role'];
  readonly prices?: readonly number[];
  /** How many of the sold lines went back. */
  readonly returned?: number;
  readonly place?: string;
  readonly centre?: Partial<Party>;
  readonly partner?: Partial<Party>;
}

/** A statement as the settlement makes it, of one sale in November. */
export function sampleStatement(sample: SampleStatement): Statement {
  const { role, prices = [2400, 1200], returned = 0, place } = sample;
  const sale = sampleSale({ agreement: randomUUID(), prices });
  const back = [...new Set(sale.map(({ line }) => line))].slice(0, returned);
  const undone = entriesForReturn(
    sale.filter(({ line }) => back.includes(line)),
    { at: new Date('2026-11-25T10:00:00Z'), ids: randomUUID },
  );
  const entries = [...sale, ...undone].map((entry): Entry => ({ ...entry, place: place ?? entry.place }));
  const money = (cents: number) => ({ cents, currency: 'EUR' as const });
  const net = entries.reduce((sum, entry) => sum + oursOf(role, entry), 0);
  const centre = {
    name: 'De Brug',
    address: 'Kaai 1, 9000 Gent',
    email: 'info@de-brug.example',
    ...NUMBERS[0],
    ...sample.centre,
  };
  const party = {
    name: 'De Kaai',
    address: 'Plein 2, 1080 Brussel',
    email: 'info@de-kaai.example',
    ...NUMBERS[1],
    ...sample.partner,
  };
  return {
    centre,
    partner: { id: 'de-kaai', party },
    period: '2026-11',
    madeAt: '2026-12-01T00:30:00+01:00',
    totals: totalsOf(entries).map((total) => ({ ...total, role, owed: money(oursOf(role, total)) })),
    net: money(net),
    moved: money(0),
    transfer: {
      payer: net > 0 ? 'partner' : 'us',
      creditor: net > 0 ? centre : party,
      amount: money(Math.abs(net)),
      communication: '+++085/1927/54115+++',
      qr: 'BCD\n002\n1\nSCT\n\nDe Brug\nBE68539007547034\nEUR12.00\n\n\n+++085/1927/54115+++',
    },
    comparison: { state: 'agreed', disagreements: [] },
    lacks: [],
    lines: entries.map((entry) => ({ role, owed: money(oursOf(role, entry)), entry })),
  };
}
