import { expect } from '@open-wc/testing';
import { LitElement } from 'lit';
import { Localize } from '../../../components/internal/localize.ts';
import { isOver, isPaid, isVoid, meaningOf } from '../../../components/order/meaning.ts';
import { nl } from '../../../components/translations/nl.ts';
import type { Order } from '../../../sdk/contract/index.ts';

class Reader extends LitElement {
  readonly localize = new Localize(this);
}
customElements.define('foyer-test-reader', Reader);
const { localize } = document.createElement('foyer-test-reader') as Reader;

const order = (change: Partial<Order>): Order => ({
  id: '6d1f0d5e-9d2c-4f8e-9a52-0a8b8d6f3c11',
  number: '2026-7KQ4X2',
  state: 'paid',
  reason: null,
  createdAt: '2026-11-22T11:00:00.000Z',
  lines: [],
  total: { cents: 4400, currency: 'EUR' },
  parts: [],
  tickets: [],
  checkoutUrl: null,
  canPayAgain: false,
  holdEndsAt: null,
  refund: null,
  ...change,
});

const ticket = (state: Order['tickets'][number]['state']) => ({ id: 't', line: 'l', code: 'c', state });
const refund = (state: NonNullable<Order['refund']>['state'], cents = 4400) =>
  ({ amount: { cents, currency: 'EUR' }, state }) as const;
const meaning = (change: Partial<Order>) => meaningOf(order(change), nl.order, localize, 'Europe/Brussels');
const plain = (texts: readonly string[]) => texts.join(' ').replaceAll(/\s+/g, ' ');

describe('what an order means', () => {
  // With it come the sentences for what seldom happens.
  before(() => localize.explain({ code: 'cart_empty', retryable: false }));

  it('is that somebody who paid twice keeps the tickets and gets one payment back', () => {
    const { title, sentences } = meaning({
      reason: 'paid-twice',
      refund: refund('pending', 2200),
      tickets: [ticket('valid')],
    });
    expect(title).to.equal('Uw tickets zijn klaar');
    expect(plain(sentences)).to.contain('één keer is genoeg').and.to.contain('We storten € 22,00 terug');
  });

  it('is not good news when the bank took the money back', () => {
    const { title, tone, sentences } = meaning({
      reason: 'charged-back',
      tickets: [ticket('blocked'), ticket('blocked')],
    });
    expect(title).to.equal('Deze tickets zijn niet meer geldig');
    expect(tone).to.equal('warning');
    expect(plain(sentences)).not.to.contain('Veel plezier');
  });

  it('says who acts when a refund did not work by itself', () => {
    expect(plain(meaning({ state: 'refunding', refund: refund('failed') }).sentences)).to.contain(
      '€ 44,00 terugstorten lukte niet vanzelf. We nemen contact',
    );
  });

  it('tells until when places stay held only while one can still pay', () => {
    const holdEndsAt = '2026-11-22T11:14:00.000Z';
    expect(plain(meaning({ state: 'failed', canPayAgain: true, holdEndsAt }).sentences)).to.contain(
      'nog vast tot 12:14.',
    );
    expect(plain(meaning({ state: 'failed', holdEndsAt }).sentences)).to.equal('Er is niets aangerekend.');
  });

  it('promises back what a bank may still carry out, once nothing can be paid any more', () => {
    const promise = 'krijgt u ze terug.';
    expect(plain(meaning({ state: 'cancelled' }).sentences)).to.contain(promise);
    expect(plain(meaning({ state: 'cancelled', canPayAgain: true }).sentences)).not.to.contain(promise);
    expect(plain(meaning({ state: 'failed' }).sentences)).not.to.contain(promise);
  });

  it('is over when nothing was sold and nothing can be paid', () => {
    expect(isOver(order({ state: 'failed' }))).to.equal(true);
    expect(isOver(order({ state: 'failed', canPayAgain: true }))).to.equal(false);
    expect(isOver(order({ state: 'waiting' }))).to.equal(false);
    expect(isOver(order({ state: 'refunded' }))).to.equal(true);
  });

  it('knows what was paid, and what no ticket opens any more', () => {
    expect(isPaid(order({ state: 'refunding' }))).to.equal(true);
    expect(isPaid(order({ state: 'expired' }))).to.equal(false);
    expect(isVoid(order({ tickets: [ticket('refunded'), ticket('valid')] }))).to.equal(false);
    expect(isVoid(order({ tickets: [ticket('refunded')] }))).to.equal(true);
  });
});
