import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Statement } from '../../../../sdk/contract/index.ts';
import { languageSchema } from '../../../../sdk/contract/text.ts';
import { systemClock } from '../../../../server/adapters/clock.ts';
import { printStatement } from '../../../../server/adapters/statements/index.ts';
import { readPdf } from '../../../harness/pdf.ts';
import { sampleStatement } from '../../../harness/statement.ts';

const print = async (statement: Statement, language: 'nl' | 'fr' | 'en' | 'de' = 'nl') =>
  readPdf(await printStatement(statement, { language, clock: systemClock }));

describe('a statement on paper', () => {
  it('says who pays whom and why, and can be paid by scanning it', async () => {
    const statement = sampleStatement({ role: 'owner', prices: [2400, 1200] });
    const { pages, title } = await print(statement);
    assert.equal(title, 'Afrekening De Kaai 2026-11');
    assert.equal(pages.length, 1);
    const [page] = pages;
    assert.equal(page?.qr, statement.transfer?.qr);
    for (const text of [
      'De Kaai betaalt',
      '32,70',
      '+++085/1927/54115+++',
      'BE68539007547034',
      'het-gedacht',
      'BE-21',
    ]) {
      assert.ok(page?.text.includes(text), `${text} in ${page?.text}`);
    }
    assert.ok(page?.roles.includes('H1') && page.roles.includes('Figure'));
  });

  it('is whole in every language', async () => {
    const texts = new Set<string>();
    for (const language of languageSchema.options) {
      const { pages, language: told } = await print(sampleStatement({ role: 'seller', returned: 1 }), language);
      assert.equal(told, language);
      texts.add(pages[0]?.text ?? '');
    }
    assert.equal(texts.size, languageSchema.options.length);
  });

  it('has no code to scan without an account, and says whose is missing', async () => {
    const statement = sampleStatement({ role: 'owner' });
    const { transfer } = statement;
    assert.ok(transfer);
    const { iban, ...creditor } = transfer.creditor;
    const { pages } = await print({ ...statement, transfer: { ...transfer, creditor, qr: null } });
    assert.equal(pages[0]?.qr, null, iban);
    assert.ok(pages[0]?.text.includes('De Brug heeft geen rekeningnummer meegedeeld'));
  });

  it('names the lines on which the partner has it otherwise, the first of many', async () => {
    const statement = sampleStatement({ role: 'seller', prices: Array(50).fill(1000) });
    const disagreements = statement.lines.slice(0, 45).map(({ entry }) => ({ kind: 'missing-there' as const, entry }));
    const { pages } = await print({ ...statement, comparison: { state: 'different', disagreements } });
    const all = pages.map(({ text }) => text).join(' ');
    assert.ok(pages.length > 1);
    assert.ok(
      all.includes('45 lijnen') && all.includes('en nog 5') && all.includes(statement.lines[0]?.entry.id ?? '?'),
    );
  });

  it('owes nobody anything when nothing happened', async () => {
    const empty = { ...sampleStatement({ role: 'owner' }), lines: [], totals: [], transfer: null };
    const { pages } = await print(empty);
    assert.ok(pages[0]?.text.includes('Niemand is iets verschuldigd'));
  });
});
