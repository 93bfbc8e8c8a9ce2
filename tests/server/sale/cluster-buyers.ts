import { randomUUID } from 'node:crypto';
import type { Cart, ErrorBody, NewCart, OrderAccess } from '../../../sdk/contract/index.ts';
import { TEST_ORIGIN } from '../../harness/centre.ts';
import type { SeatEvent } from '../../harness/hall-history.ts';
import type { ClusterWorld, LivingCentre } from './cluster-world.ts';

/** What buyers asked and were told, by owner, performance and seat. */
export type History = Map<string, SeatEvent[]>;

export interface Crowd {
  readonly world: ClusterWorld;
  readonly random: () => number;
  readonly history: History;
  /** How often each thing ended how. */
  readonly counts: Map<string, number>;
  /** Where they sit, such as `ABCD`; the fewer rows, the more they want the same. */
  readonly rows: string;
  /** Happens between order and money. */
  readonly beforePaying?: () => void;
}

type Answer<T> = { readonly data: T } | { readonly error: ErrorBody['error'] } | { readonly unknown: true };

/** One visitor: seats at two or three centres, an order, and then paid, called off, both, or left alone. */
export async function visit(crowd: Crowd, who: string): Promise<void> {
  const { world, random } = crowd;
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
  const count = (what: string): void => void crowd.counts.set(what, (crowd.counts.get(what) ?? 0) + 1);
  const seller = pick(world.centres);
  const made = await ask<NewCart>(seller, '/carts', {});
  if (!('data' in made)) return count('no cart');
  const { cart, token } = made.data;
  const chosen: Wish[] = [];
  for (const owner of shuffled(world.centres, random).slice(0, random() < 0.5 ? 2 : 3)) {
    const wish: Wish = { owner, performance: pick(owner.performances), seats: pairOf(crowd) };
    const event = await take(crowd, { who, seller, cart: cart.id, token }, wish);
    count(`take ${event}`);
    if (event !== 'taken') chosen.push(wish);
  }
  const shown = await ask<Cart>(seller, `/carts/${cart.id}`, undefined, token);
  if (!('data' in shown) || shown.data.lines.length === 0) return count('nothing chosen');
  if (random() < 0.6) await subscribe(crowd, { seller, token }, shown.data);
  const total = await ask<Cart>(seller, `/carts/${cart.id}`, undefined, token);
  if (!('data' in total) || total.data.lines.length === 0) return count('nothing left');
  const order = await insist(crowd, () =>
    ask<OrderAccess>(
      seller,
      `/carts/${cart.id}/order`,
      { email: `${who}@example.com`, language: 'nl', returnUrl: TEST_ORIGIN, expectedTotal: total.data.total },
      token,
    ),
  );
  if (!('data' in order)) {
    for (const wish of chosen) give(crowd, who, wish);
    return count('error' in order ? `no order ${order.error.code}` : 'no order unknown');
  }
  const access = order.data;
  const payment = access.order.checkoutUrl && paymentOf(world, access.order.number);
  const whim = random();
  if (whim < 0.2) {
    for (const wish of chosen) give(crowd, who, wish);
    await ask(seller, `/orders/${access.order.id}/cancel`, {}, access.token);
    count('order cancelled');
  }
  crowd.beforePaying?.();
  if (payment && whim > 0.1 && whim < 0.9) {
    // What was called off is over at Mollie too, unless that got lost.
    if (world.mollie.payment(payment).status === 'open') world.mollie.pay(payment);
    count('order paid');
    await ask(seller, `/orders/${access.order.id}`, undefined, access.token);
  }
}

/** Makes a subscription of the first place of each performance, which every centre prices for what it plays. */
async function subscribe(
  { counts }: Crowd,
  { seller, token }: { readonly seller: LivingCentre; readonly token: string },
  { id, lines }: Cart,
): Promise<void> {
  const parts = [...new Map(lines.map((line) => [line.performance.id, line.id])).values()];
  const subscriptions = [{ id: randomUUID(), formula: 'regio', lines: parts }];
  const answer = await ask<Cart>(seller, `/carts/${id}/choices`, { subscriptions }, token, 'PUT');
  const how = 'data' in answer ? 'chosen' : 'error' in answer ? answer.error.code : 'unknown';
  counts.set(`subscription ${how}`, (counts.get(`subscription ${how}`) ?? 0) + 1);
}

