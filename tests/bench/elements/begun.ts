import { PublicSeatState } from '../../../sdk/model/seat-status/index.ts';
import type { Memory } from '../../../sdk/platform.ts';
import { createShop } from '../../../sdk/stores/shop.ts';
import type { SeatingState, Shop } from '../../../sdk/stores/types.ts';
import { pay } from '../../harness/buyer.ts';
import type { Shown } from './site.ts';

/** How far a visitor was before the page was opened: with two places in the cart, or with the order paid. */
export type Begun = 'chosen' | 'paid';

/** What a browser keeps of it, by key. */
export type Kept = Readonly<Record<string, string>>;

/** Goes so far without a browser. */
export async function begin({ centre, performance }: Shown, begun: Begun): Promise<Kept> {
  const kept: Record<string, string> = {};
  const memory: Memory = {
    get: (key) => kept[key] ?? null,
    set(key, value) {
      kept[key] = value;
    },
    remove(key) {
      delete kept[key];
    },
    follow: () => () => undefined,
  };
  const shop = createShop({ baseUrl: centre, memory });
  const { cart } = shop;
  const held = await cart.hold({ performance, seats: await twoSeats(shop, performance) });
  if (held.error) throw new Error(`No places: ${held.error.code}`);
  if (begun === 'chosen') return kept;
  const returnUrl = `${new URL(centre).origin}/`;
  const order = await cart.checkout({ email: 'noor@example.be', language: 'nl', returnUrl });
  if (!order.data?.checkoutUrl) throw new Error(`No order: ${order.error?.code}`);
  await pay(order.data.checkoutUrl);
  return kept;
}

/** The first two seats of a row, so that nobody is left alone beside them. */
async function twoSeats(shop: Shop, performance: string): Promise<{ readonly seat: string }[]> {
  const store = shop.seating(performance);
  const { plan, status } = await new Promise<SeatingState & { state: 'ready' }>((resolve) => {
    const stop = store.subscribe((now) => {
      if (now.state !== 'ready') return;
      resolve(now);
      queueMicrotask(() => stop());
    });
  });
  const isFree = (seat: number) => status.states[seat] === PublicSeatState.free;
  const first = plan.seats.findIndex(({ row }, seat) => {
    const isPair = plan.seats[seat - 1]?.row !== row && plan.seats[seat + 1]?.row === row;
    return isPair && isFree(seat) && isFree(seat + 1);
  });
  const pair = plan.seats.slice(first, first + 2);
  if (first < 0) throw new Error(`No two seats are free at the end of a row for ${performance}.`);
  return pair.map(({ id }) => ({ seat: id }));
}
