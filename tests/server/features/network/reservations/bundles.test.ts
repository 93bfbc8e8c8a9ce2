import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { it } from 'node:test';
import type { BundleLines, Reservation, ReservationRequest } from '../../../../../sdk/contract/network/index.ts';
import type { WrittenPriceList } from '../../../../../sdk/contract/prices/index.ts';
import { cancel } from '../../../../../server/features/network/reservations/cancel.ts';
import { confirm } from '../../../../../server/features/network/reservations/confirm.ts';
import { extend } from '../../../../../server/features/network/reservations/extend.ts';
import type { OwnerAgreement } from '../../../../../server/features/network/reservations/parts.ts';
import { read } from '../../../../../server/features/network/reservations/read.ts';
import { reserve } from '../../../../../server/features/network/reservations/reserve.ts';
import { inBothStores, refused } from '../../../../harness/network/both-stores.ts';
import { wanting } from '../../../../harness/network/owner-world.ts';

/** A regional subscription: a tenth off from three on, a quarter from five on; and a pass that pays € 7 a visit. */
const LIST: Partial<WrittenPriceList> = {
  subscriptions: [
    {
      id: 'regio',
      name: { nl: 'Regio-abonnement' },
      among: { tags: ['regio'] },
      tiers: [
        { from: 3, price: { kind: 'percentage', basisPoints: 1000 } },
        { from: 5, price: { kind: 'percentage', basisPoints: 2500 } },
      ],
    },
    {
      ...{ id: 'vroeg', name: { nl: 'Vroeg' }, bookFrom: '2020-01-01T00:00:00Z' },
      tiers: [{ from: 2, price: { kind: 'amount', cents: 400 } }],
    },
    {
      id: 'vorig-jaar',
      name: { nl: 'Vorig jaar' },
      tiers: [{ from: 1, price: { kind: 'ticket', cents: 100 } }],
      bookUntil: '2020-01-01T00:00:00Z',
    },
  ],
  passes: [
    {
      ...{ id: 'podiumpas', name: { nl: 'Podiumpas' }, price: 2500, vat: 'BE-6', period: { months: 1 } },
      visits: { among: { tags: ['regio'] }, price: 100, settlement: 700 },
    },
    {
      ...{ id: 'vriendenpas', name: { nl: 'Vriendenpas' }, price: 2500, vat: 'BE-6', period: { months: 12 } },
      visits: { among: {}, price: 500, daysAhead: 2 },
    },
  ],
};

const bundle = (places: readonly string[], change: Partial<BundleLines> = {}): BundleLines => ({
  ...{ formula: 'regio', kind: 'subscription', size: 3 },
  places: places.map((place) => ({ performance: 'het-gedacht', place, quantity: 1 })),
  ...change,
});
const visit = (places: readonly string[], change: Partial<BundleLines> = {}): BundleLines =>
  bundle(places, { formula: 'podiumpas', kind: 'pass', size: 1, ...change });
const prices = ({ lines }: Reservation) => lines.map(({ place, price }) => [place.id, price.cents]);

