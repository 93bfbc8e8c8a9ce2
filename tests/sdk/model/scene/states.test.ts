import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createScene } from '../../../../sdk/model/scene/scene.ts';
import { changedSeats, readStates, stateName } from '../../../../sdk/model/scene/states.ts';
import { layOutPlan } from '../../../../sdk/model/seating-plan/index.ts';
import { hallOf, smallHall } from './any-hall.ts';

const scene = createScene(smallHall());
const nameOf = (states: Uint8Array, id: string) => stateName(states[scene.indexOf.get(id) ?? -1] ?? -1);

describe('the states of seats', () => {
  it('are free unless the status says otherwise', () => {
    const states = readStates(scene, {
      status: { seats: { 'S0-A-1': 'sold', 'S0-A-2': 'held', 'S0-A-3': 'blocked' } },
    });
    assert.deepEqual(
      ['S0-A-1', 'S0-A-2', 'S0-A-3', 'S0-A-4'].map((id) => nameOf(states, id)),
      ['sold', 'held', 'blocked', 'free'],
    );
  });

  it('put what is ours before what everybody sees, and what is under way before that', () => {
    const status = { seats: { 'S0-A-1': 'held', 'S0-A-2': 'held' } as const };
    const states = readStates(scene, { status, mine: ['S0-A-1', 'S0-A-2'], pending: ['S0-A-2', 'S0-A-3'] });
    assert.deepEqual(
      ['S0-A-1', 'S0-A-2', 'S0-A-3'].map((id) => nameOf(states, id)),
      ['mine', 'pending', 'pending'],
    );
  });

  it('pass over seats the plan does not have', () => {
    const states = readStates(scene, { status: { seats: { 'Z-9': 'sold' } }, mine: ['Q-1'], pending: ['Q-2'] });
    assert.deepEqual([...states], Array(scene.count).fill(0));
  });

  it('keep the seats of the house from being chosen', () => {
    const [section] = hallOf([{ rows: 1, seats: 3 }]).sections ?? [];
    const block = { ...section?.blocks?.[0], rows: 'A', seats: 3, except: [{ seats: 'A-2', kind: 'house' as const }] };
    const plan = layOutPlan({
      ...hallOf([{ rows: 1, seats: 3 }]),
      sections: [{ id: 'S0', name: { nl: 'Deel' }, zone: 'rang-1', blocks: [block] }],
    });
    const states = readStates(createScene(plan), { status: { seats: {} } });
    assert.deepEqual([...states].map(stateName), ['free', 'blocked', 'free']);
  });

  it('tell which seats are different from before', () => {
    const before = readStates(scene, { status: { seats: { 'S0-A-1': 'held' } } });
    const after = readStates(scene, { status: { seats: { 'S0-A-1': 'sold', 'S0-B-1': 'held' } } });
    assert.deepEqual(changedSeats(before, after), [scene.indexOf.get('S0-A-1'), scene.indexOf.get('S0-B-1')]);
    assert.deepEqual(changedSeats(after, after), []);
  });
});
