import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, beforeEach, describe, it } from 'node:test';
import type { Reservation } from '../../../../../sdk/contract/network/index.ts';
import { FoyerError } from '../../../../../server/errors.ts';
import { confirm } from '../../../../../server/features/network/reservations/confirm.ts';
import { ownerParts } from '../../../../../server/features/network/reservations/index.ts';
import type { OwnerAgreement, OwnerParts } from '../../../../../server/features/network/reservations/parts.ts';
import { reserve } from '../../../../../server/features/network/reservations/reserve.ts';
import { createTestCentre, openTestCart } from '../../../../harness/centre.ts';
import {
  createDatabaseWorld,
  type DatabaseWorld,
  databaseWorldOf,
} from '../../../../harness/network/database-world.ts';
import { wanting } from '../../../../harness/network/owner-world.ts';
import { looksOnly, meeting, withOther } from '../../../../harness/network/without-locks.ts';
import { seeded } from '../../../../harness/race.ts';
import { SMALL_HALL_SEATS } from '../../../../harness/small-hall.ts';
import { removeGuards } from '../../../../harness/unguarded.ts';

const EXPECTED = new Set(['seats_taken', 'reservation_closed', 'reservation_lost', 'reservation_replaced']);

/** What came of it: the answer, or the code of a refusal that is one of those that may come. */
async function outcome<T>(promise: Promise<T>): Promise<T | string> {
  try {
    return await promise;
  } catch (error) {
    if (error instanceof FoyerError && EXPECTED.has(error.code)) return error.code;
    throw error;
  }
}

const sell = (parts: OwnerParts, agreement: OwnerAgreement, { id, total }: Reservation) =>
  confirm(parts, agreement, id, { expectedTotal: total });

/** Two sellers, at two servers, and a visitor of the owner want the same at once. @returns who got it. */
async function three({ agree, centre, parts }: DatabaseWorld, other: OwnerParts, wishes: readonly string[][]) {
  const [one, two, cart] = [await agree(), await agree(), await openTestCart(centre)];
  const [first, second, own] = wishes as [string[], string[], string[]];
  const answers = await Promise.all([
    outcome(reserve(parts, one, randomUUID(), wanting(first))),
    outcome(reserve(other, two, randomUUID(), wanting(second))),
    cart.holdSeats(own).then(({ status, code }) => (status === 200 ? { cart } : (code ?? ''))),
  ]);
  return wishes.filter((_, index) => typeof answers[index] !== 'string');
}

describe('partners and a visitor at once', () => {
  let world: DatabaseWorld;
  let other: OwnerParts;
  before(async () => {
    world = await createDatabaseWorld();
    other = ownerParts((await world.centre.another()).runtime);
  });
  after(() => world.stop());
  beforeEach(() => world.clear());

  it('never have the same seats: exactly one gets them', async () => {
    for (let round = 0; round < 15; round += 1) {
      await world.clear();
      const seats = ['Z-C-4', 'Z-C-5'];
      assert.deepEqual(await three(world, other, [seats, seats, seats]), [seats]);
      assert.deepEqual(await world.taken(), ['Z-C-4 held', 'Z-C-5 held']);
    }
  });

  for (const seed of [31, 32, 33]) {
    it(`get all they ask or nothing (seed ${seed})`, async () => {
      const random = seeded(seed);
      const some = () => [
        ...new Set(Array.from({ length: 4 }, () => SMALL_HALL_SEATS[Math.floor(random() * 8)] ?? '')),
      ];
      for (let round = 0; round < 10; round += 1) {
        await world.clear();
        const got = await three(world, other, [some(), some(), some()]);
        assert.deepEqual(
          await world.taken(),
          got
            .flat()
            .map((seat) => `${seat} held`)
            .sort(),
        );
        assert.ok(got.length > 0);
      }
    });
  }

  it('make one reservation of one request that comes eight times', async () => {
    const [agreement, id] = [await world.agree(), randomUUID()];
    const put = (index: number) => reserve(index % 2 ? world.parts : other, agreement, id, wanting(['Z-A-1', 'Z-A-2']));
    const answers = await Promise.all(Array.from({ length: 8 }, (_, index) => put(index)));
    assert.equal(answers.filter(({ created }) => created).length, 1);
    assert.equal(new Set(answers.map(({ reservation }) => JSON.stringify(reservation.lines))).size, 1);
    assert.deepEqual(await world.taken(), ['Z-A-1 held', 'Z-A-2 held']);
  });

  it('make one order and one set of tickets of eight confirmations', async () => {
    const agreement = await world.agree();
    const { reservation } = await reserve(world.parts, agreement, randomUUID(), wanting(['Z-A-1', 'Z-A-2']));
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, index) => sell(index % 2 ? world.parts : other, agreement, reservation)),
    );
    assert.equal(new Set(answers.map((answer) => JSON.stringify(answer))).size, 1);
    assert.deepEqual(await world.sales(agreement), { orders: 1, valid: 2 });
  });

  /** Sells a reservation while another replaces it. @returns whether it was sold, and whether it was replaced. */
  async function sellAndReplace(parts: OwnerParts) {
    const [agreement, id] = [await world.agree(), randomUUID()];
    const { reservation } = await reserve(world.parts, agreement, id, wanting(['Z-A-1', 'Z-A-2']));
    const next = wanting(['Z-A-2', 'Z-A-3'], { replaces: id });
    const [sold, replaced] = await Promise.all([
      outcome(sell(parts, agreement, reservation)),
      outcome(reserve(parts, agreement, randomUUID(), next)),
    ]);
    return [typeof sold !== 'string', typeof replaced !== 'string'] as const;
  }

  it('either sell a reservation or replace it', async () => {
    for (let round = 0; round < 15; round += 1) {
      await world.clear();
      const [sold, replaced] = await sellAndReplace(round % 2 ? world.parts : other);
      assert.notEqual(sold, replaced);
      assert.deepEqual(await world.taken(), sold ? ['Z-A-1 sold', 'Z-A-2 sold'] : ['Z-A-2 held', 'Z-A-3 held']);
    }
  });

  it('would do both if the sale went by what it saw before', async () => {
    const [agreement, id] = [await world.agree(), randomUUID()];
    const { reservation } = await reserve(world.parts, agreement, id, wanting(['Z-A-1', 'Z-A-2']));
    const next = wanting(['Z-A-2', 'Z-A-3'], { replaces: id });
    const replace = async () => void (await reserve(world.parts, agreement, randomUUID(), next));
    const { store } = world.parts;
    await sell({ ...world.parts, store: withOther(store, looksOnly(store, replace)) }, agreement, reservation);
    assert.deepEqual(await world.taken(), ['Z-A-1 sold', 'Z-A-2 sold', 'Z-A-3 held']);
  });

  it('replace what is about to end wholly or not at all', async () => {
    const random = seeded(41);
    for (let round = 0; round < 25; round += 1) {
      await world.clear();
      const [agreement, id] = [await world.agree(), randomUUID()];
      await reserve(world.parts, agreement, id, wanting(['Z-A-1', 'Z-A-2']));
      const record = await world.reservation(agreement, id);
      await world.parts.store.transact(async (trx) => {
        const { now } = await trx.cart(record?.cart ?? '');
        await trx.holdUntil(record?.cart ?? '', new Date(now.getTime() + Math.ceil(random() * 20)));
      });
      const next = wanting(['Z-A-2', 'Z-A-3'], { replaces: id });
      const { reservation } = await reserve(world.parts, agreement, randomUUID(), next);
      // Whether it was in time or anew, all of it ends at one moment.
      const rows = await world.centre.db
        .selectFrom('claim')
        .select(['place', 'until'])
        .where(
          'id',
          'in',
          reservation.lines.map((line) => line.id),
        )
        .execute();
      assert.deepEqual([rows.length, new Set(rows.map(({ until }) => until.getTime())).size], [2, 1]);
    }
  });

  it('have late what nobody took meanwhile, or lose all of it', async () => {
    for (let round = 0; round < 15; round += 1) {
      await world.clear();
      const agreement = await world.agree();
      const { reservation } = await reserve(world.parts, agreement, randomUUID(), wanting(['Z-A-1', 'Z-A-2']));
      await world.pass(11);
      const cart = await openTestCart(world.centre);
      const [sold, held] = await Promise.all([
        outcome(sell(round % 2 ? world.parts : other, agreement, reservation)),
        cart.holdSeats(['Z-A-2', 'Z-A-3']),
      ]);
      assert.notEqual(typeof sold !== 'string', held.status === 200);
      const taken = held.status === 200 ? ['Z-A-2 held', 'Z-A-3 held'] : ['Z-A-1 sold', 'Z-A-2 sold'];
      assert.deepEqual(await world.taken(), taken);
    }
  });
});

