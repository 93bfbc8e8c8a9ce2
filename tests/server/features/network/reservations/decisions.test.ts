import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { differenceOf } from '../../../../../server/features/network/reservations/difference.ts';
import { fingerprint } from '../../../../../server/features/network/reservations/fingerprint.ts';
import { extendedUntil, isExtendable, limitedUntil } from '../../../../../server/features/network/reservations/time.ts';
import { wanting } from '../../../../harness/network/owner-world.ts';

const at = (minutes: number) => new Date(Date.UTC(2026, 11, 1, 18) + minutes * 60_000);
const held = (now: number, expires: number) => ({ now: at(now), startedAt: at(0), expiresAt: at(expires) });

describe('until when a reservation is held', () => {
  const ask = (now: number, expires: number, minutes: number, forPayment = false) =>
    extendedUntil(held(now, expires), { seconds: minutes * 60, forPayment });

  it('is what is asked, counted from now, and never sooner than before', () => {
    assert.deepEqual([ask(5, 10, 20), ask(5, 10, 1)], [at(25), at(10)]);
  });

  it('is two hours after the first place at most, and twenty minutes more for a payment', () => {
    assert.deepEqual(
      [ask(110, 115, 60), ask(110, 115, 60, true), ask(110, 115, 20, true)],
      [at(120), at(140), at(130)],
    );
  });

  it('is as short as the seller wants', () => {
    assert.deepEqual([limitedUntil(held(0, 10), 60), limitedUntil(held(0, 10), 660)], [at(1), undefined]);
    assert.equal(limitedUntil(held(0, 10)), undefined);
  });

  it('can be later until two hours are used up', () => {
    assert.deepEqual([isExtendable(held(0, 119)), isExtendable(held(0, 120))], [true, false]);
    assert.equal(isExtendable({ now: at(0), startedAt: null, expiresAt: null }), false);
  });
});

describe('whether two requests are the same', () => {
  const request = wanting(['Z-A-1', 'Z-A-2']);

  it('goes by what is wanted, not by how it is written', () => {
    const { items, channel } = request;
    assert.equal(fingerprint({ items, channel }), fingerprint(request));
    const [item] = items;
    const seats = item?.seats?.map((seat) => ({ wheelchairUser: true, ...seat })) ?? [];
    const said = { ...request, items: [{ performance: 'het-gedacht', seats }] };
    assert.equal(fingerprint(said), fingerprint(request), 'nothing about anybody’s health is in it');
  });

  it('sees every other difference', () => {
    const others = [
      wanting(['Z-A-2', 'Z-A-1']),
      wanting(['Z-A-1']),
      wanting(['Z-A-1', 'Z-A-2'], { seconds: 60 }),
      wanting(['Z-A-1', 'Z-A-2'], { channel: 'counter' }),
      wanting(['Z-A-1', 'Z-A-2'], { performance: 'de-zee' }),
      wanting(['Z-A-1', 'Z-A-2'], { areas: [{ area: 'STAAN', quantity: 1 }] }),
      wanting(['Z-A-1', 'Z-A-2'], { replaces: '0b5ab2a5-0000-4000-8000-000000000000' }),
    ];
    assert.equal(new Set([request, ...others].map(fingerprint)).size, others.length + 1);
  });
});

describe('what must change so that a cart holds what is wanted', () => {
  const claim = (id: string, place: string, priceType = 'adult') => ({
    id,
    performance: 'het-gedacht',
    place,
    priceType,
  });
  const wish = (seats: readonly string[], areas: readonly [string, string, number][] = []) => ({
    ...{ cart: 'cart', performance: 'het-gedacht', key: null, hash: '', maxHeld: 100 },
    seats: seats.map((place) => ({ place, priceType: 'adult', id: `new ${place}` })),
    areas: areas.map(([area, priceType, count]) => ({
      ...{ area, priceType, capacity: 20 },
      ids: Array.from({ length: count }, (_, index) => `new ${area} ${index}`),
    })),
  });

  it('is nothing where it holds that already', () => {
    const claims = [claim('a', 'Z-A-1'), claim('b', 'STAAN#4')];
    const { release, reprice, hold } = differenceOf(claims, [wish(['Z-A-1']), wish([], [['STAAN', 'adult', 1]])]);
    assert.deepEqual([release, reprice], [[], []]);
    assert.deepEqual(hold, [wish(['Z-A-1'])], 'seats are looked at again, for the rules of companions');
  });

  it('is least: places of an area keep their price type where they can, and change it before others are taken', () => {
    const claims = [claim('a', 'STAAN#1'), claim('b', 'STAAN#2'), claim('c', 'STAAN#3', 'under-26')];
    const wishes = [wish([], [['STAAN', 'under-26', 3]]), wish([], [['STAAN', 'adult', 1]])];
    const { release, reprice, hold } = differenceOf(claims, wishes);
    assert.deepEqual([release, reprice], [[], [{ line: 'b', priceType: 'under-26' }]]);
    assert.deepEqual(
      hold.flatMap(({ areas }) => areas.map(({ priceType, ids }) => [priceType, ids.length])),
      [['under-26', 1]],
    );
  });

  it('frees what is not wanted, also of another performance', () => {
    const claims = [claim('a', 'Z-A-1'), { ...claim('b', 'Z-A-2'), performance: 'de-zee' }, claim('c', 'STAAN#1')];
    assert.deepEqual(differenceOf(claims, [wish(['Z-A-2'])]).release, ['a', 'b', 'c']);
  });

  it('does not take a seat for a place of an area that begins alike', () => {
    const claims = [claim('a', 'STAAN#1')];
    assert.deepEqual(differenceOf(claims, [wish(['STAAN'])]).release, ['a']);
  });
});