interface Wish {
  readonly owner: LivingCentre;
  readonly performance: string;
  readonly seats: readonly string[];
}

const keyOf = ({ owner, performance }: Wish, seat: string) => `${owner.id} ${performance} ${seat}`;

function record({ history }: Crowd, wish: Wish, seats: readonly string[], event: SeatEvent): void {
  for (const seat of seats) {
    const key = keyOf(wish, seat);
    history.set(key, [...(history.get(key) ?? []), event]);
  }
}

function give(crowd: Crowd, who: string, wish: Wish): void {
  const from = performance.now();
  record(crowd, wish, wish.seats, { who, kind: 'give', outcome: 'unknown', from, to: Number.POSITIVE_INFINITY });
}

async function take(
  crowd: Crowd,
  { cart, seller, token, who }: { who: string; seller: LivingCentre; cart: string; token: string },
  wish: Wish,
): Promise<SeatEvent['outcome']> {
  const from = performance.now();
  const reference = wish.owner === seller ? wish.performance : `${wish.owner.id}.${wish.performance}`;
  const json = { performance: reference, seats: wish.seats.map((seat) => ({ seat })) };
  const answer = await ask<Cart>(seller, `/carts/${cart}/lines`, json, token);
  const refused = 'error' in answer && answer.error.code === 'seats_taken' ? (answer.error.seats ?? []) : undefined;
  const outcome = 'data' in answer ? 'ok' : refused ? 'taken' : 'unknown';
  const to = outcome === 'unknown' ? Number.POSITIVE_INFINITY : performance.now();
  record(crowd, wish, refused ?? wish.seats, { who, kind: 'take', outcome, from, to });
  return outcome;
}

/** Mollie's id of the newest payment for an order. */
const paymentOf = ({ mollie }: ClusterWorld, number: string): string | undefined =>
  mollie.payments().findLast(({ description }) => description.endsWith(number))?.id;

/** Asks again what may be asked again, until something is known; like every page of ours. */
async function insist<T>({ counts }: Crowd, question: () => Promise<Answer<T>>): Promise<Answer<T>> {
  let answer = await question();
  for (let time = 0; time < 4; time += 1) {
    if ('data' in answer || ('error' in answer && answer.error.code !== 'payment_provider_unavailable')) break;
    counts.set('order again', (counts.get('order again') ?? 0) + 1);
    answer = await question();
  }
  return answer;
}

/** Asks a centre once it is there. It may be gone again before it answers. */
async function ask<T>(
  centre: LivingCentre,
  path: string,
  json?: unknown,
  token?: string,
  method = json === undefined ? 'GET' : 'POST',
): Promise<Answer<T>> {
  try {
    const answer = await fetch((await centre.ready()) + path, {
      method,
      headers: {
        Origin: TEST_ORIGIN,
        ...(json !== undefined && { 'Content-Type': 'application/json' }),
        ...(token !== undefined && { Authorization: `Bearer ${token}` }),
      },
      ...(json !== undefined && { body: JSON.stringify(json) }),
    });
    const body = (await answer.json()) as T & ErrorBody;
    if (answer.ok) return { data: body };
    return answer.status === 500 ? { unknown: true } : { error: body.error };
  } catch {
    // Killed before, or while it answered.
    return { unknown: true };
  }
}

/** Two seats that leave nobody alone beside them. */
function pairOf({ random, rows }: Crowd): readonly string[] {
  const [row, pair] = [rows[Math.floor(random() * rows.length)], Math.floor(random() * 5)];
  return [1, 2].map((seat) => `Z-${row}-${2 * pair + seat}`);
}

const shuffled = <T>(items: readonly T[], random: () => number): readonly T[] =>
  items
    .map((item) => ({ item, at: random() }))
    .sort((one, other) => one.at - other.at)
    .map(({ item }) => item);
