import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { SubscriptionFormula } from '../../../../sdk/contract/index.ts';
import { clash } from '../../../../sdk/model/subscriptions/clash.ts';
import {
  eveningOfLine,
  eveningOfOffer,
  type IsAmong,
  possible,
  propose,
} from '../../../../sdk/model/subscriptions/propose.ts';
import { holderOf, offerOf, seasons } from './choosing.ts';

const isAmong: IsAmong = ({ genres }, { performance }) => genres?.includes(performance.genre) ?? true;

const FORMULA: SubscriptionFormula = {
  id: 'keuze',
  name: { nl: 'Keuze' },
  among: {},
  tiers: [{ from: 5, price: { kind: 'percentage', basisPoints: 1000 } }],
  parts: [{ name: { nl: 'dans' }, among: { genres: ['dans'] }, from: 1 }],
  onReturn: 'reprice',
  rules: 'after',
};
const DANCE_MISSING = {
  progress: { complete: false, missing: 2, missingParts: [{ name: { nl: 'dans' }, count: 1 }], next: null },
};

describe('what is proposed', () => {
  it('is possible: open, not chosen, at no time that is taken; no more than asked, and nothing twice', () => {
    fc.assert(
      fc.property(seasons, fc.integer({ min: 0, max: 6 }), ({ offers, holder }, count) => {
        const proposals = propose({ formula: FORMULA, offers, holder, isAmong, count });
        const references = proposals.map(({ offer }) => offer.reference);
        assert.ok(proposals.length <= count);
        assert.equal(new Set(references).size, references.length);
        for (const { offer } of proposals) {
          assert.ok(offer.isOpen);
          for (const { reference, line } of holder.chosen) {
            assert.notEqual(offer.reference, reference);
            assert.ok(!clash(eveningOfOffer(offer), eveningOfLine(line.performance, offers)));
          }
        }
      }),
    );
  });

  it('is as much as is possible, as long as that is not more than asked', () => {
    fc.assert(
      fc.property(seasons, ({ offers, holder }) => {
        const { length } = propose({ formula: FORMULA, offers, holder, isAmong, count: 3 });
        assert.equal(length, Math.min(3, possible(offers, holder).length));
      }),
    );
  });

  it('is first of the part that is missing', () => {
    fc.assert(
      fc.property(seasons, ({ offers, holder }) => {
        const lacking = { ...holder, ...DANCE_MISSING };
        const proposals = propose({ formula: FORMULA, offers, holder: lacking, isAmong, count: 20 });
        const reasons = proposals.map(({ because }) => because);
        assert.deepEqual(
          proposals.map(({ offer, because }) => (offer.performance.genre === 'dans') === (because === 'part')),
          proposals.map(() => true),
        );
        assert.deepEqual(
          reasons,
          [...reasons].sort((a, b) => ORDER.indexOf(a) - ORDER.indexOf(b)),
        );
      }),
    );
  });

  it('shows a kind once before it shows it twice', () => {
    const offers = [
      offerOf('jazz-1', 0, { genre: 'jazz' }),
      offerOf('jazz-2', 24, { genre: 'jazz' }),
      offerOf('circus-1', 48, { genre: 'circus' }),
    ];
    const proposals = propose({ formula: FORMULA, offers, holder: holderOf([]), isAmong, count: 2 });
    assert.deepEqual(
      proposals.map(({ offer }) => offer.reference),
      ['jazz-1', 'circus-1'],
    );
  });

  it('is nothing for a fixed series, nor when no more goes in', () => {
    const offers = [offerOf('avond-0', 0), offerOf('avond-1', 24)];
    const holder = holderOf(offers.slice(0, 1));
    const ask = (formula: SubscriptionFormula) => propose({ formula, offers, holder, isAmong, count: 3 }).length;
    assert.equal(ask({ ...FORMULA, series: true }), 0);
    assert.equal(ask({ ...FORMULA, most: 1 }), 0);
    assert.equal(ask({ ...FORMULA, most: 2 }), 1);
  });
});

const ORDER = ['part', 'genre', 'soon'];
