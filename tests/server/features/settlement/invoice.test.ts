import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { commissionInvoice } from '../../../../server/features/settlement/invoice.ts';
import { sampleStatement } from '../../../harness/statement.ts';

const NOT_POSSIBLE = { code: 'invoice_not_possible' };

describe('the invoice of a month’s commissions', () => {
  it('is the seller’s to the owner, without and with VAT, and was paid by what was kept', () => {
    const invoice = commissionInvoice(sampleStatement({ role: 'seller' }));
    // 145 + 85 of commission and 2 × 50 for the work, with 21 % in them.
    assert.equal(invoice.paid, 330);
    assert.deepEqual([invoice.net, invoice.tax, invoice.rounding], [273, 57, 0]);
    assert.deepEqual(
      invoice.lines.map(({ id, about, net, tickets }) => [id, about, net, tickets]),
      [
        ['1', 'admin', 83, 2],
        ['2', 'commission', 190, 2],
      ],
    );
    assert.deepEqual(
      [invoice.kind, invoice.date, invoice.from, invoice.until],
      ['invoice', '2026-12-01', '2026-11-01', '2026-11-30'],
    );
  });

  it('always adds up, and rounds by no more than a cent a VAT code', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 20_000 }), { minLength: 1, maxLength: 8 }),
        fc.nat({ max: 7 }),
        (prices, returned) => {
          const statement = sampleStatement({
            role: 'seller',
            prices,
            returned: Math.min(returned, prices.length - 1),
          });
          const { lines, net, paid, rounding, tax, taxes } = commissionInvoice(statement);
          const sum = (all: readonly number[]) => all.reduce((total, one) => total + one, 0);
          assert.equal(sum(lines.map((line) => line.net)), net);
          assert.equal(sum(taxes.map(({ taxable }) => taxable)), net);
          for (const { taxable, tax: part } of taxes) assert.equal(part, Math.round(taxable * 0.21));
          assert.equal(net + tax + rounding, paid);
          assert.ok(Math.abs(rounding) <= taxes.length);
          assert.equal(
            paid,
            statement.lines.reduce(
              (kept, { entry, owed }) => kept + (/^(commission|admin)/.test(entry.kind) ? owed.cents : 0),
              0,
            ),
          );
        },
      ),
    );
  });

  it('is a credit note when more went back than was sold', () => {
    const statement = sampleStatement({ role: 'seller' });
    const turned = {
      ...statement,
      totals: statement.totals.map((total) => ({ ...total, owed: { ...total.owed, cents: -total.owed.cents } })),
    };
    const note = commissionInvoice(turned);
    assert.deepEqual([note.kind, note.paid, note.net], ['credit-note', 330, 273]);
  });

  it('is not possible without commission, as owner, or when either side has no VAT number', () => {
    assert.throws(() => commissionInvoice(sampleStatement({ role: 'owner' })), NOT_POSSIBLE);
    assert.throws(() => commissionInvoice(sampleStatement({ role: 'seller', returned: 2 })), NOT_POSSIBLE);
    const exempt = { vatNumber: undefined } as object;
    for (const [who, message] of [
      ['centre', /this centre/],
      ['partner', /the partner/],
    ] as const) {
      assert.throws(() => commissionInvoice(sampleStatement({ role: 'seller', [who]: exempt })), {
        ...NOT_POSSIBLE,
        message,
      });
    }
  });
});
