import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  type CheapestRequest,
  cheapest,
  type LineToPrice,
  type PriceOption,
  type PricingRequest,
  priceCart,
} from '../../../../sdk/model/pricing/index.ts';
import { generatedCart } from '../../../harness/pricing.ts';
import { asked, evening, place, places, type Written } from './asked.ts';

const PRICES = { adult: 2000, everybody: 1800, young: 1000, friend: 1500, own: 500 };

const access: Written['access'] = [
  { priceType: 'everybody', anybody: true },
  { priceType: 'young', age: { to: 25 } },
  { priceType: 'friend', pass: 'friend-pass' },
  { priceType: 'uitpas', uitpas: true },
];

/** Every price type at its price, in a dearer zone twice as much; not those that are left out. */
const options = (lines: readonly LineToPrice[], without: readonly string[] = []) =>
  new Map(
    lines.map(({ id, zone }) => [
      id,
      Object.entries({ ...PRICES, uitpas: 100 })
        .filter(([priceType]) => !without.includes(priceType))
        .map(
          ([priceType, cents]): PriceOption => ({
            priceType,
            priceTypeName: { nl: priceType },
            cents: zone === 'dear' ? 2 * cents : cents,
            feeCents: 0,
          }),
        ),
    ]),
  );

const find = (lines: readonly LineToPrice[], given: Partial<PricingRequest> = {}, without: readonly string[] = []) =>
  cheapest({ request: asked({ access }, lines, given), options: options(lines, without) });

describe('the cheapest price types', () => {
  it('assume nothing of who comes: only what asks nothing is proposed', () => {
    assert.deepEqual(find([place('a')]), {
      changes: [{ line: 'a', priceType: 'everybody' }],
      totalCents: 1800,
      savedCents: 200,
    });
    assert.deepEqual(find([place('a')], {}, ['everybody']).changes, []);
  });

  it('are by age where the birth year was told and fits', () => {
    const born = (birthYear: number) => find([place('a', { birthYear })]).changes.map(({ priceType }) => priceType);
    assert.deepEqual(born(2005), ['young']);
    assert.deepEqual(born(1980), ['everybody']);
  });

  it('are by a shown pass for as many places of a performance as it has people', () => {
    const passes = [{ code: 'P', formula: 'friend-pass', people: 2 }];
    const lines = [...places(3), place('z', { performance: evening('lear') })];
    const { changes } = find(lines, { passes }, ['everybody']);
    assert.deepEqual(
      changes.map(({ line }) => line),
      ['p000', 'p001', 'z'],
    );
  });

  it('keep who comes and seat them where it is cheapest', () => {
    const lines = [
      place('a', { priceType: 'own', cents: 500 }),
      place('b', { zone: 'dear', cents: 4000 }),
      place('c', { performance: evening('lear'), zone: 'dear', cents: 4000 }),
    ];
    const found = find(lines, {}, ['everybody']);
    assert.deepEqual(found.changes, [
      { line: 'a', priceType: 'adult' },
      { line: 'b', priceType: 'own' },
    ]);
    assert.equal(found.savedCents, 4500 - 3000);
  });

  it('leave alone what is settled, a visit, a holder’s', () => {
    const settled = [
      { kind: 'price' as const, id: 'x', name: { nl: 'X' }, amount: { cents: 2000, currency: 'EUR' as const } },
    ];
    const lines = [place('a', { settled }), place('b', { visit: 'P' }), place('c')];
    const subscriptions = [{ id: 's', formula: 'five', holder: '', lines: ['c'] }];
    assert.deepEqual(find(lines, { subscriptions }).changes, []);
  });

  it('are what the rules make cheapest, not what the price types cost', () => {
    const rules: Written['rules'] = [
      {
        id: 'adults',
        name: { nl: 'Vier volwassenen' },
        group: 'discounts',
        when: { priceTypes: ['adult'], quantity: { per: 'order', from: 4 } },
        effect: { kind: 'percentage', basisPoints: 5000 },
      },
    ];
    const lines = places(4, { priceType: 'everybody', cents: 1800 });
    const list: Written = { access: [...access, { priceType: 'adult', anybody: true }], rules };
    const found = cheapest({ request: asked(list, lines), options: options(lines) });
    assert.deepEqual(
      [found.totalCents, new Set(found.changes.map(({ priceType }) => priceType))],
      [4000, new Set(['adult'])],
    );
  });
});

describe('whatever is in a cart', () => {
  it('its proposal costs what it says, never more than the cart, and is nothing more to improve', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 31 - 1 }), (seed) => {
        const generated = generatedCart(seed, { lines: 6, rules: 6 });
        const sold = options(generated.lines);
        const lines = generated.lines.map((line) => ({
          ...line,
          ...(line.settled ? {} : sold.get(line.id)?.find(({ priceType }) => priceType === line.priceType)),
        }));
        const request: PricingRequest = { ...generated, lines };
        const proposal: CheapestRequest = { request, options: sold };
        const found = cheapest(proposal);
        const types = new Map(found.changes.map(({ line, priceType }) => [line, priceType]));
        const changed: PricingRequest = {
          ...request,
          lines: request.lines.map((line) => ({
            ...line,
            ...proposal.options.get(line.id)?.find(({ priceType }) => priceType === types.get(line.id)),
          })),
        };
        assert.equal(priceCart(changed).totalCents, found.totalCents);
        assert.equal(priceCart(request).totalCents - found.totalCents, found.savedCents);
        assert.ok(found.savedCents >= 0);
        assert.deepEqual(cheapest({ ...proposal, request: changed }).changes, []);
      }),
      { numRuns: 200 },
    );
  });
});
