import { randomUUID } from 'node:crypto';
import type { BundleLines, Line, Reservation } from '../../../sdk/contract/index.ts';
import { refusal, reservation } from '../kit/answers.ts';
import { checksOf, must, NotJudged, type Scene } from '../kit/check.ts';

type Hall = Scene['hall'];

/** Seats of the hall as parts of a formula. */
const bundle = ({ performance }: Hall, seats: readonly string[], as: Partial<BundleLines> = {}): BundleLines => ({
  ...{ formula: 'no-such-formula', kind: 'subscription', size: 1 },
  places: seats.map((place) => ({ performance: performance.id, place, quantity: 1 })),
  ...as,
});

/** As parts of the subscription that the kit was told of. */
function subscribed({ hall, formulas }: Scene, seats: readonly string[]): BundleLines {
  if (!formulas.subscription) throw new NotJudged('The kit was told of no subscription (--subscription, --size).');
  const { formula, size } = formulas.subscription;
  return bundle(hall, seats, { formula, size });
}

/** As visits on the pass that the kit was told of. */
function visiting({ hall, formulas }: Scene, seats: readonly string[]): BundleLines {
  if (formulas.pass === undefined) throw new NotJudged('The kit was told of no pass (--pass).');
  return bundle(hall, seats, { formula: formulas.pass, kind: 'pass' });
}

const lineAt = ({ lines }: Reservation, seat: string): Line | undefined => lines.find(({ place }) => place.id === seat);

/** A line whose reasons add up to its price, one of which is of this kind and formula. */
function mustSayWhy(line: Line | undefined, kind: 'subscription' | 'pass', formula: string): void {
  const why = line?.why ?? [];
  const sum = why.reduce((cents, { amount }) => cents + amount.cents, 0);
  must(sum === line?.price.cents, `${line?.place.id} costs ${line?.price.cents}, and its reasons add up to ${sum}`);
  must(
    why.some((reason) => reason.kind === kind && reason.id === formula),
    `no reason of ${line?.place.id} is the ${kind} ${formula}: ${why.map(({ id }) => id)}`,
  );
}

const owedOf = ({ lines }: Reservation) => lines.reduce((cents, { owed, price }) => cents + (owed ?? price).cents, 0);
const euros = (cents: number) => ({ cents, currency: 'EUR' }) as const;

