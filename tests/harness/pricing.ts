import type { Conditions, Moment, Selection } from '../../sdk/contract/prices/conditions.ts';
import type { SubscriptionFormula, SubscriptionPrice } from '../../sdk/contract/prices/formulas.ts';
import type { Effect, PriceList, PriceRule } from '../../sdk/contract/prices/price-list.ts';
import {
  type LineToPrice,
  type PricedCart,
  type PricedPerformance,
  type PricingRequest,
  priceCart,
} from '../../sdk/model/pricing/index.ts';
import { type Chance, createChance } from '../simulation/chance.ts';

/** A Tuesday in autumn, noon in Brussels. */
export const NOW = 1_791_280_800_000;
const DAY = 24 * 60 * 60 * 1000;

const ZONES = ['one', 'two', 'three'];
const TYPES = ['adult', 'young', 'senior', 'friend'];
const GENRES = ['theatre', 'dance', 'music'];
const TAGS = ['premiere', 'family', 'jazz', 'early'];
const CENTRES = ['de-lantaarn', 'buur'];
const FORMULAS = ['five', 'theme', 'region'];

/** What carts and lists a generator may make. */
export interface Wishes {
  /** At most so many; 12 and 16 when not given. */
  readonly lines?: number;
  readonly rules?: number;
  /** So many lines and rules, not at most. */
  readonly exactly?: boolean;
  /**
   * Only what can never take from one place what it gives to another: no limited numbers, visits, sets, fees, dearer
   * prices, prices of a whole, and groups that pick the best. Then one more place can only make the others cheaper.
   */
  readonly growing?: boolean;
}

const name = (text: string) => ({ nl: text, fr: `${text} (fr)` });
const some = <T>(chance: Chance, from: readonly T[]): T[] => {
  const chosen = from.filter(() => chance.happens(0.4));
  return chosen.length > 0 ? chosen : [chance.pick(from)];
};
const amount = (chance: Chance, most: number) =>
  chance.happens(0.5) ? 50 * chance.whole(most / 50) : chance.whole(most);

function performances(chance: Chance): PricedPerformance[] {
  return Array.from({ length: 8 }, (_, index) => {
    const isPartners = index >= 6;
    return {
      id: isPartners ? `buur.show-${index}` : `show-${index}`,
      owner: isPartners ? 'buur' : null,
      centre: isPartners ? 'buur' : 'de-lantaarn',
      genre: chance.pick(GENRES),
      tags: TAGS.filter(() => chance.happens(0.4)),
      startsAt: NOW + chance.whole(120) * DAY + chance.whole(24) * 3_600_000,
      onSaleAt: NOW - chance.whole(90) * DAY,
    };
  });
}

function moment(chance: Chance): Moment {
  const days = chance.whole(100);
  const kinds: readonly Moment[] = [
    { at: new Date(NOW + (days - 50) * DAY).toISOString() },
    { daysBeforeStart: days },
    { daysAfterOnSale: days },
  ];
  return chance.pick(kinds);
}

function selection(chance: Chance): Selection {
  return {
    ...(chance.happens(0.3) && { tags: some(chance, TAGS) }),
    ...(chance.happens(0.3) && { genres: some(chance, GENRES) }),
    ...(chance.happens(0.3) && { centres: some(chance, CENTRES) }),
    ...(chance.happens(0.2) && { notTags: [chance.pick(TAGS)] }),
    ...(chance.happens(0.2) && { performances: ['show-0', 'show-1', 'show-2', 'buur.show-6'] }),
  };
}

function quantity(chance: Chance, growing: boolean): NonNullable<Conditions['quantity']> {
  return {
    per: chance.pick(['order', 'performance']),
    ...(chance.happens(0.6) && { from: 1 + chance.whole(5) }),
    ...(!growing && chance.happens(0.2) && { to: 3 + chance.whole(6) }),
    ...(!growing && chance.happens(0.4) && { first: 1 + chance.whole(4) }),
  };
}

function conditions(chance: Chance, growing: boolean): Conditions {
  return {
    ...(chance.happens(0.5) && { selection: selection(chance) }),
    ...(chance.happens(0.2) && { zones: some(chance, ZONES) }),
    ...(chance.happens(0.3) && { priceTypes: some(chance, TYPES) }),
    ...(chance.happens(0.2) && { channels: some(chance, ['web', 'counter', 'kiosk', 'partner'] as const) }),
    ...(chance.happens(0.2) && { from: moment(chance) }),
    ...(chance.happens(0.2) && { until: moment(chance) }),
    ...(chance.happens(0.15) && { age: { from: chance.whole(30), to: 30 + chance.whole(60) } }),
    ...(!growing && chance.happens(0.1) && { pass: chance.pick(['friend-pass', 'cubo']) }),
    ...(chance.happens(0.1) && { subscription: chance.pick(FORMULAS) }),
    ...(chance.happens(0.15) && { code: true }),
    ...(chance.happens(0.3) && { quantity: quantity(chance, growing) }),
  };
}

