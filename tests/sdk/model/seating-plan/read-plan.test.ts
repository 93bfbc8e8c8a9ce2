import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { layOutPlan } from '../../../../sdk/model/seating-plan/index.ts';
import { readPlan } from '../../../../sdk/model/seating-plan/read-plan.ts';
import { fixtureText, HALLS, hallText, smallPlan } from './plans.ts';

describe('a plan file', () => {
  it('gives the plan, and the source to store from which a browser lays out the same plan', () => {
    for (const text of [...HALLS.map(hallText), fixtureText('pretix-kapel.json'), JSON.stringify(smallPlan())]) {
      const result = readPlan(text);
      assert.ok('plan' in result);
      assert.deepEqual(layOutPlan(JSON.parse(JSON.stringify(result.source))), result.plan);
    }
  });

  it('may start with a byte order mark', () => {
    assert.ok('plan' in readPlan(`\uFEFF${JSON.stringify(smallPlan())}`));
  });

  it('may have areas only', () => {
    const result = readPlan(JSON.stringify({ ...smallPlan(), sections: undefined }));
    assert.ok('plan' in result);
    assert.equal(result.plan.seats.length, 0);
  });

  it('never makes the reader throw, whatever text it is', () => {
    const anyText = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.json(),
      fc.json().map((json) => `{"format":"foyer-plan/1","zones":${json}}`),
    );
    fc.assert(
      fc.property(anyText, (text) => {
        const result = readPlan(text);
        assert.ok('problems' in result && result.problems.length > 0);
      }),
      { numRuns: 1000, seed: 20261122 },
    );
  });

  it('never makes the reader throw, whatever part of a good plan is damaged', () => {
    for (const text of [JSON.stringify(smallPlan()), fixtureText('pretix-kapel.json')]) {
      const values = [...text.matchAll(/"[^"]*"|-?\d+|\[\]|null/g)];
      const odd = fc.constantFrom('null', '-1', '1e308', '"A..Z"', '"1..9"', '[]', '{}', '""', '"constructor"', '[[]]');
      fc.assert(
        fc.property(fc.constantFrom(...values), odd, ({ index, 0: { length } }, value) => {
          const result = readPlan(text.slice(0, index) + value + text.slice(index + length));
          assert.ok('plan' in result || result.problems.length > 0);
        }),
        { numRuns: 1000, seed: 20261122 },
      );
    }
  });
});
