import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { placeSchema } from '../../../../sdk/contract/cart.ts';
import { capacityOf, layOutPlan, placeName, seatById } from '../../../../sdk/model/seating-plan/index.ts';
import { smallPlan, smallSection } from './plans.ts';

const blocks = [{ rows: 'A..B', seats: 4, except: [{ seats: 'B-4', kind: 'house' as const }] }];
const plan = layOutPlan(smallPlan({ sections: [smallSection({ blocks })] }));

describe('the places of a plan', () => {
  it('are for sale when they are not the house’s own, areas by what they hold', () => {
    assert.equal(capacityOf(plan), 7 + 20);
  });

  it('are found by id', () => {
    assert.equal(seatById(plan).get('P-B-4')?.kind, 'house');
    assert.equal(seatById(plan).size, 8);
  });

  it('are said as a person says them', () => {
    assert.deepEqual(placeName(plan, 'P-A-2'), {
      id: 'P-A-2',
      kind: 'standard',
      section: { nl: 'Parterre' },
      row: 'A',
      seat: '2',
      zone: 'a',
    });
    assert.deepEqual(placeName(plan, 'STAAN'), { id: 'STAAN', kind: 'area', section: { nl: 'Staan' }, zone: 'a' });
    for (const id of ['P-A-2', 'STAAN']) assert.doesNotThrow(() => placeSchema.parse(placeName(plan, id)));
  });

  it('have no name when the plan does not know them', () => {
    for (const id of ['P-A-9', '', '__proto__', 'constructor']) assert.equal(placeName(plan, id), undefined);
  });
});
