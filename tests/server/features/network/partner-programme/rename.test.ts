import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { referenceSchema, seatStatusSchema } from '../../../../../sdk/contract/index.ts';
import { renamePlan, renameStatus } from '../../../../../server/features/network/partner-programme/rename.ts';
import { SMALL_HALL } from '../../../../harness/small-hall.ts';

const selling = {
  agreement: '0c6ff5ac-58ae-4f0b-8d6e-8a2c2ef1f0aa',
  owner: { id: 'de-brug', name: 'De Brug', website: 'https://www.de-brug.example' },
  url: 'https://tickets.de-brug.example/centres/de-brug',
};

describe('what a partner calls by its own names', () => {
  it('is a plan of another name here, whose views are where the partner has them', () => {
    const [section] = SMALL_HALL.sections ?? [];
    const view = (image: string) => ({ ...section!, view: { image, text: { nl: 'Zicht' } } });
    const sections = [view('/views/z.svg'), view('https://elsewhere.example/z.svg'), section!];
    const plan = renamePlan(selling, { ...SMALL_HALL, sections });
    assert.equal(plan.id, 'de-brug.kleine-zaal');
    assert.equal(referenceSchema.safeParse(plan.id).success, true);
    assert.deepEqual(
      plan.sections?.map((each) => each.view?.image),
      ['https://tickets.de-brug.example/centres/de-brug/views/z.svg', 'https://elsewhere.example/z.svg', undefined],
    );
  });

  it('is a status that names the plan as we do', () => {
    const told = seatStatusSchema.parse({
      cursor: '1.2',
      plan: { id: 'kleine-zaal', version: 1 },
      seats: { held: 'a' },
      areas: {},
    });
    assert.deepEqual(renameStatus(selling, told), { ...told, plan: { id: 'de-brug.kleine-zaal', version: 1 } });
  });
});