function effect(chance: Chance, growing: boolean): Effect {
  const lower: readonly Effect[] = [
    { kind: 'percentage', basisPoints: 1 + chance.whole(10_000) },
    { kind: 'percentage', basisPoints: 500 * (1 + chance.whole(10)) },
    { kind: 'amount', cents: amount(chance, 1500) },
    { kind: 'price', cents: amount(chance, 3000) },
  ];
  const others: readonly Effect[] = [
    { kind: 'price', cents: amount(chance, 3000), evenDearer: true },
    { kind: 'cheapest-free', of: 2 + chance.whole(3) },
    { kind: 'fee-ticket', cents: amount(chance, 200) },
    { kind: 'fee-order', cents: amount(chance, 300) },
  ];
  return chance.pick(growing || chance.happens(0.6) ? lower : others);
}

function rule(chance: Chance, index: number, growing: boolean): PriceRule {
  const when = conditions(chance, growing);
  return {
    id: `rule-${index}`,
    name: name(`Rule ${index}`),
    group: chance.pick(['first-of', 'best-of', 'unnamed']),
    when,
    ...(when.code && { codes: [`CODE-${chance.whole(4)}`, 'ANY'] }),
    effect: effect(chance, growing),
  };
}

function tierPrice(chance: Chance, rank: number, growing: boolean): SubscriptionPrice {
  if (growing) return { kind: 'percentage', basisPoints: 1000 * (rank + 1) + chance.whole(900) };
  const kinds: readonly SubscriptionPrice[] = [
    { kind: 'percentage', basisPoints: 1 + chance.whole(6000) },
    { kind: 'amount', cents: amount(chance, 1000) },
    { kind: 'ticket', cents: amount(chance, 2500) },
    { kind: 'whole', cents: amount(chance, 9000) },
  ];
  return chance.pick(kinds);
}

function formula(chance: Chance, id: string, growing: boolean): SubscriptionFormula {
  const first = 2 + chance.whole(3);
  return {
    id,
    name: name(id),
    among: chance.happens(0.4) ? {} : { centres: CENTRES },
    ...(!growing && chance.happens(0.3) && { most: first + chance.whole(3) }),
    tiers: [first, ...(chance.happens(0.5) ? [first + 1 + chance.whole(2)] : [])].map((from, rank) => ({
      from,
      price: tierPrice(chance, rank, growing),
    })),
    parts: chance.happens(0.2) ? [{ name: name('dance'), among: { genres: ['dance'] }, from: 1 }] : [],
    ...(chance.happens(0.2) && { priceTypes: some(chance, TYPES) }),
    rules: growing ? chance.pick(['cheaper', 'after']) : chance.pick(['cheaper', 'after', 'never']),
    ...(chance.happens(0.1) && { bookUntil: new Date(NOW + (chance.whole(10) - 2) * DAY).toISOString() }),
    onReturn: chance.pick(['reprice', 'keep', 'none']),
  };
}

function priceList(chance: Chance, { rules = 16, exactly = false, growing = false }: Wishes): PriceList {
  return {
    version: 1,
    groups: [
      { id: 'best-of', pick: 'best' },
      { id: 'first-of', pick: growing ? 'best' : 'first' },
    ],
    rules: Array.from({ length: exactly ? rules : chance.whole(rules + 1) }, (_, index) =>
      rule(chance, index, growing),
    ),
    rounding: { to: chance.pick([1, 1, 5, 10, 50, 100]), mode: chance.pick(['nearest', 'down', 'up']) },
    onReturn: chance.pick(['reprice', 'keep']),
    access: [{ priceType: 'friend', pass: 'friend-pass' }],
    subscriptions: FORMULAS.map((id) => formula(chance, id, growing)),
    passes: [
      {
        id: 'cubo',
        name: name('CUBO'),
        price: 1500,
        vat: 'BE-6',
        period: { months: 1 },
        people: 1,
        visits: { among: {}, price: amount(chance, 300) },
        withdrawalDays: 14,
      },
    ],
    products: [
      {
        id: 'drink',
        kind: 'extra',
        name: name('Drink'),
        price: { cents: 320 },
        vat: 'BE-21',
        most: 10,
        withdrawalDays: 0,
      },
      {
        id: 'gift',
        kind: 'voucher',
        name: name('Voucher'),
        price: { least: 1000, most: 20_000, step: 500, proposals: [2500] },
        most: 10,
        withdrawalDays: 14,
      },
    ],
    vat: [{ code: 'BE-6' }, { code: 'BE-21', selection: { genres: ['music'] } }],
  };
}

