import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { setupServer } from 'msw/node';
import { webTimers } from '../../../../sdk/platform.ts';
import { systemClock } from '../../../../server/adapters/clock.ts';
import { systemRandomness } from '../../../../server/adapters/randomness.ts';
import { UITPAS_HOSTS } from '../../../../server/adapters/uitpas/hosts.ts';
import { createUitpas } from '../../../../server/adapters/uitpas/uitpas.ts';
import {
  createUitpasStandIn,
  TEST_CARDS,
  TEST_EVENTS,
  TEST_ORGANIZER,
  uitpasHandlers,
} from '../../../../server/demo/uitpas/index.ts';
import { type Uitpas, UitpasError } from '../../../../server/features/uitpas/port.ts';

const CLIENT = { clientId: 'client-van-de-proef', clientSecret: 'geheim-van-de-proef' };
const EVENT = TEST_EVENTS.fine.id;

interface Setting {
  readonly permissions?: readonly string[];
  readonly secret?: string;
}

function open({ permissions, secret = CLIENT.clientSecret }: Setting = {}) {
  const standIn = createUitpasStandIn({
    ...{ clock: systemClock, random: systemRandomness, clients: { [CLIENT.clientId]: secret } },
    ...(permissions && { permissions }),
  });
  let passed = 0;
  const logged: string[] = [];
  const uitpas = createUitpas({
    ...CLIENT,
    ...{ hosts: UITPAS_HOSTS.test, clock: systemClock, fetch: standIn.fetch },
    timers: {
      now: () => Date.now() + passed,
      // A deadline of seconds is over after a blink.
      after: (milliseconds, callback) => webTimers.after(milliseconds / 100, callback),
    },
    log: (line) => logged.push(line),
  });
  return {
    uitpas,
    standIn,
    logged,
    passes: (milliseconds: number) => {
      passed += milliseconds;
    },
  };
}

const ask = (uitpas: Uitpas, number: string, event: string = EVENT) =>
  uitpas.tariffs({ event, number, regularCents: 2000 });
const sale = (number: string, label: string, more: { tariff?: string; event?: string } = {}) => ({
  ...{ event: EVENT, number, regularCents: 2000, tariff: 'SOCIALTARIFF', label },
  ...more,
});
const failure = async (work: Promise<unknown>): Promise<UitpasError> => {
  const error = await work.then(
    () => assert.fail('it did not fail'),
    (caught: unknown) => caught,
  );
  assert.ok(error instanceof UitpasError, String(error));
  return error;
};

describe('UiTPAS, asked for tariffs', () => {
  it('gives the price that UiTPAS says, in cents, with how many places more the card may have', async () => {
    const { uitpas } = open();
    assert.deepEqual(await ask(uitpas, TEST_CARDS.social.number), {
      message: null,
      tariffs: [
        {
          ...{ id: 'SOCIALTARIFF', name: { nl: 'Kansentarief' }, kind: 'social', remaining: 1 },
          price: { cents: 400, currency: 'EUR' },
        },
      ],
    });
  });

  it('gives a coupon beside the social tariff, and of a group pass more places than one', async () => {
    const { uitpas } = open();
    const { tariffs } = await ask(uitpas, TEST_CARDS.withCoupon.number);
    assert.deepEqual(
      tariffs.map(({ id, kind, price }) => [id, kind, price.cents]),
      [
        ['SOCIALTARIFF', 'social', 400],
        ['COUPON_1079', 'coupon', 1400],
      ],
    );
    assert.equal((await ask(uitpas, TEST_CARDS.group.number)).tariffs[0]?.remaining, 5);
  });

  for (const card of ['none', 'otherRegion'] as const) {
    it(`gives what it has to say to who has no tariff (${card})`, async () => {
      const { tariffs, message } = await ask(open().uitpas, TEST_CARDS[card].number);
      assert.deepEqual(tariffs, []);
      assert.ok(message?.nl);
    });
  }

  it('gives what a card would pay before there is one', async () => {
    const { tariffs } = await open().uitpas.staticTariffs({ event: EVENT, regularCents: 1250 });
    assert.deepEqual(
      tariffs.map(({ price }) => price.cents),
      [250],
    );
  });

  const refusals: [string, string, string, string, boolean][] = [
    ['an expired social tariff', TEST_CARDS.expired.number, EVENT, 'uitpas_tariff_expired', true],
    ['a suspended social tariff', TEST_CARDS.suspended.number, EVENT, 'uitpas_tariff_suspended', true],
    ['a blocked card', TEST_CARDS.blocked.number, EVENT, 'uitpas_card_blocked', true],
    ['a card that nobody registered', TEST_CARDS.unregistered.number, EVENT, 'uitpas_card_invalid', true],
    ['a number that is none', '123', EVENT, 'uitpas_number_invalid', true],
    ['a card that nobody knows', '1234567890123', EVENT, 'uitpas_passholder_unknown', true],
    ['an event that is not there', TEST_CARDS.social.number, 'geen', 'uitpas_event_unknown', false],
    [
      'an event of somebody else',
      TEST_CARDS.social.number,
      TEST_EVENTS.withoutPermission.id,
      'uitpas_not_offered',
      false,
    ],
  ];
  for (const [what, number, event, code, says] of refusals) {
    it(`refuses ${what}, with a code of ours and what UiTPAS says`, async () => {
      const { uitpas, standIn } = open();
      const error = await failure(ask(uitpas, number, event));
      assert.deepEqual([error.outcome, error.code, error.text !== undefined], ['refused', code, says]);
      const tries = standIn.asked().filter((line) => line === 'GET /tariffs').length;
      assert.equal(tries, 1, 'what is refused is not asked again');
    });
  }
});

