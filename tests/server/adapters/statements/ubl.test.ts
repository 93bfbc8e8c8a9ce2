import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { convert } from 'xmlbuilder2';
import { writeUbl } from '../../../../server/adapters/statements/index.ts';
import { commissionInvoice } from '../../../../server/features/settlement/invoice.ts';
import { sampleStatement } from '../../../harness/statement.ts';

/** An XML document as objects; attributes begin with @, text is #. */
type Node = { readonly [name: string]: Node | readonly Node[] | string };
const read = (xml: string) => convert(xml, { format: 'object' }) as unknown as Node;
const list = (value: Node[string] | undefined): readonly Node[] =>
  value === undefined ? [] : ((Array.isArray(value) ? value : [value]) as readonly Node[]);
/** The one text at a path of local names. */
function text(node: Node, ...path: readonly string[]): string {
  let at: Node[string] | undefined = node;
  for (const name of path)
    at = (at as Node | undefined)?.[name.length > 1 && !name.includes(':') ? `cbc:${name}` : name];
  return typeof at === 'string' ? at : (((at as Node | undefined)?.['#'] as string | undefined) ?? '');
}
const cents = (amount: string) => {
  assert.match(amount, /^-?\d+\.\d\d$/);
  return Math.round(Number(amount) * 100);
};

/** Children of an invoice and a credit note in the order of UBL 2.1’s schemas, as far as we may use them. */
const ORDER = [
  ...[
    'cbc:CustomizationID',
    'cbc:ProfileID',
    'cbc:ID',
    'cbc:IssueDate',
    'cbc:InvoiceTypeCode',
    'cbc:CreditNoteTypeCode',
  ],
  ...['cbc:Note', 'cbc:DocumentCurrencyCode', 'cbc:BuyerReference', 'cac:InvoicePeriod', 'cac:AccountingSupplierParty'],
  ...['cac:AccountingCustomerParty', 'cac:PaymentMeans', 'cac:TaxTotal', 'cac:LegalMonetaryTotal', 'cac:InvoiceLine'],
  'cac:CreditNoteLine',
];
const PARTY = [
  'cbc:EndpointID',
  'cac:PartyName',
  'cac:PostalAddress',
  'cac:PartyTaxScheme',
  'cac:PartyLegalEntity',
  'cac:Contact',
];
const TOTALS = [
  'LineExtensionAmount',
  'TaxExclusiveAmount',
  'TaxInclusiveAmount',
  'PrepaidAmount',
  'PayableRoundingAmount',
  'PayableAmount',
];

const inOrder = (node: Node, order: readonly string[]) => {
  const names = Object.keys(node).filter((name) => !name.startsWith('@'));
  assert.deepEqual(
    names,
    order.filter((name) => names.includes(name)),
  );
};

/** The rules of EN 16931 and Peppol BIS Billing 3 that can be reckoned from the document alone. */
function check(xml: string, name: 'Invoice' | 'CreditNote'): Node {
  const root = read(xml)[name] as Node;
  inOrder(root, ORDER);
  // BR-01 to BR-05, PEPPOL-EN16931-R001, R003, R004, R007.
  assert.equal(
    text(root, 'CustomizationID'),
    'urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0',
  );
  assert.equal(text(root, 'ProfileID'), 'urn:fdc:peppol.eu:2017:poacc:billing:01:1.0');
  assert.equal(text(root, `${name}TypeCode`), name === 'Invoice' ? '380' : '381');
  assert.equal(text(root, 'DocumentCurrencyCode'), 'EUR');
  for (const field of ['ID', 'BuyerReference']) assert.notEqual(text(root, field), '', field);
  for (const date of [text(root, 'IssueDate'), text(root, 'cac:InvoicePeriod', 'EndDate')])
    assert.match(date, /^\d{4}-\d\d-\d\d$/);
  // BR-29: a period ends no earlier than it begins.
  assert.ok(text(root, 'cac:InvoicePeriod', 'EndDate') >= text(root, 'cac:InvoicePeriod', 'StartDate'));
  for (const side of ['cac:AccountingSupplierParty', 'cac:AccountingCustomerParty']) {
    checkParty((root[side] as Node)['cac:Party'] as Node);
  }
  checkSums(root, name);
  return root;
}

/** BR-06 to BR-11, BR-CO-9, BR-S-02, PEPPOL-EN16931-R010 and R020, and the Belgian check of PEPPOL-COMMON-R043. */
function checkParty(party: Node): void {
  inOrder(party, PARTY);
  const number = text(party, 'EndpointID');
  assert.equal((party['cbc:EndpointID'] as Node)['@schemeID'], '0208');
  assert.equal(Number(number.slice(8)), 97 - (Number(number.slice(0, 8)) % 97));
  assert.equal(text(party, 'cac:PartyTaxScheme', 'CompanyID'), `BE${number}`);
  assert.equal(text(party, 'cac:PartyTaxScheme', 'cac:TaxScheme', 'ID'), 'VAT');
  assert.equal(text(party, 'cac:PartyLegalEntity', 'CompanyID'), number);
  assert.notEqual(text(party, 'cac:PartyLegalEntity', 'RegistrationName'), '');
  assert.equal(text(party, 'cac:PostalAddress', 'cac:Country', 'IdentificationCode'), 'BE');
}

