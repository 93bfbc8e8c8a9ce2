import type { EntryKind, Party, Statement, VatCode } from '../../../sdk/contract/index.ts';
import { FoyerError } from '../../errors.ts';

/** A party that can invoice and be invoiced: liable to VAT, so with both numbers. */
export interface InvoiceParty extends Party {
  readonly vatNumber: string;
  readonly companyNumber: string;
}

/** Amounts are cents; in a credit note too they are above zero when they are the usual way round. */
export interface InvoiceLine {
  readonly id: string;
  readonly about: 'commission' | 'admin';
  /** How many tickets it is about, less those that went back. */
  readonly tickets: number;
  readonly net: number;
  readonly vat: VatCode;
}

export interface InvoiceTax {
  readonly vat: VatCode;
  readonly taxable: number;
  readonly tax: number;
}

/**
 * What the selling centre invoices the owning centre for its work in a month: its commissions and admin costs. They were
 * kept when the tickets were settled, so nothing of it is left to pay.
 */
export interface CommissionInvoice {
  readonly kind: 'invoice' | 'credit-note';
  readonly number: string;
  /** `YYYY-MM-DD` in Belgium. */
  readonly date: string;
  readonly from: string;
  readonly until: string;
  readonly communication: string | null;
  readonly supplier: InvoiceParty;
  readonly customer: InvoiceParty;
  readonly lines: readonly InvoiceLine[];
  readonly taxes: readonly InvoiceTax[];
  readonly net: number;
  readonly tax: number;
  /** What was kept, VAT included; `net` + `tax` + `rounding`. */
  readonly paid: number;
  /** Cents between what was kept and what the VAT rules make of it: no net amount has 0.03 with 21 % as its gross. */
  readonly rounding: number;
}

const RATES: Record<VatCode, number> = { 'BE-21': 21, 'BE-12': 12, 'BE-6': 6, 'BE-0': 0, 'BE-EXEMPT-44': 0 };
export const vatRate = (vat: VatCode): number => RATES[vat];

const ABOUT: Partial<Record<EntryKind, InvoiceLine['about']>> = {
  commission: 'commission',
  'commission-refund': 'commission',
  admin: 'admin',
  'admin-refund': 'admin',
};

/**
 * Makes the invoice of a statement: of what we sold for the partner.
 * @throws FoyerError `invoice_not_possible` when there is nothing to invoice or either side is not known to be liable to
 *   VAT; the message says which.
 */
export function commissionInvoice(statement: Statement): CommissionInvoice {
  const sums = sumUp(statement);
  const total = sums.reduce((sum, { gross }) => sum + gross, 0);
  if (total === 0) throw refused('there is no commission to invoice in this period');
  const supplier = liable(statement.centre, 'this centre');
  const customer = liable(statement.partner.party, 'the partner');
  const sign = total > 0 ? 1 : -1;
  const groups = [...Map.groupBy(sums, ({ vat }) => vat)].map(([vat, some]) => group(vat, some, sign));
  const taxes = groups.map(({ tax }) => tax);
  const net = taxes.reduce((sum, { taxable }) => sum + taxable, 0);
  const tax = taxes.reduce((sum, one) => sum + one.tax, 0);
  const paid = sign * total;
  return {
    kind: sign > 0 ? 'invoice' : 'credit-note',
    number: `FOYER-${statement.period}-${statement.partner.id}`,
    date: new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Brussels' }).format(new Date(statement.madeAt)),
    ...daysOf(statement.period),
    communication: statement.transfer?.communication ?? null,
    ...{ supplier, customer, taxes, net, tax, paid },
    lines: groups.flatMap(({ lines }) => lines).map((line, index) => ({ ...line, id: String(index + 1) })),
    rounding: paid - net - tax,
  };
}

interface Sum {
  readonly about: InvoiceLine['about'];
  readonly vat: VatCode;
  readonly gross: number;
  readonly tickets: number;
}

function sumUp({ totals }: Statement): Sum[] {
  const ours = totals.flatMap(({ role, kind, vat, count, owed }) => {
    const about = ABOUT[kind];
    if (role !== 'seller' || about === undefined) return [];
    return [{ about, vat, gross: owed.cents, tickets: kind === about ? count : -count }];
  });
  return [...Map.groupBy(ours, ({ about, vat }) => `${vat} ${about}`).values()].flatMap((some) => {
    const [first] = some;
    if (!first) return [];
    const add = (field: 'gross' | 'tickets') => some.reduce((sum, one) => sum + one[field], 0);
    return [{ ...first, gross: add('gross'), tickets: add('tickets') }];
  });
}

/** The net amounts of one VAT code: rounded together, so that its lines add up to what is taxed. */
function group(vat: VatCode, sums: readonly Sum[], sign: number) {
  const netOf = (gross: number) => Math.round((gross * 100) / (100 + vatRate(vat)));
  const taxable = netOf(sign * sums.reduce((sum, { gross }) => sum + gross, 0));
  const rest = sums.slice(1).map(({ gross }) => netOf(sign * gross));
  const first = taxable - rest.reduce((sum, cents) => sum + cents, 0);
  return {
    lines: sums.map(({ about, tickets }, index) => ({
      ...{ about, vat, tickets: sign * tickets },
      net: index === 0 ? first : (rest[index - 1] ?? 0),
    })),
    tax: { vat, taxable, tax: Math.round((taxable * vatRate(vat)) / 100) },
  };
}

function daysOf(period: string): { readonly from: string; readonly until: string } {
  const [year = 0, month = 0] = period.split('-').map(Number);
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return { from: `${period}-01`, until: `${period}-${last}` };
}

function liable(party: Party, who: string): InvoiceParty {
  const { vatNumber, companyNumber = vatNumber?.slice(2) } = party;
  if (vatNumber === undefined || companyNumber === undefined) throw refused(`${who} has told no VAT number`);
  return { ...party, vatNumber, companyNumber };
}

const refused = (why: string) => new FoyerError('invoice_not_possible', { message: `No invoice: ${why}.` });