/** A place of one of the performances: a partner’s is settled, as are some by UiTPAS. */
function line(
  chance: Chance,
  shows: readonly PricedPerformance[],
  table: readonly number[],
  growing: boolean,
): LineToPrice {
  const id = chance.uuid();
  const performance = chance.pick(shows);
  const [zone, type] = [chance.whole(ZONES.length), chance.whole(TYPES.length)];
  const cents = table[zone * TYPES.length + type] ?? 0;
  const isSettled = performance.owner !== null || chance.happens(0.05);
  return {
    id,
    performance,
    zone: ZONES[zone] ?? '',
    priceType: TYPES[type] ?? '',
    priceTypeName: name(TYPES[type] ?? ''),
    cents,
    feeCents: Math.min(cents, chance.whole(150)),
    ...(chance.happens(0.4) && { birthYear: 1930 + chance.whole(95) }),
    ...(!growing && chance.happens(0.15) && { visit: chance.pick(['PASS-1', 'PASS-2']) }),
    ...(isSettled && {
      settled: [{ kind: 'uitpas', id: 'tariff', name: name('Tariff'), amount: { cents, currency: 'EUR' } }] as const,
    }),
  };
}

/** A cart with all that changes its price, by a list that has a bit of everything: the same for the same seed. */
export function generatedCart(seed: number, wishes: Wishes = {}): PricingRequest {
  const chance = createChance(seed);
  const shows = performances(chance);
  const table = Array.from({ length: ZONES.length * TYPES.length }, () => amount(chance, 4000));
  const { lines: most = 12, exactly = false } = wishes;
  const count = exactly ? most : 1 + chance.whole(most);
  const lines = Array.from({ length: count }, () => line(chance, shows, table, wishes.growing ?? false));
  const ofSome = () => lines.filter(() => chance.happens(0.6)).map(({ id }) => id);
  const isPartners = chance.happens(0.1);
  return {
    list: priceList(chance, wishes),
    at: NOW + chance.whole(DAY),
    timeZone: chance.pick(['Europe/Brussels', 'UTC']),
    channel: isPartners ? 'partner' : chance.pick(['web', 'counter', 'kiosk']),
    lines,
    subscriptions: Array.from({ length: isPartners ? 0 : chance.whole(4) }, () => ({
      id: chance.uuid(),
      formula: chance.pick(FORMULAS),
      holder: '',
      lines: ofSome(),
    })),
    products: chance.happens(0.3)
      ? [
          { product: 'drink', quantity: 2 },
          { product: 'gift', quantity: 1, cents: 3300 },
        ]
      : [],
    codes: ['CODE-0', 'CODE-1', 'ANY'].filter(() => chance.happens(0.4)),
    passes: [
      { code: 'PASS-1', formula: 'cubo', people: 1 },
      { code: 'PASS-3', formula: 'friend-pass', people: 2 },
    ].filter(() => chance.happens(0.6)),
    ...(isPartners && {
      bundles: [
        { formula: chance.pick(FORMULAS), kind: 'subscription' as const, size: 2 + chance.whole(8), lines: ofSome() },
        { formula: 'cubo', kind: 'pass' as const, size: 1, lines: ofSome().slice(0, 1) },
      ],
    }),
  };
}

/** The same cart with one more place: not of a performance that a subscription has, but in each of them where `joins`. */
export function withOneMore(request: PricingRequest, seed: number, joins: boolean): PricingRequest {
  const chance = createChance(seed);
  const model = chance.pick(request.lines);
  const added: LineToPrice = {
    ...model,
    id: chance.uuid(),
    performance: { ...model.performance, id: joins ? `new-${seed}` : model.performance.id },
  };
  const [first, ...others] = request.subscriptions;
  const joined = first && joins ? [{ ...first, lines: [...first.lines, added.id] }, ...others] : request.subscriptions;
  return { ...request, lines: [...request.lines, added], subscriptions: joined };
}

/** The same cart, everything in it in another order. */
export function shuffledCart(request: PricingRequest, seed: number): PricingRequest {
  const chance = createChance(seed);
  const shuffle = <T>(items: readonly T[]): T[] =>
    items
      .map((item) => ({ item, at: chance.number() }))
      .sort((one, other) => one.at - other.at)
      .map(({ item }) => item);
  return {
    ...request,
    lines: shuffle(request.lines),
    subscriptions: shuffle(request.subscriptions).map((one) => ({ ...one, lines: shuffle(one.lines) })),
    products: shuffle(request.products),
    codes: shuffle(request.codes),
    passes: shuffle(request.passes),
    ...(request.bundles && { bundles: shuffle(request.bundles).map((one) => ({ ...one, lines: shuffle(one.lines) })) }),
  };
}

/** Everything that carts cost, as one short number that differs when any cent or reason does (FNV-1a of their JSON). */
export function fingerprint(carts: Iterable<PricedCart>): number {
  let hash = 0x811c9dc5;
  for (const cart of carts) {
    const text = JSON.stringify(cart);
    for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return hash >>> 0;
}

/** So many generated carts as priced here, from one seed on. */
export function* pricedCarts(from: number, count: number): Generator<PricedCart> {
  for (let seed = from; seed < from + count; seed++) yield priceCart(generatedCart(seed));
}
