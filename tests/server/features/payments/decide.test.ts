import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { type Decision, decide, isOver, type Known } from '../../../../server/features/payments/decide.ts';
import type { ProviderPayment } from '../../../../server/features/payments/provider.ts';

const ID = '0b8f6d0c-54a1-4f0e-8a2a-7f7f4d3f4a11';
const eur = (cents: number) => ({ cents, currency: 'EUR' }) as const;

function known(change: { order?: Partial<Known['order']>; payment?: Partial<Known['payment']> } = {}): Known {
  return {
    order: { state: 'open', cancelled: false, ...change.order },
    payment: { id: ID, status: 'open', cents: 3700, mode: 'test', chargedBackCents: 0, ...change.payment },
  };
}

function told(change: Partial<ProviderPayment> = {}): ProviderPayment {
  return {
    id: 'tr_7UhSN1zuXS',
    mode: 'test',
    status: 'open',
    amount: eur(3700),
    amountRefunded: eur(0),
    amountChargedBack: eur(0),
    reference: ID,
    method: null,
    checkoutUrl: null,
    cancelable: false,
    expiresAt: null,
    ...change,
  };
}

describe('what to do about a payment', () => {
  const cases: readonly [string, Known, ProviderPayment, Decision][] = [
    ['sells when an open order is paid', known(), told({ status: 'paid' }), { do: 'sell' }],
    [
      'sells when the payment was still being created here',
      known({ payment: { status: 'creating' } }),
      told({ status: 'paid' }),
      { do: 'sell' },
    ],
    [
      'tries to sell when the order had ended unpaid',
      known({ order: { state: 'closed' }, payment: { status: 'expired' } }),
      told({ status: 'paid' }),
      { do: 'sell' },
    ],
    [
      'gives money back that comes in after a cancellation',
      known({ order: { state: 'closed', cancelled: true } }),
      told({ status: 'paid' }),
      { do: 'refund', reason: 'paid-after-cancel' },
    ],
    [
      'gives the second money for one order back',
      known({ order: { state: 'paid' } }),
      told({ status: 'paid' }),
      { do: 'refund', reason: 'paid-twice' },
    ],
    ['notes that the buyer is paying', known(), told({ status: 'pending' }), { do: 'mark', status: 'pending' }],
    ['notes a failure', known(), told({ status: 'failed' }), { do: 'mark', status: 'failed' }],
    [
      'leaves a paid order alone when another attempt fails late',
      known({ order: { state: 'paid' } }),
      told({ status: 'failed' }),
      { do: 'mark', status: 'failed' },
    ],
    ['does nothing while nothing changed', known(), told(), { do: 'nothing' }],
    [
      'does nothing the second time it hears of the same money',
      known({ order: { state: 'paid' }, payment: { status: 'paid' } }),
      told({ status: 'paid' }),
      { do: 'nothing' },
    ],
    [
      'never takes paid back',
      known({ order: { state: 'paid' }, payment: { status: 'paid' } }),
      told({ status: 'expired' }),
      { do: 'nothing' },
    ],
    [
      'sees a chargeback',
      known({ order: { state: 'paid' }, payment: { status: 'paid' } }),
      told({ status: 'paid', amountChargedBack: eur(3700) }),
      { do: 'charge-back', cents: 3700 },
    ],
    [
      'sees a chargeback that was reversed',
      known({ order: { state: 'paid' }, payment: { status: 'paid', chargedBackCents: 3700 } }),
      told({ status: 'paid' }),
      { do: 'charge-back', cents: -3700 },
    ],
  ];
  for (const [sentence, before, provider, expected] of cases) {
    it(sentence, () => assert.deepEqual(decide(before, provider), expected));
  }

  const strangers: readonly [string, Partial<ProviderPayment>][] = [
    ['amount', { amount: eur(1) }],
    ['currency', { amount: { cents: 3700, currency: 'USD' as 'EUR' } }],
    ['mode', { mode: 'live' }],
    ['reference', { reference: 'ffffffff-54a1-4f0e-8a2a-7f7f4d3f4a11' }],
    ['reference (none)', { reference: null }],
  ];
  for (const [what, change] of strangers) {
    it(`raises an alarm and sells nothing when the ${what} is not ours`, () => {
      assert.deepEqual(decide(known(), told({ status: 'paid', ...change })), {
        do: 'alarm',
        reason: 'payment-mismatch',
      });
    });
  }
});

