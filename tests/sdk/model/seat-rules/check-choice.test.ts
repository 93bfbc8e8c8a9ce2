import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkChoice, checkHold } from '../../../../sdk/model/seat-rules/check-choice.ts';
import { drawnHall, idsOf, seatAt } from '../seat-choice/drawn-hall.ts';

function choice(drawing: string): [string, string[]] | null {
  const hall = drawnHall(drawing);
  const broken = checkChoice(hall);
  return broken && [broken.code, idsOf(hall, broken.seats)];
}

function hold(drawing: string, ids: readonly string[], declared: readonly string[] = []): [string, string[]] | null {
  const hall = drawnHall(drawing);
  const seats = (of: readonly string[]) => of.map((id) => seatAt(hall, id));
  const broken = checkHold(hall, seats(ids), new Set(seats(declared)));
  return broken && [broken.code, idsOf(hall, broken.seats)];
}

describe('the check of a choice', () => {
  it('names the rule that is broken and the seats it is about', () => {
    assert.equal(choice('mm..'), null);
    assert.deepEqual(choice('mm.|....'), ['seat_left_alone', ['A-1-3']]);
    assert.deepEqual(choice('wC..'), ['companion_alone', ['A-1-2']]);
    assert.equal(choice('WC..'), null);
  });
});

describe('the check of what is asked for', () => {
  it('wants to hear that somebody comes in a wheelchair', () => {
    assert.deepEqual(hold('wc..', ['A-1-1']), ['wheelchair_place_protected', ['A-1-1']]);
    assert.equal(hold('wc..', ['A-1-1'], ['A-1-1']), null);
  });

  it('gives a companion seat beside a wheelchair place in the cart or in the same wish', () => {
    assert.deepEqual(hold('wc..', ['A-1-2']), ['companion_alone', ['A-1-2']]);
    assert.equal(hold('Wc..', ['A-1-2']), null);
    assert.equal(hold('wc..', ['A-1-2', 'A-1-1'], ['A-1-1']), null);
  });

  it('does not mind a seat that is left alone while people are still choosing', () => {
    assert.equal(hold('....', ['A-1-2']), null);
  });
});
