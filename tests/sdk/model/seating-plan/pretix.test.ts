import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readPlan } from '../../../../sdk/model/seating-plan/read-plan.ts';
import { fixtureText } from './plans.ts';

const text = fixtureText('pretix-kapel.json');

function readKapel() {
  const result = readPlan(text);
  assert.ok('plan' in result);
  return result;
}

/** What is wrong with the chapel after one change in its text. */
function problemsAfter(before: string, after: string) {
  assert.ok(text.includes(before));
  const result = readPlan(text.replace(before, after));
  assert.ok('problems' in result);
  return result.problems.map(({ path, code }) => [path, code]);
}

describe('a plan of pretix', () => {
  const { plan, source, format } = readKapel();

  it('becomes a plan of ours that can be stored and gives the same seats again', () => {
    assert.equal(format, 'pretix');
    const again = readPlan(JSON.stringify(source));
    assert.ok('plan' in again);
    assert.equal(again.format, 'foyer');
    assert.deepEqual(again.plan, plan);
  });

  it('has its categories as price zones and its zones with seats as sections', () => {
    assert.deepEqual(
      plan.zones.map(({ id, name, colour }) => [id, name.nl, colour]),
      [
        ['middenbeuk', 'Middenbeuk', '#77cc44'],
        ['zijbeuk', 'Zijbeuk', '#3377aa'],
        ['oksaal', 'Oksaal', undefined],
      ],
    );
    assert.deepEqual(
      plan.sections.map(({ id, name }) => [id, name.nl]),
      [
        ['beuk', 'Beuk'],
        ['Oksaal', 'Oksaal'],
      ],
    );
  });

  it('keeps rows together, in their order, whatever zones their seats are in', () => {
    const rows = plan.rows.map(
      ({ label, seats }) => `${label}: ${seats.map((seat) => plan.seats[seat]!.number).join(' ')}`,
    );
    assert.deepEqual(rows, ['A: 1 2 3 4 5', 'B: 1 2', '1: 1 2 3']);
    assert.deepEqual(
      plan.seats.slice(0, 3).map(({ zone }) => zone),
      ['zijbeuk', 'middenbeuk', 'middenbeuk'],
    );
  });

  it('keeps guids that can be ids, and makes different ids of those that cannot', () => {
    assert.deepEqual(plan.seats.map(({ id }) => id).slice(4), [
      'beuk-A-5',
      'beuk-B-1-e',
      'beuk-B-1-e-2',
      '9f1a3c52-7a40-4b62-8a36-5d9b0e6d7c11',
      '9f1a3c52-7a40-4b62-8a36-5d9b0e6d7c12',
      '9f1a3c52-7a40-4b62-8a36-5d9b0e6d7c13',
    ]);
  });

  it('is as large as a hall: neighbours sit half a metre apart, positions of zone, row and seat added up', () => {
    const [, , third, fourth] = plan.seats;
    assert.deepEqual([third!.x, third!.y], [300, 400]);
    assert.equal(fourth!.x - third!.x, 50);
    assert.deepEqual([plan.seats[5]!.x, plan.seats[5]!.y], [200, 480]);
  });

  it('has its areas as decor that is called what it says', () => {
    assert.deepEqual(
      plan.decor.map(({ kind, name }) => [kind, name?.nl]),
      [
        ['stage', 'Podium'],
        ['wall', undefined],
        ['door', 'Ingang'],
        ['label', 'Bar'],
      ],
    );
    const stage = plan.decor[0]!.outline;
    assert.deepEqual(
      [stage[0], stage[2]],
      [
        { x: 400, y: 40 },
        { x: 1000, y: 240 },
      ],
    );
    const turned = plan.decor[2]!.outline;
    assert.deepEqual(
      turned.map(({ x, y }) => [x, y]),
      [
        [600, 400],
        [600, 440],
        [560, 400],
      ],
    );
  });

  it('is refused where a guid is there twice, with the place in the file that was read', () => {
    assert.deepEqual(problemsAfter('"beuk-A-4"', '"beuk-A-1"'), [
      ['$.zones[1].rows[0].seats[3].seat_guid', 'duplicate-id'],
    ]);
  });

  it('is refused where a category is unknown, a key is missing or seats overlap', () => {
    assert.deepEqual(problemsAfter('"category": "Oksaal" }', '"category": "Toren" }'), [
      ['$.zones[2].rows[0].seats[0].category', 'zone-unknown'],
    ]);
    assert.deepEqual(problemsAfter('"row_number": "B",', ''), [['$.zones[1].rows[1]', 'missing-key']]);
    assert.deepEqual(problemsAfter('{ "x": 75, "y": 0 }', '{ "x": 55, "y": 0 }'), [
      ['$.zones[1].rows[0]', 'seats-overlap'],
    ]);
    assert.deepEqual(problemsAfter('{ "x": 75, "y": 0 }', '{ "x": 75, "y": "0" }'), [
      ['$.zones[1].rows[0].seats[3].position.y', 'wrong-type'],
    ]);
  });

  it('may lack what pretix calls optional, and may be of an older version', () => {
    const old = {
      name: 'Oud',
      categories: [{ name: 'X' }],
      zones: [
        {
          position: { x: 0, y: 0 },
          rows: [
            { row_number: '1', seats: [{ seat_guid: 'a', seat_number: '1', category: 'X', position: { x: 0, y: 0 } }] },
          ],
          areas: [{ width: 100, height: 20, position: { x: 0, y: 50 }, text: 'Bühne' }],
        },
      ],
    };
    const result = readPlan(JSON.stringify(old));
    assert.ok('plan' in result);
    assert.equal(result.plan.sections[0]?.name.nl, 'Zone 1');
    assert.equal(result.plan.decor[0]?.kind, 'stage');
  });

  it('may have two zones of one name, whose plan can be stored', () => {
    const zone = (y: number, guid: string) => ({
      name: 'Balkon',
      position: { x: 0, y },
      rows: [
        { row_number: 'A', seats: [{ seat_guid: guid, seat_number: '1', category: 'X', position: { x: 0, y: 0 } }] },
      ],
    });
    const plan = { name: 'Dubbel', categories: [{ name: 'X' }], zones: [zone(0, 'a'), zone(100, 'b')] };
    const result = readPlan(JSON.stringify(plan));
    assert.ok('plan' in result, JSON.stringify(result));
    assert.equal(new Set(result.plan.sections.map(({ id }) => id)).size, 2);
    assert.ok('plan' in readPlan(JSON.stringify(result.source)));
  });

  it('is refused when it draws more than a plan of ours may', () => {
    const areas = Array.from({ length: 500 }, () => ({ circle: { radius: 5 } }));
    const zones = [...JSON.parse(text).zones, ...Array.from({ length: 11 }, () => ({ rows: [], areas }))];
    const result = readPlan(JSON.stringify({ ...JSON.parse(text), zones }));
    assert.deepEqual('problems' in result && result.problems.map(({ path, code }) => [path, code]), [
      ['$.decor', 'wrong-length'],
    ]);
  });

  it('with ten thousand guids that are no ids still gets ten thousand ids', () => {
    const seats = Array.from({ length: 2000 }, (_, index) => ({
      seat_guid:
        '☃'.repeat(1 + (index % 2)) +
        '\u2009'.repeat(index % 90) +
        String.fromCodePoint(0x2600 + (index % 200), 0x2700 + index),
      seat_number: String(index),
      category: 'X',
      position: { x: index * 25, y: 0 },
    }));
    const rows = [0, 1, 2, 3, 4].map((row) => ({
      row_number: String(row),
      position: { x: 0, y: row * 40 },
      seats: seats.map((seat) => ({ ...seat, seat_guid: `${seat.seat_guid}${'♥'.repeat(row)}` })),
    }));
    const result = readPlan(JSON.stringify({ name: 'Sneeuw', categories: [{ name: 'X' }], zones: [{ rows }] }));
    assert.ok('plan' in result, JSON.stringify(result).slice(0, 300));
    assert.equal(new Set(result.plan.seats.map(({ id }) => id)).size, 10_000);
  });
});
