import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { type Entry, entryKindSchema } from '../../../../sdk/contract/network/entry.ts';
import { vatCodeSchema } from '../../../../sdk/contract/vat.ts';
import {
  oursOf,
  type Posting,
  postingsOfEntry,
  postingsOfPayment,
  postingsOfReturn,
  postingsOfSale,
} from '../../../../sdk/model/ledger/index.ts';

const cents = fc.integer({ min: -1_000_000, max: 1_000_000 });
const vat = fc.constantFrom(...vatCodeSchema.options);
const entry: fc.Arbitrary<Entry> = fc.record({
  id: fc.uuid(),
  agreement: fc.uuid(),
  reservation: fc.uuid(),
  line: fc.uuid(),
  performance: fc.constantFrom('hamlet', 'macbeth'),
  place: fc.constantFrom('P-A-1', 'STAAN'),
  kind: fc.constantFrom(...entryKindSchema.options),
  amount: cents.map((some) => ({ cents: some, currency: 'EUR' as const })),
  vat,
  at: fc
    .date({ min: new Date('2026-01-01'), max: new Date('2027-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString()),
});
const role = fc.constantFrom('owner' as const, 'seller' as const);
const sumOf = (postings: readonly Posting[]) => postings.reduce((sum, one) => sum + one.cents, 0);
const partnerOf = (postings: readonly Posting[]) => sumOf(postings.filter(({ account }) => account === 'partner'));

describe('what is posted', () => {
  it('of an entry balances at each side, and never moves nothing', () => {
    fc.assert(
      fc.property(role, entry, (side, one) => {
        const postings = postingsOfEntry(side, one);
        assert.equal(sumOf(postings), 0);
        assert.ok(postings.every((posting) => posting.cents !== 0 && posting.vat === one.vat));
      }),
    );
  });

  it('of the same entries by owner and seller mirrors on the account between them', () => {
    fc.assert(
      fc.property(fc.array(entry), (entries) => {
        const owner = entries.flatMap((one) => postingsOfEntry('owner', one));
        const seller = entries.flatMap((one) => postingsOfEntry('seller', one));
        assert.equal(partnerOf(owner) + partnerOf(seller), 0);
        assert.equal(
          partnerOf(owner),
          entries.reduce((sum, one) => sum + oursOf('owner', one), 0),
        );
        assert.deepEqual(
          owner.filter(({ account }) => account === 'partner').map((one) => -one.cents),
          seller.filter(({ account }) => account === 'partner').map((one) => one.cents),
        );
      }),
    );
  });

  it('of a buyer’s sale, return, payment and refund balances, and what is undone leaves nothing', () => {
    fc.assert(
      fc.property(cents, fc.option(vat), fc.option(cents, { nil: undefined }), (amount, code, owedCents) => {
        const line = { cents: amount, vat: code, owedCents };
        const all = [
          ...postingsOfSale(line),
          ...postingsOfReturn(line),
          ...postingsOfPayment(amount),
          ...postingsOfPayment(-amount),
        ];
        const balances = Map.groupBy(all, ({ account }) => account);
        for (const postings of balances.values()) assert.equal(sumOf(postings), 0);
      }),
    );
  });

  it('of a line of a partner is no revenue of ours', () => {
    const accounts = (code: 'BE-6' | null) => postingsOfSale({ cents: 100, vat: code }).map(({ account }) => account);
    assert.deepEqual(accounts(null), ['buyers', 'partner-tickets']);
    assert.deepEqual(accounts('BE-6'), ['buyers', 'ticket-revenue']);
  });

  it('of a visit on a pass leaves nothing of the partner’s but what it is owed, whatever the buyer pays', () => {
    fc.assert(
      fc.property(cents, cents, entry, (paid, owed, one) => {
        const sale: Entry = { ...one, kind: 'sale', amount: { cents: owed, currency: 'EUR' } };
        const all = [
          ...postingsOfSale({ cents: paid, vat: null, owedCents: owed }),
          ...postingsOfEntry('seller', sale),
        ];
        const left = (account: Posting['account']) => sumOf(all.filter((posting) => posting.account === account));
        assert.deepEqual(
          [left('buyers'), left('pass-visits'), left('partner-tickets'), left('partner')].map((sum) => sum + 0),
          [paid, owed - paid, 0, 0 - owed].map((sum) => sum + 0),
        );
      }),
    );
  });
});