describe('UiTPAS, told of ticket sales', () => {
  it('registers them all, finds them back by their labels and takes each back, also twice', async () => {
    const { uitpas, standIn } = open();
    const wanted = ['a', 'b', 'c'].map((label) => sale(TEST_CARDS.group.number, label));
    const registered = await uitpas.register(wanted);
    assert.deepEqual(
      registered.map(({ label, cents }) => [label, cents]),
      [
        ['a', 400],
        ['b', 400],
        ['c', 400],
      ],
    );
    assert.deepEqual(await uitpas.find(EVENT, ['b', 'z']), [registered[1]]);
    for (const { id } of registered) await uitpas.cancel(id);
    await uitpas.cancel(registered[0]?.id ?? '');
    assert.deepEqual(standIn.sales(), []);
  });

  it('looks through all the pages of an event', async () => {
    const { uitpas, standIn } = open();
    for (let turn = 0; turn < 100; turn += 1) {
      standIn.world.register([
        { eventId: EVENT, uitpasNumber: TEST_CARDS.social.number, regularPrice: 20, tariff: { id: 'SOCIALTARIFF' } },
      ]);
    }
    await uitpas.register([sale(TEST_CARDS.socialToo.number, 'de laatste')]);
    assert.equal((await uitpas.find(EVENT, ['de laatste'])).length, 1);
  });

  const refusals: [string, ReturnType<typeof sale>, string][] = [
    ['one card twice', sale(TEST_CARDS.social.number, 'y'), 'uitpas_maximum_reached'],
    ['an expired tariff', sale(TEST_CARDS.expired.number, 'y'), 'uitpas_tariff_expired'],
    ['a coupon it has not', sale(TEST_CARDS.socialToo.number, 'y', { tariff: 'COUPON_9' }), 'uitpas_coupon_invalid'],
    ['a blocked card', sale(TEST_CARDS.blocked.number, 'y'), 'uitpas_card_blocked'],
    ['an unknown event', sale(TEST_CARDS.social.number, 'y', { event: 'geen' }), 'uitpas_event_unknown'],
  ];
  for (const [what, second, code] of refusals) {
    it(`registers none when one is refused (${what}), and says which`, async () => {
      const { uitpas, standIn } = open();
      const error = await failure(uitpas.register([sale(TEST_CARDS.social.number, 'x'), second]));
      assert.deepEqual([error.outcome, error.code, error.sale], ['refused', code, 1]);
      assert.deepEqual(standIn.sales(), []);
    });
  }

  it('refuses the ticket after the last of a week', async () => {
    const { uitpas } = open();
    const once = { event: TEST_EVENTS.oncePerWeek.id };
    await uitpas.register([sale(TEST_CARDS.social.number, 'x', once)]);
    const error = await failure(uitpas.register([sale(TEST_CARDS.social.number, 'y', once)]));
    assert.equal(error.code, 'uitpas_maximum_reached');
    const { tariffs, message } = await ask(uitpas, TEST_CARDS.social.number, once.event);
    assert.deepEqual(tariffs, []);
    assert.match(message?.nl ?? '', /maximaal 1 ticket/);
  });

  it('does not tell a registration twice by itself, whatever became of it', async () => {
    const { uitpas, standIn } = open();
    standIn.fail('answer-lost', 'POST /ticket-sales');
    const error = await failure(uitpas.register([sale(TEST_CARDS.social.number, 'x')]));
    assert.deepEqual([error.outcome, error.code], ['unknown', 'uitpas_unavailable']);
    assert.equal(standIn.sales().length, 1);
    standIn.fail(null);
    assert.equal((await uitpas.find(EVENT, ['x'])).length, 1);
  });

  it('puts nothing in an address that is no id', async () => {
    await assert.rejects(open().uitpas.cancel('../organizers'), TypeError);
  });
});

