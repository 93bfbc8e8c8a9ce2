import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { SeatRules } from '../../../sdk/contract/index.ts';
import { createSeatChoice } from '../../../sdk/index.ts';
import { SMALL_HALL } from '../../../stories/fixtures/world.ts';

const RULES: SeatRules = { singleSeat: 'strict', wheelchair: 'protected' };
const choose = (rules?: SeatRules, selected: readonly string[] = []) =>
  createSeatChoice({ plan: SMALL_HALL, rules, selected });
const inWheelchair = (seat: string) => ({ seat, wheelchairUser: true });
const refused = (code: string, ...seats: string[]) => ({ error: { code, retryable: false, seats } });

/** Row E begins with a wheelchair place and the seat of who comes along. */
describe('a choice of seats without a server', () => {
  it('keeps wheelchair places for who says that somebody comes in one', () => {
    const choice = choose(RULES);
    assert.deepEqual(choice.pick('P-C-1', 'P-E-1'), refused('wheelchair_place_protected', 'P-E-1'));
    assert.deepEqual(choice.selected, []);
    assert.deepEqual(choice.pick(inWheelchair('P-E-1')), { data: ['P-E-1'] });
  });

  it('keeps companions’ seats for who comes along, and lets them go together', () => {
    const choice = choose(RULES);
    assert.deepEqual(choice.pick('P-E-2'), refused('companion_alone', 'P-E-2'));
    assert.deepEqual(choice.pick(inWheelchair('P-E-1'), 'P-E-2'), { data: ['P-E-1', 'P-E-2'] });
    choice.release('P-E-1');
    assert.deepEqual(choice.selected, []);
  });

  it('gives a companion’s line back with the line of the wheelchair place, as a cart does', async () => {
    const choice = choose(RULES);
    const { data } = await choice.chosen.hold({
      performance: '',
      seats: [inWheelchair('P-E-1'), { seat: 'P-E-2' }, { seat: 'P-C-1' }],
    });
    assert.ok(data);
    const own = choice.chosen.get();
    const line = own.state === 'open' ? own.cart.lines.find(({ place }) => place.id === 'P-E-1') : undefined;
    await choice.chosen.release([line?.id ?? '']);
    assert.deepEqual(choice.selected, ['P-C-1']);
  });

  it('says before the order which seat is left alone, and lets people choose one by one until then', () => {
    const choice = choose(RULES);
    assert.deepEqual(choice.pick('P-C-2'), { data: ['P-C-2'] });
    assert.deepEqual(choice.check(), refused('seat_left_alone', 'P-C-1').error);
    choice.pick('P-C-1');
    assert.equal(choice.check(), null);
  });

  it('says so too of what the page itself chose', () => {
    assert.equal(choose(RULES, ['P-E-2']).check()?.code, 'companion_alone');
    assert.equal(choose({ ...RULES, singleSeat: 'lenient' }, ['P-C-2']).check(), null);
  });

  it('lets anybody sit anywhere without rules', () => {
    const choice = choose();
    assert.deepEqual(choice.pick('P-E-1', 'P-C-2'), { data: ['P-E-1', 'P-C-2'] });
    assert.equal(choice.check(), null);
    choice.update({ rules: RULES });
    assert.equal(choice.check()?.code, 'seat_left_alone');
  });

  it('takes no seat twice', () => {
    const choice = choose();
    assert.deepEqual(choice.pick('P-C-3', 'P-C-3'), refused('duplicate_seat', 'P-C-3'));
    assert.deepEqual(choice.selected, []);
  });
});