describe('a server that has just started', () => {
  it('does not let its own requests wait for each other’s connections', async () => {
    const world = databaseWorldOf(await createTestCentre({ connections: 1 }));
    try {
      const agreement = await world.agree();
      const rows = ['A', 'B', 'C'];
      const answers = await Promise.all(
        rows.map((row) => reserve(world.parts, agreement, randomUUID(), wanting([`Z-${row}-1`, `Z-${row}-2`]))),
      );
      assert.deepEqual(
        answers.map(({ reservation }) => reservation.state),
        ['held', 'held', 'held'],
      );
    } finally {
      await world.stop();
    }
  });
});

describe('the same without key and lock', () => {
  let world: DatabaseWorld;
  before(async () => {
    world = await createDatabaseWorld();
    await removeGuards(world.centre);
  });
  after(() => world.stop());

  it('gives the same seats to several', async () => {
    let most = 0;
    // Nothing guards it, so it is seen sooner or later; how soon is a matter of what else the machine does.
    for (let round = 0; round < 300 && most < 2; round += 1) {
      await world.clear();
      const seats = ['Z-C-4', 'Z-C-5'];
      most = Math.max(most, (await three(world, world.parts, [seats, seats, seats])).length);
    }
    assert.ok(most > 1, 'the race is seen when nothing guards it');
  });
});

describe('the same request at once, without keeping the reservation', () => {
  let world: DatabaseWorld;
  before(async () => {
    world = await createDatabaseWorld();
  });
  after(() => world.stop());
  const unkept = (of: number): OwnerParts => {
    const { store } = world.parts;
    return { ...world.parts, store: withOther(store, looksOnly(store, meeting(of))) };
  };

  it('is not answered alike', async () => {
    const [agreement, id, parts] = [await world.agree(), randomUUID(), unkept(2)];
    const put = () => reserve(parts, agreement, id, wanting(['Z-A-1', 'Z-A-2']));
    const answers = await Promise.allSettled([put(), put()]);
    assert.ok(answers.some(({ status }) => status === 'rejected'));
  });

  it('takes a sold reservation for a lost one', async () => {
    const agreement = await world.agree();
    const { reservation } = await reserve(world.parts, agreement, randomUUID(), wanting(['Z-B-1', 'Z-B-2']));
    const parts = unkept(2);
    const answers = await Promise.allSettled([
      sell(parts, agreement, reservation),
      sell(parts, agreement, reservation),
    ]);
    assert.ok(answers.some(({ status }) => status === 'rejected'));
  });
});
