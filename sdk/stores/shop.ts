import { type Client, createClient } from '../client/client.ts';
import type { SeatingPlan } from '../model/seating-plan/types.ts';
import { type Controller, completePlatform, createController, type Platform, type Signal } from '../platform.ts';
import { createCartStore } from './cart.ts';
import { createOrderStore } from './order.ts';
import { createReadOnce } from './read-once.ts';
import { createSeatingStore, type SeatingSurroundings, type ShopSeating } from './seating.ts';
import type { Result, Shop } from './types.ts';

/** Which centre to open, and what to do it with: network, storage and clock of the surroundings where nothing is given. */
export interface ShopOptions extends Partial<Platform> {
  /** The centre's API, such as `https://tickets.example/centres/de-lantaarn`. */
  readonly baseUrl: string;
}

/**
 * Opens a centre's shop: cart, order and seats as stores that elements, or anything else, can follow. Nothing is
 * fetched before somebody subscribes or calls a verb.
 * @throws TypeError when `baseUrl` is not an http(s) address.
 */
export function createShop({ baseUrl: given, ...surroundings }: ShopOptions): Shop {
  const platform = completePlatform(surroundings);
  const baseUrl = given.replace(/\/+$/, '');
  const client = createClient({ baseUrl, ...platform });
  const plan = createPlanCache(client);
  const centre = createReadOnce(async (signal) => as('centre', await client.centre({ signal })));
  const prices = createReadOnce(async (signal) => as('list', await client.priceList({ signal })));
  const seatings = new Map<string, ShopSeating>();

  const order = createOrderStore({
    baseUrl,
    client,
    platform,
    told({ state }, from) {
      // Its seats are the buyer's now: the next hold begins a new cart. Otherwise the server knows what is left of it.
      if (state === 'paid') cart.paid(from);
      else if (state !== 'waiting') cart.refresh();
    },
  });

  const cart = createCartStore({
    baseUrl,
    client,
    platform,
    ordered: order.adopt,
    // Who begins to choose again has seen how the last order ended.
    begun: order.putAside,
  });

  return {
    baseUrl,
    timers: platform.timers,
    network: platform,
    centre,
    prices,
    cart,
    order,
    seating(performance) {
      const known =
        seatings.get(performance) ??
        createSeatingStore(performance, {
          ...{ client, plan, timers: platform.timers },
          lookedAt: (isLookedAt) => order.lookAt(performance, isLookedAt),
        });
      seatings.set(performance, known);
      return known;
    },
    image: (address) => client.image(address),
    sleep() {
      order.sleep();
      for (const seating of seatings.values()) seating.sleep();
    },
    wake() {
      centre.wake();
      prices.wake();
      order.wake();
      cart.refresh();
      for (const seating of seatings.values()) seating.wake();
    },
  };
}

/** What was answered, under the name it has in the store. */
const as = <Name extends string, T>(name: Name, answer: Result<T>): Result<Record<Name, T>> =>
  answer.error ? answer : { data: { [name]: answer.data } as Record<Name, T> };

interface Drawing {
  readonly plan: Promise<Result<SeatingPlan>>;
  readonly asking: Controller;
  waiting: number;
}

/**
 * A hall is drawn once for all its performances, for as long as one of them waits. The code that lays it out is fetched
 * beside the first plan.
 */
function createPlanCache(client: Client): SeatingSurroundings['plan'] {
  const drawings = new Map<string, Drawing>();

  async function draw(id: string, version: number, signal: Signal): Promise<Result<SeatingPlan>> {
    try {
      const fetchCode = import('../model/seating-plan/index.ts');
      const [{ data, error }, { layOutPlan }] = await Promise.all([client.plan(id, version, { signal }), fetchCode]);
      return error ? { error } : { data: layOutPlan(data) };
    } catch {
      // The chunk did not arrive: a newer version was put online, or the connection broke.
      return { error: { code: 'network', retryable: true } };
    }
  }

  function begin(id: string, version: number): Drawing {
    const asking = createController();
    return { plan: draw(id, version, asking.signal), asking, waiting: 0 };
  }

  return async (id, version, signal) => {
    const key = `${id}/${version}`;
    const drawing = drawings.get(key) ?? begin(id, version);
    const forget = () => drawings.get(key) === drawing && drawings.delete(key);
    const leave = () => {
      drawing.waiting -= 1;
      if (drawing.waiting > 0) return;
      forget();
      drawing.asking.abort();
    };
    drawings.set(key, drawing);
    drawing.waiting += 1;
    if (signal.aborted) leave();
    signal.addEventListener('abort', leave);
    const result = await drawing.plan;
    signal.removeEventListener('abort', leave);
    if (result.error) forget();
    return result;
  };
}
