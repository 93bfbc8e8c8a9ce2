import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, beforeEach, describe, it } from 'node:test';
import { openTestCart, type TestCentre } from '../../../harness/centre.ts';
import {
  createOctoCentre,
  createReseller,
  DATES,
  emptyHall,
  type TestReseller,
  takenPlaces,
} from '../../../harness/octo.ts';
import { removeOctoLock } from '../../../harness/unguarded.ts';

/** Sends one booking many times at once, of places where all can be had at once. @returns the statuses that were answered. */
async function sameAtOnce(reseller: TestReseller): Promise<readonly number[]> {
  const uuid = randomUUID();
  const answers = await Promise.all(Array.from({ length: 6 }, () => reseller.book(2, { uuid, optionId: 'rang-2' })));
  return answers.map(({ status }) => status);
}

/** Lets three resellers book four places each, four times at once, where there is room for all. */
async function manyAtOnce(resellers: readonly TestReseller[]): Promise<readonly number[]> {
  const crowd = Array.from({ length: 4 }, () => resellers).flat();
  const answers = await Promise.all(crowd.map((one) => one.book(4)));
  return answers.map(({ status }) => status);
}

const all = (count: number) => Array<number>(count).fill(200);

describe('resellers who book at the same moment', () => {
  let centre: TestCentre;
  let unguarded: TestCentre;
  const three = (at: TestCentre) => Promise.all([createReseller(at), createReseller(at), createReseller(at)]);
  before(async () => {
    centre = await createOctoCentre({ connections: 12 });
    unguarded = await createOctoCentre({ connections: 12 });
    await removeOctoLock(unguarded);
  });
  after(() => Promise.all([centre.stop(), unguarded.stop()]));
  beforeEach(() => emptyHall(centre));

  it('get one booking of one request, however often it comes', async () => {
    assert.deepEqual(await sameAtOnce(await createReseller(centre)), all(6));
    assert.equal((await takenPlaces(centre)).length, 2);
  });

  it('and would not without the lock', async () => {
    assert.notDeepEqual(await sameAtOnce(await createReseller(unguarded)), all(6));
  });

  it('each get the best that is left, and nobody what another has', async () => {
    assert.deepEqual(await manyAtOnce(await three(centre)), all(12));
    assert.equal((await takenPlaces(centre)).length, 48);
  });

  it('and would be sent away without the lock, though there is room', async () => {
    assert.notDeepEqual(await manyAtOnce(await three(unguarded)), all(12));
  });

  it('do not wait for a connection that none of them gives back', async () => {
    const few = await createOctoCentre({ connections: 3 });
    try {
      assert.deepEqual(await manyAtOnce(await three(few)), all(12));
    } finally {
      await few.stop();
    }
  });

  it('stand aside for visitors who are faster, and hold nothing in part', async () => {
    const reseller = await createReseller(centre);
    const rows = ['A', 'B', 'C', 'D'];
    const visitors = await Promise.all(rows.map(() => openTestCart(centre)));
    const [answers] = await Promise.all([
      Promise.all(rows.map(() => reseller.book(5))),
      Promise.all(visitors.map((cart, at) => cart.holdSeats([`Z-${rows[at]}-5`, `Z-${rows[at]}-6`], DATES[0]))),
    ]);
    const claims = await centre.db.selectFrom('claim').select('cart_id').execute();
    const sizes = [...Map.groupBy(claims, ({ cart_id }) => cart_id).values()].map(({ length }) => length);
    const booked = answers.filter(({ status }) => status === 200).length;
    assert.equal(booked, 4);
    assert.equal(sizes.filter((size) => size === 5).length, booked);
    assert.ok(
      sizes.every((size) => size === 5 || size === 2),
      String(sizes),
    );
  });
});
