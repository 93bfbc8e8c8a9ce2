import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createSeatChoice } from '../../../sdk/index.ts';
import type { GivenHall } from '../../../sdk/stores/given-hall.ts';
import { pricesFor, SMALL_HALL } from '../../../stories/fixtures/world.ts';

const choose = (options: Partial<GivenHall> = {}) => createSeatChoice({ plan: SMALL_HALL, ...options });
const request = (...seats: string[]) => ({ performance: '', seats: seats.map((seat) => ({ seat })) });

function ready({ get }: ReturnType<typeof choose>) {
  const now = get();
  if (now.state !== 'ready') throw new Error(`The hall is ${now.state}.`);
  return now;
}

describe('a choice of seats without a server', () => {
  it('is ready at once, from a plan as it is written or as it is laid out', () => {
    const written = ready(choose());
    assert.equal(written.plan.seats.length, 66);
    assert.deepEqual(written.status.areas, { STAAN: { free: 20 } });
    assert.equal(ready(choose({ plan: written.plan })).plan, written.plan);
  });

  it('picks all seats or none, and says why not', () => {
    const choice = choose({ status: { seats: { 'P-A-2': 'sold' } } });
    assert.deepEqual(choice.pick('P-A-1', 'P-A-2'), {
      error: { code: 'seats_taken', retryable: false, seats: ['P-A-2'] },
    });
    assert.deepEqual(choice.selected, []);
    assert.deepEqual(choice.pick('P-A-1', 'P-A-3'), { data: ['P-A-1', 'P-A-3'] });
    assert.equal(choice.pick('P-A-1').error?.code, 'seats_taken');
    assert.equal(choice.pick('P-A-10').error?.code, 'seats_taken', 'a seat of the house');
    assert.equal(choice.pick('P-Z-99').error?.code, 'seat_unknown');
    choice.release('P-A-1', 'P-Z-99');
    assert.deepEqual(choice.selected, ['P-A-3']);
  });

  it('counts places without number', async () => {
    const choice = choose({ status: { areas: { STAAN: { free: 2 } } } });
    const hold = (quantity: number, area = 'STAAN') =>
      choice.chosen.hold({ performance: '', areas: [{ area, quantity }] });
    assert.equal((await hold(3)).error?.code, 'area_full');
    assert.equal((await hold(1, 'KELDER')).error?.code, 'area_unknown');
    assert.equal((await hold(2)).error, undefined);
    assert.deepEqual(ready(choice).status.areas, { STAAN: { free: 0 } });
    const own = choice.chosen.get();
    assert.equal(own.state === 'open' && own.cart.lines.length, 2);
    choice.chosen.reset();
    assert.deepEqual(ready(choice).status.areas, { STAAN: { free: 2 } });
  });

  it('has the verbs of a cart, for whatever chooses seats with a server too', async () => {
    const choice = choose({ selected: ['P-B-1'] });
    await choice.chosen.hold(request('P-B-2'));
    const own = choice.chosen.get();
    assert.ok(own.state === 'open');
    assert.deepEqual(
      own.cart.lines.map(({ place }) => [place.row, place.seat]),
      [
        ['B', '1'],
        ['B', '2'],
      ],
    );
    await choice.chosen.release([own.cart.lines[0]?.id ?? '']);
    assert.deepEqual(choice.selected, ['P-B-2']);
  });

  it('sells no more than may be sold, and nothing that is not on sale', () => {
    const two = choose({ performance: { maxPlacesPerCart: 2 } });
    assert.equal(two.pick('P-A-1', 'P-A-2', 'P-A-3').error?.code, 'too_many_places');
    assert.equal(choose({ performance: { state: 'sale-ended' } }).pick('P-A-1').error?.code, 'not_on_sale');
  });

  it('takes what is new, and keeps what is the same', () => {
    const prices = pricesFor(SMALL_HALL, 22);
    const choice = choose({ prices });
    const before = ready(choice);
    const heard: string[][] = [];
    choice.subscribe(() => void heard.push([...Object.keys(ready(choice).status.seats)]));
    choice.update({ prices, status: { seats: { 'P-C-1': 'held' } }, selected: ['P-C-2'] });
    assert.deepEqual(heard, [[], ['P-C-1']]);
    assert.equal(ready(choice).performance, before.performance);
    assert.equal(ready(choice).plan, before.plan);
    assert.deepEqual(choice.selected, ['P-C-2']);
  });

  describe('refuses what can only be a mistake, and says which', () => {
    const bad = (options: object) => () => createSeatChoice({ plan: SMALL_HALL, ...options } as GivenHall);
    const [first] = SMALL_HALL.sections ?? [];
    const mistakes: [string, object, RegExp][] = [
      ['no plan', { plan: null }, /`plan` to be an object, got null/],
      ['text for a plan', { plan: '{}' }, /`plan` to be an object, got string/],
      ['another object', { plan: { id: 'x' } }, /`plan` to be a seating plan/],
      ['half a plan', { plan: { format: 'foyer-plan/1', id: 'x' } }, /`plan` to be a plan in the format/],
      ['an unknown zone', { plan: { ...SMALL_HALL, sections: [{ ...first, zone: 'loge' }] } }, /zone "loge"/],
      [
        'an unknown floor',
        { plan: { ...SMALL_HALL, sections: [{ ...first, floor: 'zolder' }] } },
        /floor that P is on/,
      ],
      [
        'an unknown kind',
        { plan: { ...SMALL_HALL, sections: [{ ...first, blocks: [{ rows: 'A', seats: 2, kind: 'sofa' }] }] } },
        /kind of seat "sofa"/,
      ],
      ['an unknown status', { status: { seats: { 'P-A-1': 'reserved' } } }, /seat P-A-1 .* got reserved/],
      ['a status that is none', { status: 7 }, /`status` to be an object, got number/],
      ['prices that are none', { prices: { zone: 'rang-1' } }, /`prices` to be a list/],
      ['a price without an amount', { prices: [{ zone: 'rang-1', price: 22 }] }, /`prices` of zone rang-1 .* cents/],
      ['rules nobody knows', { rules: { singleSeat: 'never', wheelchair: 'released' } }, /singleSeat .* got never/],
      ['half the rules', { rules: { singleSeat: 'strict' } }, /wheelchair protected or released, got undefined/],
    ];
    for (const [what, options, message] of mistakes) {
      it(what, () => assert.throws(bad(options), (error) => error instanceof TypeError && message.test(error.message)));
    }

    it('and leaves everything as it was when it is told later', () => {
      const choice = choose();
      assert.throws(() => choice.update({ status: { seats: { 'P-A-1': 'reserved' as 'sold' } } }), TypeError);
      assert.deepEqual(ready(choice).status.seats, {});
    });
  });
});
