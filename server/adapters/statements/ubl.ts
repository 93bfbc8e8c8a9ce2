import { create } from 'xmlbuilder2';
import type { VatCode } from '../../../sdk/contract/index.ts';
import { decimal } from '../../features/settlement/csv.ts';
import {
  type CommissionInvoice,
  type InvoiceLine,
  type InvoiceParty,
  vatRate,
} from '../../features/settlement/invoice.ts';

const UBL = 'urn:oasis:names:specification:ubl:schema:xsd';
/** Peppol BIS Billing 3.0. */
const CUSTOMIZATION = 'urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0';
const PROFILE = 'urn:fdc:peppol.eu:2017:poacc:billing:01:1.0';
/** Electronic address scheme of the Belgian enterprise number. */
const KBO = '0208';
/** UNCL 4461: clearing between partners. */
const CLEARED = '97';

/** UNCL 5305 by our own codes. */
const CATEGORY: Record<VatCode, string> = {
  'BE-21': 'S',
  'BE-12': 'S',
  'BE-6': 'S',
  'BE-0': 'Z',
  'BE-EXEMPT-44': 'E',
};
const NAMES: Record<InvoiceLine['about'], string> = {
  commission: 'Commissie ticketverkoop / commission on ticket sales',
  admin: 'Administratiekosten ticketverkoop / administration of ticket sales',
};

/** Writes an invoice or credit note as UBL 2.1 for Peppol BIS Billing 3. The order of elements is the schema’s. */
export function writeUbl(invoice: CommissionInvoice): string {
  const credit = invoice.kind === 'credit-note';
  const name = credit ? 'CreditNote' : 'Invoice';
  const root = create({ version: '1.0', encoding: 'UTF-8' }).ele(name, {
    xmlns: `${UBL}:${name}-2`,
    'xmlns:cac': `${UBL}:CommonAggregateComponents-2`,
    'xmlns:cbc': `${UBL}:CommonBasicComponents-2`,
  });
  texts(root, [
    ['CustomizationID', CUSTOMIZATION],
    ['ProfileID', PROFILE],
    ['ID', invoice.number],
    ['IssueDate', invoice.date],
    credit ? ['CreditNoteTypeCode', '381'] : ['InvoiceTypeCode', '380'],
    ['Note', 'Verrekend bij de afrekening van de tickets / settled with the account of the tickets'],
    ['DocumentCurrencyCode', 'EUR'],
    ['BuyerReference', `Foyer ${invoice.from.slice(0, 7)}`],
  ]);
  texts(root.ele('cac:InvoicePeriod'), [
    ['StartDate', invoice.from],
    ['EndDate', invoice.until],
  ]);
  writeParty(root.ele('cac:AccountingSupplierParty').ele('cac:Party'), invoice.supplier);
  writeParty(root.ele('cac:AccountingCustomerParty').ele('cac:Party'), invoice.customer);
  const means = root.ele('cac:PaymentMeans');
  texts(means, [['PaymentMeansCode', CLEARED]]);
  if (invoice.communication !== null) texts(means, [['PaymentID', invoice.communication]]);
  writeTaxes(root, invoice);
  writeTotals(root, invoice);
  for (const line of invoice.lines) writeLine(root, line, credit);
  return root.end({ prettyPrint: true });
}

type Element = ReturnType<typeof create>;
type Text = readonly [name: string, text: string];

function texts(parent: Element, all: readonly Text[]): void {
  for (const [name, text] of all) parent.ele(`cbc:${name}`).txt(text);
}

function writeParty(party: Element, { name, address, email, vatNumber, companyNumber }: InvoiceParty): void {
  party.ele('cbc:EndpointID', { schemeID: KBO }).txt(companyNumber);
  texts(party.ele('cac:PartyName'), [['Name', name]]);
  const postal = party.ele('cac:PostalAddress');
  if (address !== undefined) texts(postal, [['StreetName', address]]);
  texts(postal.ele('cac:Country'), [['IdentificationCode', 'BE']]);
  const tax = party.ele('cac:PartyTaxScheme');
  texts(tax, [['CompanyID', vatNumber]]);
  texts(tax.ele('cac:TaxScheme'), [['ID', 'VAT']]);
  const legal = party.ele('cac:PartyLegalEntity');
  texts(legal, [['RegistrationName', name]]);
  legal.ele('cbc:CompanyID', { schemeID: KBO }).txt(companyNumber);
  if (email !== undefined) texts(party.ele('cac:Contact'), [['ElectronicMail', email]]);
}

function writeTaxes(root: Element, { taxes, tax }: CommissionInvoice): void {
  const total = root.ele('cac:TaxTotal');
  amount(total, 'TaxAmount', tax);
  for (const one of taxes) {
    const part = total.ele('cac:TaxSubtotal');
    amount(part, 'TaxableAmount', one.taxable);
    amount(part, 'TaxAmount', one.tax);
    writeCategory(part.ele('cac:TaxCategory'), one.vat, true);
  }
}

function writeCategory(category: Element, vat: VatCode, withReason = false): void {
  texts(category, [
    ['ID', CATEGORY[vat]],
    ['Percent', String(vatRate(vat))],
  ]);
  if (withReason && vat === 'BE-EXEMPT-44') texts(category, [['TaxExemptionReason', 'Art. 44 W.BTW / Code TVA']]);
  texts(category.ele('cac:TaxScheme'), [['ID', 'VAT']]);
}

function writeTotals(root: Element, { net, tax, paid, rounding }: CommissionInvoice): void {
  const total = root.ele('cac:LegalMonetaryTotal');
  amount(total, 'LineExtensionAmount', net);
  amount(total, 'TaxExclusiveAmount', net);
  amount(total, 'TaxInclusiveAmount', net + tax);
  amount(total, 'PrepaidAmount', paid);
  if (rounding !== 0) amount(total, 'PayableRoundingAmount', rounding);
  amount(total, 'PayableAmount', 0);
}

/** One service a line; a line the other way round has a quantity below zero, since no price may be. */
function writeLine(root: Element, { id, about, tickets, net, vat }: InvoiceLine, credit: boolean): void {
  const line = root.ele(credit ? 'cac:CreditNoteLine' : 'cac:InvoiceLine');
  texts(line, [['ID', id]]);
  line.ele(credit ? 'cbc:CreditedQuantity' : 'cbc:InvoicedQuantity', { unitCode: 'C62' }).txt(net < 0 ? '-1' : '1');
  amount(line, 'LineExtensionAmount', net);
  const item = line.ele('cac:Item');
  texts(item, [
    ['Description', `Tickets: ${tickets}`],
    ['Name', NAMES[about]],
  ]);
  writeCategory(item.ele('cac:ClassifiedTaxCategory'), vat);
  amount(line.ele('cac:Price'), 'PriceAmount', Math.abs(net));
}

function amount(parent: Element, name: string, cents: number): void {
  parent.ele(`cbc:${name}`, { currencyID: 'EUR' }).txt(decimal(cents));
}
