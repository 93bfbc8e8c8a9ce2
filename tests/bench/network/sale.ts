import type { Cart, NewCart, Order, OrderAccess } from '../../../sdk/contract/index.ts';
import type { Ask } from '../load.ts';
import { SITE } from './centres.ts';

/** Where two seats are taken: what the seller calls the performance. */
export interface Choice {
  readonly performance: string;
  readonly seats: readonly [string, string];
}

/** Milliseconds of one sale, and of its stretches. */
export interface SaleTimes {
  /** Of every choice, in the order they were made. */
  readonly holds: readonly number[];
  readonly order: number;
  /** From the order until it has all its tickets; the payment between them is made at once. */
  readonly tickets: number;
  readonly all: number;
}

/** If a sale takes so long, something is broken. */
const PATIENCE_MS = 30_000;

/** One buyer: a cart, two seats here and there, an order, the payment, and the tickets. */
export async function sell(ask: Ask, base: string, choices: readonly Choice[]): Promise<SaleTimes> {
  const begun = performance.now();
  const { cart, token } = read<NewCart>(await ask(`${base}/carts`, { json: {} }), 201);
  const holds: number[] = [];
  let held: Cart | undefined;
  for (const { performance: id, seats } of choices) {
    const start = performance.now();
    const json = { performance: id, seats: seats.map((seat) => ({ seat })) };
    held = read<Cart>(await ask(`${base}/carts/${cart.id}/lines`, { token, json }), 200);
    holds.push(performance.now() - start);
  }
  const orderedAt = performance.now();
  const json = { email: 'iemand@voorbeeld.example', language: 'nl', returnUrl: `${SITE}/`, expectedTotal: held?.total };
  const access = read<OrderAccess>(await ask(`${base}/carts/${cart.id}/order`, { token, json }), 201);
  const waitedAt = performance.now();
  const wanted = choices.length * 2;
  for (;;) {
    const order = read<Order>(await ask(`${base}/orders/${access.order.id}`, { token: access.token }), 200);
    if (order.state === 'paid' && order.tickets.length === wanted) break;
    if (performance.now() - waitedAt > PATIENCE_MS) throw new Error(`${order.number} is ${order.state} and stays so.`);
    await new Promise((resolve) => setTimeout(resolve, 3));
  }
  const end = performance.now();
  return { holds, order: waitedAt - orderedAt, tickets: end - waitedAt, all: end - begun };
}

function read<T>({ status, body }: { readonly status: number; readonly body: string }, wanted: number): T {
  if (status !== wanted) throw new Error(`answered ${status}: ${body}`);
  return JSON.parse(body) as T;
}