const orderStates = fc.constantFrom('open', 'paid', 'closed', 'refund');
const ownStatuses = fc.constantFrom(
  'creating',
  'open',
  'pending',
  'authorized',
  'paid',
  'failed',
  'canceled',
  'expired',
  'refused',
  'suspect',
);
const providerStatuses = fc.constantFrom('open', 'pending', 'authorized', 'paid', 'failed', 'canceled', 'expired');
const situations = fc.record({
  before: fc.record({
    order: fc.record({ state: orderStates, cancelled: fc.boolean() }),
    payment: fc.record({
      id: fc.constant(ID),
      status: ownStatuses,
      cents: fc.constant(3700),
      mode: fc.constant('test'),
      chargedBackCents: fc.constantFrom(0, 3700),
    }),
  }),
  provider: fc
    .record({
      status: providerStatuses,
      cents: fc.constantFrom(3700, 3701),
      reference: fc.constantFrom(ID, null, 'other'),
      back: fc.constantFrom(0, 1, 3700),
    })
    .map(({ status, cents, reference, back }) =>
      told({ status, amount: eur(cents), reference, amountChargedBack: eur(back) }),
    ),
}) as fc.Arbitrary<{ before: Known; provider: ProviderPayment }>;

/** The books after a decision was carried out; places are there or not, as luck has it. */
function carryOut(before: Known, decision: Decision, placesThere: boolean): Known {
  const { order, payment } = before;
  switch (decision.do) {
    case 'nothing':
      return before;
    case 'mark':
      return { order, payment: { ...payment, status: decision.status } };
    case 'sell':
      return {
        order: { ...order, state: placesThere ? 'paid' : 'refund' },
        payment: { ...payment, status: 'paid' },
      };
    case 'refund':
      return {
        order: { ...order, state: order.state === 'paid' ? 'paid' : 'refund' },
        payment: { ...payment, status: 'paid' },
      };
    case 'charge-back':
      return { order, payment: { ...payment, chargedBackCents: payment.chargedBackCents + decision.cents } };
    case 'alarm':
      return { order, payment: { ...payment, status: 'suspect' } };
  }
}

describe('what to do about a payment, in whatever order things happen', () => {
  it('comes to rest after at most two steps', () => {
    fc.assert(
      fc.property(situations, fc.boolean(), ({ before, provider }, there) => {
        let state = before;
        let steps = 0;
        for (let next = decide(state, provider); next.do !== 'nothing'; next = decide(state, provider)) {
          state = carryOut(state, next, there);
          steps += 1;
          assert.ok(steps <= 2);
        }
      }),
    );
  });

  it('moves money at most once however often and in whatever order it is told', () => {
    const stories = fc.array(fc.tuple(fc.nat(1), providerStatuses), { maxLength: 12 });
    fc.assert(
      fc.property(stories, fc.boolean(), fc.option(fc.nat(11)), (story, there, cancelAt) => {
        let order: Known['order'] = { state: 'open', cancelled: false };
        const payments = [known().payment, { ...known().payment, id: ID.replace('0', '1') }];
        const money = [0, 0];
        let sales = 0;
        for (const [moment, [which, status]] of story.entries()) {
          if (moment === cancelAt && order.state === 'open') order = { state: 'closed', cancelled: true };
          const payment = payments[which] as Known['payment'];
          const decision = decide({ order, payment }, told({ status: status as 'paid', reference: payment.id }));
          const after = carryOut({ order, payment }, decision, there);
          if (decision.do === 'sell' || decision.do === 'refund') money[which] = (money[which] ?? 0) + 1;
          if (decision.do === 'sell') sales += 1;
          order = after.order;
          payments[which] = after.payment;
        }
        assert.ok(sales <= 1);
        for (const [which, times] of money.entries()) {
          assert.equal(times, payments[which]?.status === 'paid' ? 1 : 0);
        }
      }),
    );
  });

  it('lets nothing but money change a payment that is over', () => {
    fc.assert(
      fc.property(situations, ({ before, provider }) => {
        fc.pre(isOver(before.payment.status) && provider.status !== 'paid');
        const { do: what } = decide(before, provider);
        assert.ok(what === 'nothing' || what === 'charge-back' || what === 'alarm');
      }),
    );
  });

  it('sells only to an order that waits, for exactly its own amount', () => {
    fc.assert(
      fc.property(situations, ({ before, provider }) => {
        if (decide(before, provider).do !== 'sell') return;
        assert.ok(before.order.state === 'open' || before.order.state === 'closed');
        assert.equal(before.order.cancelled, false);
        assert.deepEqual([provider.status, provider.amount.cents, provider.reference], ['paid', 3700, ID]);
      }),
    );
  });
});