export const bundles = checksOf('bundles', {
  'refuses a formula it does not have, says where, and holds nothing': async ({ partner, hall }) => {
    const id = randomUUID();
    const seats = await hall.seats(2);
    const asked = hall.wish(seats, { bundles: [bundle(hall, seats)] });
    const { field } = refusal(await partner.put(id, asked), '422 formula_unknown');
    must(field === 'bundles.0.formula', `it names the field ${field}`);
    const { seats: taken } = await hall.status();
    must(
      seats.every((seat) => taken[seat] === undefined),
      `${seats} are held`,
    );
    refusal(await partner.read(id), '404 not_found');
  },

  'refuses a bundle of places that are not reserved': async (scene) => {
    const [seat = '', other = ''] = await scene.hall.seats(2);
    const asked = scene.hall.wish([seat], { bundles: [subscribed(scene, [other])] });
    refusal(await scene.partner.put(randomUUID(), asked), '400 invalid_request');
  },

  'refuses a place that is part of two bundles': async (scene) => {
    const seats = await scene.hall.seats(1);
    const asked = scene.hall.wish(seats, { bundles: [subscribed(scene, seats), subscribed(scene, seats)] });
    refusal(await scene.partner.put(randomUUID(), asked), '400 invalid_request');
  },

  'takes other bundles for another request, and refuses them under the same id': async (scene) => {
    const { partner, hall } = scene;
    const id = randomUUID();
    const seats = await hall.seats(1);
    const bundled = hall.wish(seats, { bundles: [subscribed(scene, seats)] });
    const held = reservation(await partner.put(id, bundled), { state: 'held', statuses: [201] });
    refusal(await partner.put(id, hall.wish(seats)), '422 reservation_differs');
    const again = reservation(await partner.put(id, bundled), { state: 'held' });
    must(again.total.cents === held.total.cents, `the same request costs ${again.total.cents} now`);
  },

  'prices what is part of a formula, that alone, and says what made the price': async (scene) => {
    const { hall } = scene;
    const [inside = '', beside = ''] = await hall.seats(2);
    const part = subscribed(scene, [inside]);
    const held = await hall.reserve([inside, beside], { bundles: [part] });
    mustSayWhy(lineAt(held, inside), 'subscription', part.formula);
    const other = lineAt(held, beside)?.why ?? [];
    must(!other.some(({ kind }) => kind === 'subscription'), `${beside} is priced as a part of it too`);
    const sum = held.lines.reduce((cents, { price }) => cents + price.cents, 0);
    must(held.total.cents === sum, `the lines add up to ${sum}, and the total says ${held.total.cents}`);
  },

  'prices the same places anew, under the same lines, when their bundles change': async (scene) => {
    const { hall } = scene;
    const seats = await hall.seats(2);
    const plain = await hall.reserve(seats);
    // Two holders: of one, only one place of a performance is a part.
    const parts = seats.map((seat) => subscribed(scene, [seat]));
    const bundled = await hall.reserve(seats, { bundles: parts, replaces: plain.id });
    for (const seat of seats) mustSayWhy(lineAt(bundled, seat), 'subscription', parts[0]?.formula ?? '');
    const back = await hall.reserve(seats, { replaces: bundled.id });
    must(back.total.cents === plain.total.cents, `without the bundle it costs ${back.total.cents} again`);
    const idOf = (one: Reservation) => seats.map((seat) => lineAt(one, seat)?.id).join();
    must(idOf(plain) === idOf(bundled) && idOf(bundled) === idOf(back), 'the seats have other lines than before');
  },

  'leaves the old reservation as it was when it refuses the bundles of the new one': async ({ partner, hall }) => {
    const [seat = '', free = ''] = await hall.seats(2);
    const old = await hall.reserve([seat]);
    const next = hall.wish([seat, free], { bundles: [bundle(hall, [seat])], replaces: old.id });
    refusal(await partner.put(randomUUID(), next), '422 formula_unknown');
    const kept = reservation(await partner.read(old.id), { state: 'held' });
    must(kept.total.cents === old.total.cents, `the old one costs ${kept.total.cents}`);
    must((await hall.status()).seats[free] === undefined, `${free} is held`);
  },

  'sells a bundle at the price it told, and books that': async (scene) => {
    const { partner, hall } = scene;
    const seats = await hall.seats(2);
    const held = await hall.reserve(seats, { bundles: seats.map((seat) => subscribed(scene, [seat])) });
    const sold = reservation(await partner.confirm(held.id, { expectedTotal: held.total }), { state: 'confirmed' });
    const booked = sold.entries
      .filter(({ kind }) => kind === 'sale')
      .reduce((sum, { amount }) => sum + amount.cents, 0);
    must(booked === held.total.cents, `it booked ${booked} for a total of ${held.total.cents}`);
  },

  'says what it is owed for a visit on a pass, and sells it for that only': async (scene) => {
    const { partner, hall } = scene;
    const seats = await hall.seats(1);
    const held = await hall.reserve(seats, { bundles: [visiting(scene, seats)] });
    const owed = owedOf(held);
    if (owed === held.total.cents) throw new NotJudged('What is owed for a visit is what the visitor pays.');
    refusal(await partner.confirm(held.id, { expectedTotal: held.total }), '409 total_changed');
    reservation(await partner.confirm(held.id, { expectedTotal: euros(owed) }), { state: 'confirmed' });
  },

  'books what is owed for a visit whole, without commission or administration': async (scene) => {
    const { partner, hall } = scene;
    const seats = await hall.seats(1);
    const held = await hall.reserve(seats, { bundles: [visiting(scene, seats)] });
    if (!held.lines[0]?.owed) throw new NotJudged('Nothing but its price is owed for a visit.');
    const answer = await partner.confirm(held.id, { expectedTotal: euros(owedOf(held)) });
    const { entries } = reservation(answer, { state: 'confirmed' });
    const [sale, ...more] = entries;
    must(more.length === 0, `it booked ${more.map(({ kind }) => kind)} besides`);
    must(sale?.amount.cents === owedOf(held), `it booked ${sale?.amount.cents} where ${owedOf(held)} is owed`);
  },

  'refuses a visit that the seller expects to settle otherwise': async (scene) => {
    const { partner, hall } = scene;
    const seats = await hall.seats(1);
    const visits = visiting(scene, seats);
    const told = await hall.reserve(seats, { bundles: [visits] });
    await partner.cancel(told.id, 'released');
    const other = { ...visits, settlement: owedOf(told) + 1 };
    refusal(await partner.put(randomUUID(), hall.wish(seats, { bundles: [other] })), '409 total_changed');
    await hall.reserve(seats, { bundles: [{ ...visits, settlement: owedOf(told) }] });
  },
});