describe('UiTPAS, in trouble', () => {
  for (const fault of ['down', 'broken', 'hangs', 'answer-lost'] as const) {
    it(`is unavailable within its time when it is ${fault}, and a read is tried twice`, async () => {
      const { uitpas, standIn, logged } = open();
      await ask(uitpas, TEST_CARDS.social.number);
      standIn.fail(fault);
      const error = await failure(ask(uitpas, TEST_CARDS.social.number));
      assert.deepEqual([error.outcome, error.code], ['unknown', 'uitpas_unavailable']);
      assert.equal(logged.length, 2);
    });
  }

  it('is left alone for a while after five failures, and then tried again', async () => {
    const { uitpas, standIn, passes } = open();
    await ask(uitpas, TEST_CARDS.social.number);
    standIn.fail('broken');
    for (let turn = 0; turn < 3; turn += 1) await failure(ask(uitpas, TEST_CARDS.social.number));
    standIn.fail(null);
    const before = standIn.asked().length;
    await failure(ask(uitpas, TEST_CARDS.social.number));
    assert.equal(standIn.asked().length, before, 'it was asked all the same');
    passes(6_000);
    assert.equal((await ask(uitpas, TEST_CARDS.social.number)).tariffs.length, 1);
  });

  it('is not thought to be down because it refuses', async () => {
    const { uitpas } = open();
    for (let turn = 0; turn < 8; turn += 1) await failure(ask(uitpas, '123'));
    assert.equal((await ask(uitpas, TEST_CARDS.social.number)).tariffs.length, 1);
  });

  it('asks for a token once, and for another when that is no good any more', async () => {
    const { uitpas, standIn } = open();
    await Promise.all([1, 2, 3].map(() => ask(uitpas, TEST_CARDS.social.number)));
    standIn.revokeTokens();
    assert.equal((await ask(uitpas, TEST_CARDS.social.number)).tariffs.length, 1);
  });

  it('offers nothing to who has wrong credentials or no permission', async () => {
    const wrong = open({ secret: 'een ander geheim' });
    assert.equal((await failure(ask(wrong.uitpas, TEST_CARDS.social.number))).code, 'uitpas_not_offered');
    const poor = open({ permissions: ['TARIFFS_READ'] });
    assert.equal(
      (await failure(poor.uitpas.register([sale(TEST_CARDS.social.number, 'x')]))).code,
      'uitpas_not_offered',
    );
    assert.deepEqual(await poor.uitpas.permissions(), [{ organizer: TEST_ORGANIZER, permissions: ['TARIFFS_READ'] }]);
  });

  it('writes no card number and no key into the log', async () => {
    const { uitpas, standIn, logged } = open();
    await failure(ask(uitpas, TEST_CARDS.blocked.number));
    standIn.fail('broken');
    await failure(ask(uitpas, TEST_CARDS.social.number));
    assert.ok(logged.length > 1);
    assert.doesNotMatch(logged.join('\n'), /\d{13}|geheim|Bearer/);
  });
});

describe('the stand-in', () => {
  it('answers for UiTPAS’ test host itself, through msw, without a word of difference', async () => {
    const standIn = createUitpasStandIn({
      ...{ clock: systemClock, random: systemRandomness, clients: { [CLIENT.clientId]: CLIENT.clientSecret } },
    });
    const server = setupServer(...uitpasHandlers(standIn));
    server.listen();
    try {
      const uitpas = createUitpas({ ...CLIENT, hosts: UITPAS_HOSTS.test, clock: systemClock, log: () => {} });
      assert.equal((await ask(uitpas, TEST_CARDS.social.number)).tariffs.length, 1);
      assert.equal((await failure(ask(uitpas, TEST_CARDS.expired.number))).code, 'uitpas_tariff_expired');
    } finally {
      server.close();
    }
  });

  it('refuses in application/problem+json, with a type of publiq’s', async () => {
    const { standIn } = open();
    const answer = await standIn.fetch('https://api-test.uitpas.be/permissions');
    assert.equal(answer.headers.get('Content-Type'), 'application/problem+json');
    assert.match(((await answer.json()) as { type: string }).type, /^https:\/\/api\.publiq\.be\/probs\//);
  });
});
