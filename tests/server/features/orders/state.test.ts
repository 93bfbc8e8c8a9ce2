import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { describeStanding, type Standing } from '../../../../server/features/orders/state.ts';

const CHECKOUT = 'https://pay.example/checkout';

function standing(change: {
  order?: Partial<Standing['order']>;
  payment?: Partial<NonNullable<Standing['payment']>> | null;
  refunds?: Standing['refunds'];
}): Standing {
  return {
    order: { state: 'open', cancelled: false, placesHeld: true, inTime: true, ...change.order },
    payment: change.payment === null ? null : { status: 'open', checkoutUrl: CHECKOUT, ...change.payment },
    refunds: change.refunds ?? [],
  };
}

const cases: readonly [string, Standing, ReturnType<typeof describeStanding>['state']][] = [
  ['waits while the buyer may pay', standing({}), 'waiting'],
  ['waits while the payment is being asked for', standing({ payment: { status: 'creating' } }), 'waiting'],
  ['waits while the bank decides', standing({ payment: { status: 'pending' } }), 'waiting'],
  ['is paid', standing({ order: { state: 'paid' }, payment: { status: 'paid' } }), 'paid'],
  ['is paid when it was free', standing({ order: { state: 'paid' }, payment: null }), 'paid'],
  [
    'stays paid when a later attempt failed',
    standing({ order: { state: 'paid' }, payment: { status: 'failed' } }),
    'paid',
  ],
  ['failed', standing({ payment: { status: 'failed' } }), 'failed'],
  ['was cancelled at the payment page', standing({ payment: { status: 'canceled' } }), 'cancelled'],
  ['was cancelled by its buyer', standing({ order: { state: 'closed', cancelled: true } }), 'cancelled'],
  ['expired with its payment', standing({ payment: { status: 'expired' } }), 'expired'],
  ['expired when its time was over', standing({ order: { state: 'closed' } }), 'expired'],
  [
    'is being paid back',
    standing({ order: { state: 'refund' }, refunds: [{ cents: 3700, state: 'pending' }] }),
    'refunding',
  ],
  [
    'was paid back',
    standing({ order: { state: 'refund' }, refunds: [{ cents: 3700, state: 'refunded' }] }),
    'refunded',
  ],
  [
    'is still being paid back when a refund failed, because a person will see to it',
    standing({ order: { state: 'refund' }, refunds: [{ cents: 3700, state: 'failed' }] }),
    'refunding',
  ],
];

describe('an order as its buyer sees it', () => {
  for (const [sentence, given, expected] of cases) {
    it(sentence, () => assert.equal(describeStanding(given).state, expected));
  }

  it('shows where to pay only while that payment is open', () => {
    assert.equal(describeStanding(standing({})).checkoutUrl, CHECKOUT);
    for (const status of ['pending', 'paid', 'failed', 'suspect', 'creating'] as const) {
      assert.equal(describeStanding(standing({ payment: { status } })).checkoutUrl, null);
    }
    assert.equal(describeStanding(standing({ order: { state: 'closed' } })).checkoutUrl, null);
  });

  it('can be paid again after an attempt without money, while the places are held and time is left', () => {
    for (const status of ['failed', 'canceled', 'expired', 'refused'] as const) {
      assert.equal(describeStanding(standing({ payment: { status } })).canPayAgain, true);
      assert.equal(
        describeStanding(standing({ payment: { status }, order: { placesHeld: false } })).canPayAgain,
        false,
      );
      assert.equal(describeStanding(standing({ payment: { status }, order: { inTime: false } })).canPayAgain, false);
    }
  });

  it('cannot be paid twice', () => {
    for (const status of ['creating', 'open', 'pending', 'authorized', 'paid', 'suspect'] as const) {
      assert.equal(describeStanding(standing({ payment: { status } })).canPayAgain, false);
    }
    assert.equal(
      describeStanding(standing({ payment: { status: 'failed' }, order: { state: 'paid' } })).canPayAgain,
      false,
    );
    assert.equal(describeStanding(standing({ payment: null })).canPayAgain, false);
  });

  it('counts all money that goes back, as far as the slowest part of it', () => {
    const refunds = [
      { cents: 3700, state: 'refunded' },
      { cents: 1200, state: 'queued' },
    ] as const;
    assert.deepEqual(describeStanding(standing({ order: { state: 'refund' }, refunds })).refund, {
      amount: { cents: 4900, currency: 'EUR' },
      state: 'queued',
    });
  });
});