/** BR-CO-10, -13, -14, -15, -16, -17, BR-S-08 and -09, BR-27, PEPPOL-EN16931-R120. */
function checkSums(root: Node, name: 'Invoice' | 'CreditNote'): void {
  const total = root['cac:LegalMonetaryTotal'] as Node;
  inOrder(
    total,
    TOTALS.map((one) => `cbc:${one}`),
  );
  const [net, exclusive, inclusive, prepaid, , payable] = TOTALS.map((one) => cents(text(total, one) || '0.00'));
  const rounding = cents(text(total, 'PayableRoundingAmount') || '0.00');
  const lines = list(root[`cac:${name}Line`]);
  assert.ok(lines.length > 0, 'BR-16');
  assert.equal(
    lines.reduce((sum, line) => sum + cents(text(line, 'LineExtensionAmount')), 0),
    net,
    'BR-CO-10',
  );
  for (const line of lines) {
    const quantity = Number(text(line, name === 'Invoice' ? 'InvoicedQuantity' : 'CreditedQuantity'));
    const price = cents(text(line, 'cac:Price', 'PriceAmount'));
    assert.ok(price >= 0, 'BR-27');
    assert.equal(quantity * price, cents(text(line, 'LineExtensionAmount')), 'R120');
    assert.notEqual(text(line, 'cac:Item', 'Name'), '', 'BR-25');
  }
  const tax = root['cac:TaxTotal'] as Node;
  const parts = list(tax['cac:TaxSubtotal']);
  assert.equal(exclusive, net, 'BR-CO-13');
  assert.equal(
    parts.reduce((sum, part) => sum + cents(text(part, 'TaxAmount')), 0),
    cents(text(tax, 'TaxAmount')),
    'BR-CO-14',
  );
  assert.equal(inclusive, (net ?? 0) + cents(text(tax, 'TaxAmount')), 'BR-CO-15');
  assert.equal(payable, (inclusive ?? 0) - (prepaid ?? 0) + rounding, 'BR-CO-16');
  for (const part of parts) {
    const [percent, code] = [text(part, 'cac:TaxCategory', 'Percent'), text(part, 'cac:TaxCategory', 'ID')];
    const taxable = cents(text(part, 'TaxableAmount'));
    assert.equal(cents(text(part, 'TaxAmount')), Math.round((taxable * Number(percent)) / 100), 'BR-CO-17');
    assert.equal(code, 'S');
    const same = lines.filter((line) => text(line, 'cac:Item', 'cac:ClassifiedTaxCategory', 'Percent') === percent);
    assert.equal(
      same.reduce((sum, line) => sum + cents(text(line, 'LineExtensionAmount')), 0),
      taxable,
      'BR-S-08',
    );
  }
}

describe('a commission as Peppol BIS Billing 3', () => {
  it('keeps the rules, whatever was sold and went back', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 30_000 }), { minLength: 1, maxLength: 6 }),
        fc.nat({ max: 5 }),
        (prices, returned) => {
          const statement = sampleStatement({
            role: 'seller',
            prices,
            returned: Math.min(returned, prices.length - 1),
          });
          check(writeUbl(commissionInvoice(statement)), 'Invoice');
        },
      ),
    );
  });

  it('was paid by clearing between partners: nothing of it is left to pay', () => {
    const root = check(writeUbl(commissionInvoice(sampleStatement({ role: 'seller' }))), 'Invoice');
    assert.equal(text(root, 'cac:PaymentMeans', 'PaymentMeansCode'), '97');
    assert.equal(text(root, 'cac:PaymentMeans', 'PaymentID'), '+++085/1927/54115+++');
    const total = root['cac:LegalMonetaryTotal'] as Node;
    assert.deepEqual([text(total, 'PrepaidAmount'), text(total, 'PayableAmount')], ['3.30', '0.00']);
  });

  it('is a credit note where more went back than was sold, with its own elements', () => {
    const statement = sampleStatement({ role: 'seller' });
    const totals = statement.totals.map((total) => ({ ...total, owed: { ...total.owed, cents: -total.owed.cents } }));
    check(writeUbl(commissionInvoice({ ...statement, totals })), 'CreditNote');
  });

  it('writes names as text, never as markup', () => {
    const name = 'Kunst & <Co> "vzw"';
    const xml = writeUbl(commissionInvoice(sampleStatement({ role: 'seller', centre: { name } })));
    check(xml, 'Invoice');
    assert.ok(xml.includes('<cbc:RegistrationName>Kunst &amp; &lt;Co&gt; "vzw"</cbc:RegistrationName>'));
  });
});
