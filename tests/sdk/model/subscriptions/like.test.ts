import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { likeFor } from '../../../../sdk/model/subscriptions/like.ts';
import { chosenOf, holderOf, offerOf } from './choosing.ts';

const [first, second, third] = [offerOf('een', 0), offerOf('twee', 24), offerOf('drie', 48)];
const elsewhere = offerOf('elders', 30);
const offers = [
  first,
  second,
  third,
  { ...elsewhere, performance: { ...elsewhere.performance, hall: { id: 'kelder', name: { nl: 'Kelder' } } } },
];
const an = holderOf([], { id: 'an', chosen: [chosenOf(first, 'A-1'), chosenOf(second, 'B-1')] });
const bo = holderOf([], { id: 'bo', chosen: [chosenOf(first, 'A-2')] });
const cis = holderOf([], { id: 'cis', chosen: [] });

describe('where people like to sit', () => {
  it('is beside those of their party who sit there already', () => {
    assert.deepEqual(likeFor({ holders: [an, bo, cis], offers }, 'een', [cis]), ['A-1', 'A-2']);
  });

  it('is where they sit on the last evening in the same hall', () => {
    assert.deepEqual(likeFor({ holders: [an, bo], offers }, 'drie', [an]), ['B-1']);
    assert.deepEqual(likeFor({ holders: [an, bo], offers }, 'drie', [bo]), ['A-2']);
  });

  it('is nowhere in a hall where they have not been, nor for who has nothing', () => {
    assert.deepEqual(likeFor({ holders: [an, bo], offers }, 'elders', [an]), []);
    assert.deepEqual(likeFor({ holders: [cis], offers }, 'drie', [cis]), []);
  });
});