inBothStores('a reservation with bundles', (world) => {
  async function opened(terms: Parameters<ReturnType<typeof world>['agree']>[0] = {}) {
    await world().price(LIST);
    await world().change('het-gedacht', { tags: ['regio'] });
    return world().agree(terms);
  }
  const reserving = async (agreement: OwnerAgreement, request: ReservationRequest, id: string = randomUUID()) => {
    const { reservation } = await reserve(world().parts, agreement, id, request);
    return reservation;
  };

  it('is priced by the owner’s own formula at the size of the whole, and says why', async () => {
    const agreement = await opened();
    const held = await reserving(agreement, wanting(['Z-A-1', 'Z-A-2'], { bundles: [bundle(['Z-A-1'])] }));
    assert.deepEqual(prices(held), [
      ['Z-A-1', 2160],
      ['Z-A-2', 2400],
    ]);
    assert.equal(held.total.cents, 4560);
    const [inside, beside] = held.lines;
    assert.deepEqual(
      inside?.why?.map(({ kind, id, amount }) => [kind, id, amount.cents]),
      [
        ['price', 'adult', 2400],
        ['subscription', 'regio', -240],
      ],
    );
    assert.equal(beside?.why, undefined);
  });

  it('has a price by the size, whatever of it is elsewhere, and none while the whole is too small', async () => {
    const agreement = await opened();
    const sized = async (size: number, seat: string) =>
      (await reserving(agreement, wanting([seat], { bundles: [bundle([seat], { size })] }))).total.cents;
    assert.deepEqual(
      [await sized(2, 'Z-A-1'), await sized(4, 'Z-A-2'), await sized(5, 'Z-A-3'), await sized(9, 'Z-A-4')],
      [2400, 2160, 1800, 1800],
    );
  });

  it('is priced for each holder apart, and in areas for so many places as are in it', async () => {
    const agreement = await opened();
    const standing = { performance: 'het-gedacht', place: 'STAAN', quantity: 1 };
    const held = await reserving(
      agreement,
      wanting(['Z-A-1', 'Z-A-2'], {
        areas: [{ area: 'STAAN', quantity: 3 }],
        bundles: [
          bundle(['Z-A-1'], { size: 5 }),
          bundle(['Z-A-2'], { size: 3 }),
          bundle([], { size: 3, places: [standing] }),
        ],
      }),
    );
    assert.deepEqual(
      prices(held).sort(),
      [
        ['STAAN', 1350],
        ['STAAN', 1500],
        ['STAAN', 1500],
        ['Z-A-1', 1800],
        ['Z-A-2', 2160],
      ].sort(),
    );
  });

  it('is priced anew when it is replaced, for the same places under the same lines', async () => {
    const agreement = await opened();
    const one = await reserving(agreement, wanting(['Z-A-1'], { areas: [{ area: 'STAAN', quantity: 2 }] }));
    const [first, second] = one.lines.filter(({ place }) => place.id === 'STAAN');
    const standing = { performance: 'het-gedacht', place: 'STAAN', quantity: 1, lines: [second?.id ?? ''] };
    const request = wanting(['Z-A-1'], { areas: [{ area: 'STAAN', quantity: 2 }] });
    const other = await reserving(agreement, {
      ...{ ...request, replaces: one.id },
      bundles: [bundle(['Z-A-1']), bundle([], { places: [standing] })],
    });
    const cents = (id: string | undefined) => other.lines.find((line) => line.id === id)?.price.cents;
    assert.deepEqual(one.lines.map(({ id }) => id).sort(), other.lines.map(({ id }) => id).sort());
    assert.deepEqual([cents(first?.id), cents(second?.id), other.total.cents], [1500, 1350, 1500 + 1350 + 2160]);
    const back = await reserving(agreement, { ...request, replaces: other.id });
    assert.deepEqual(back.lines, one.lines);
  });

  it('keeps its price as long as it is held, whatever becomes of the list', async () => {
    const { parts, price } = world();
    const agreement = await opened();
    const held = await reserving(agreement, wanting(['Z-A-1'], { bundles: [bundle(['Z-A-1'])] }));
    await price({});
    const longer = await extend(parts, agreement, held.id, { seconds: 900, forPayment: false });
    assert.deepEqual(longer.lines, held.lines);
    const sold = await confirm(parts, agreement, held.id, { expectedTotal: held.total });
    assert.equal(sold.entries.find(({ kind }) => kind === 'sale')?.amount.cents, 2160);
  });

  it('is priced as of the moment the hold began, when it is replaced later', async () => {
    const { pass, price } = world();
    const agreement = await opened();
    const one = await reserving(agreement, wanting(['Z-A-1']));
    const began = Date.parse(one.expiresAt ?? '') - 600_000;
    await price({
      groups: [{ id: 'vroeg' }],
      rules: [
        {
          ...{ id: 'partner', name: { nl: 'Bij partners' }, group: 'vroeg' },
          when: { channels: ['partner'], until: { at: new Date(began + 60_000).toISOString() } },
          effect: { kind: 'amount', cents: 300 },
        },
      ],
    });
    await pass(2);
    const other = await reserving(agreement, { ...wanting(['Z-A-1', 'Z-A-2']), replaces: one.id });
    assert.deepEqual(prices(other), [
      ['Z-A-1', 2100],
      ['Z-A-2', 2100],
    ]);
  });

  it('is refused with the field for a formula nobody here knows, and nothing is held', async () => {
    const agreement = await opened();
    const asking = (bundles: BundleLines[]) => reserving(agreement, wanting(['Z-A-1', 'Z-A-2'], { bundles }));
    await refused(asking([bundle(['Z-A-1']), bundle(['Z-A-2'], { formula: 'niets' })]), 'formula_unknown', {
      field: 'bundles.1.formula',
    });
    await refused(asking([visit(['Z-A-1'], { formula: 'regio' })]), 'formula_unknown', { field: 'bundles.0.formula' });
    await refused(asking([bundle(['Z-A-1'], { formula: 'vorig-jaar' })]), 'not_on_sale', {
      field: 'bundles.0.formula',
    });
    await refused(asking([visit(['Z-A-1'], { settlement: 699 })]), 'total_changed', {
      field: 'bundles.0.settlement',
    });
    await refused(asking([visit(['Z-A-1'], { formula: 'vriendenpas' })]), 'not_on_sale', {
      field: 'bundles.0.places.0.performance',
    });
    assert.deepEqual(await world().taken(), []);
  });

  it('is refused with the field for places that are not in it, twice in it, or not among the formula', async () => {
    const agreement = await opened();
    const asking = (request: ReservationRequest) => reserving(agreement, request);
    await refused(asking(wanting(['Z-A-1'], { bundles: [bundle(['Z-A-1', 'Z-A-2'])] })), 'invalid_request', {
      field: 'bundles.0.places.1.place',
    });
    await refused(asking(wanting(['Z-A-1'], { bundles: [bundle(['Z-A-1']), bundle(['Z-A-1'])] })), 'invalid_request', {
      field: 'bundles.1.places.0.place',
    });
    const sea = { performance: 'de-zee', place: 'Z-A-1', quantity: 1 };
    await refused(
      asking(wanting(['Z-A-1'], { performance: 'de-zee', bundles: [bundle([], { places: [sea] })] })),
      'formula_unknown',
      { field: 'bundles.0.places.0.performance' },
    );
    assert.deepEqual(await world().taken(), []);
  });

  it('that replaces another and is refused leaves the other as it was', async () => {
    const agreement = await opened();
    const one = await reserving(agreement, wanting(['Z-A-1'], { bundles: [bundle(['Z-A-1'])] }));
    const request = wanting(['Z-A-1'], { bundles: [bundle(['Z-A-1'], { formula: 'niets' })], replaces: one.id });
    await refused(reserving(agreement, request), 'formula_unknown');
    const still = await read(world().parts, agreement, one.id);
    assert.deepEqual([still.state, still.lines], ['held', one.lines]);
  });

  it('is another request with other bundles, and the same with the same', async () => {
    const agreement = await opened();
    const id = randomUUID();
    const request = wanting(['Z-A-1'], { bundles: [bundle(['Z-A-1'])] });
    const held = await reserving(agreement, request, id);
    assert.deepEqual((await reserving(agreement, structuredClone(request), id)).lines, held.lines);
    await refused(reserving(agreement, wanting(['Z-A-1']), id), 'reservation_differs');
    const larger = wanting(['Z-A-1'], { bundles: [bundle(['Z-A-1'], { size: 5 })] });
    await refused(reserving(agreement, larger, id), 'reservation_differs');
  });

  it('of a pass costs the visitor little and the seller what a visit is settled at, with no share of it', async () => {
    const { parts } = world();
    const agreement = await opened({
      commission: { basisPoints: 1000, centsPerTicket: 10 },
      adminCentsPerTicket: 20,
    });
    const held = await reserving(
      agreement,
      wanting(['Z-A-1', 'Z-A-2'], { bundles: [visit(['Z-A-1'], { settlement: 700 })] }),
    );
    assert.deepEqual(
      held.lines.map(({ price, owed }) => [price.cents, owed?.cents]),
      [
        [100, 700],
        [2400, undefined],
      ],
    );
    assert.equal(held.total.cents, 2500);
    const paid = { expectedTotal: held.total };
    await refused(confirm(parts, agreement, held.id, paid), 'total_changed', { field: 'expectedTotal' });
    const sold = await confirm(parts, agreement, held.id, { expectedTotal: { cents: 3100, currency: 'EUR' } });
    assert.deepEqual(sold.entries.map(({ place, kind, amount }) => [place, kind, amount.cents]).sort(), [
      ['Z-A-1', 'sale', 700],
      ['Z-A-2', 'admin', -20],
      ['Z-A-2', 'commission', -250],
      ['Z-A-2', 'sale', 2400],
    ]);
    const undone = await cancel(parts, agreement, held.id, { reason: 'returned' });
    assert.equal(
      undone.entries.reduce((sum, { amount }) => sum + amount.cents, 0),
      0,
    );
  });

  it('is held before the sale begins for subscribers alone, by a formula that lets ours, where that is agreed', async () => {
    const lenient = await opened({ sale: { subscribersEarly: true } });
    const strict = await world().agree();
    await world().change('het-gedacht', {
      on_sale_at: new Date('2099-01-01T00:00:00Z'),
      starts_at: new Date('2099-02-01'),
    });
    const early = (seats: readonly string[], inside = seats, formula = 'vroeg') =>
      wanting(seats, { bundles: [bundle(inside, { formula, size: 2 })] });
    const field = { field: 'items.0.performance' };
    await refused(reserving(strict, early(['Z-A-1'])), 'not_on_sale', field);
    await refused(reserving(lenient, wanting(['Z-A-1'])), 'not_on_sale', field);
    await refused(reserving(lenient, early(['Z-A-1'], ['Z-A-1'], 'regio')), 'not_on_sale', field);
    await refused(reserving(lenient, early(['Z-A-1', 'Z-A-2'], ['Z-A-1'])), 'not_on_sale', field);
    const held = await reserving(lenient, early(['Z-A-1']));
    assert.deepEqual(prices(held), [['Z-A-1', 2000]]);
    // Who is no subscriber any more may not keep it either.
    await refused(reserving(lenient, { ...wanting(['Z-A-1']), replaces: held.id }), 'not_on_sale', field);
    const sold = await confirm(world().parts, lenient, held.id, { expectedTotal: held.total });
    assert.equal(sold.state, 'confirmed');
  });

  it('without bundles, at a centre without rules, is told as it always was', async () => {
    const { price } = world();
    const agreement = await opened();
    await price({});
    const held = await reserving(agreement, wanting(['Z-A-1']));
    assert.deepEqual(Object.keys(held.lines[0] ?? {}), [
      ...['id', 'performance', 'place', 'priceType', 'priceTypeName', 'price', 'fee'],
    ]);
  });
});
