import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { seatsLike } from '../../../../sdk/model/best-seats/index.ts';
import { createScene, readStates } from '../../../../sdk/model/scene/index.ts';
import { layOutPlan } from '../../../../sdk/model/seating-plan/index.ts';
import { SMALL_HALL } from '../../../../stories/fixtures/world.ts';

const scene = createScene(layOutPlan(SMALL_HALL));
const RULES = { singleSeat: 'strict', wheelchair: 'protected' } as const;
const hall = (sold: readonly string[]) => ({
  scene,
  states: readStates(scene, { status: { seats: Object.fromEntries(sold.map((id) => [id, 'sold'] as const)) } }),
  rules: RULES,
});
const indices = (ids: readonly string[]) => ids.map((id) => scene.indexOf.get(id) ?? -1);
const ask = (sold: readonly string[], known: readonly string[], places = known.length) => {
  const found = seatsLike(hall(sold), indices(known), { places, prices: new Map() });
  return found?.seats.map((seat) => scene.plan.seats[seat]?.id);
};

describe('seats like those somebody knows', () => {
  it('are the same ones where they are free', () => {
    assert.deepEqual(ask([], ['P-C-4', 'P-C-5']), ['P-C-4', 'P-C-5']);
  });

  it('are in the same zone, near them, where they are not', () => {
    const found = ask(['P-C-5'], ['P-C-4', 'P-C-5']) ?? [];
    assert.equal(found.length, 2);
    assert.ok(
      found.every((id) => id?.startsWith('P-')),
      String(found),
    );
  });

  it('are the best there are when that zone is full', () => {
    const stalls = scene.plan.seats.filter(({ zone }) => zone === 'rang-1').map(({ id }) => id);
    const found = ask(stalls, ['P-C-4', 'P-C-5']) ?? [];
    assert.ok(found.length === 2 && found.every((id) => id?.startsWith('B-')), String(found));
  });

  it('are the best there are for who knows none, and none in a full hall', () => {
    assert.equal(ask([], [], 2)?.length, 2);
    assert.equal(
      ask(
        scene.plan.seats.map(({ id }) => id),
        ['P-C-4'],
      ),
      undefined,
    );
  });
});
