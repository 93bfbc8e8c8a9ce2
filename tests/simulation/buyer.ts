import { FoyerError } from '../../server/errors.ts';
import { bundlesAt } from '../../server/features/legs/bundles.ts';
import { changeLeg } from '../../server/features/legs/change.ts';
import { alignLegs, decideToConfirm, extendLegs, letGo } from '../../server/features/legs/index.ts';
import { itemsOf, withMore } from '../../server/features/legs/items.ts';
import type { Leg } from '../../server/features/legs/leg.ts';
import type { SimulatedCentre } from './centre.ts';
import type { Chance } from './chance.ts';
import { WANTED } from './hall.ts';
import type { VirtualTime } from './time.ts';

const MINUTE = 60_000;
/** A browser waits no longer, in milliseconds. */
const PATIENCE = 30_000;
const SECONDS = 22 * 60;

export interface BuyerOptions {
  readonly time: VirtualTime;
  readonly chance: Chance;
  readonly seller: SimulatedCentre;
  /** Where there is something to buy: agreement, and the owner's name of the performance. */
  readonly offers: readonly { readonly agreement: string; readonly performance: string }[];
  readonly fault: (error: unknown) => void;
  /** Whether they have subscriptions and passes. */
  readonly bundles: boolean;
}

/**
 * Somebody with a browser: chooses at several centres, changes their mind, orders, pays in time or late or not at all, and
 * tries again when nobody answers. Money that came in is told to the seller until it has heard of it, once or twice.
 */
export async function buy(options: BuyerOptions): Promise<void> {
  const { time, chance, seller, offers } = options;
  const cart = chance.uuid();
  seller.seller.addCart(cart);
  for (const offer of offers) {
    const seats = [chance.pick(WANTED), chance.pick(WANTED)];
    await choose(options, cart, offer, seats);
    await time.sleep(chance.whole(chance.happens(0.1) ? 12 * MINUTE : MINUTE));
  }
  if (options.bundles && chance.happens(0.8)) await bundle(options, cart, chance.pick(['regio', 'pas']));
  if (chance.happens(0.3)) await choose(options, cart, chance.pick(offers), [chance.pick(WANTED)]);
  if (chance.happens(0.2)) await change(options, cart, chance.pick(offers), (lines) => lines.slice(1));
  if (options.bundles && chance.happens(0.3)) await bundle(options, cart, chance.pick(['regio', 'pas', 'nothing']));
  const order = await checkOut(options, cart);
  if (order !== null) await pay(options, order);
}

/** What came of a request: what the server said, or that it said nothing. */
async function ask<T>({ time, fault }: BuyerOptions, work: () => Promise<T>): Promise<T | 'refused' | 'silence'> {
  const asked = work().catch((error: unknown) => {
    if (!(error instanceof FoyerError)) fault(error);
    return 'refused' as const;
  });
  return Promise.race([asked, time.sleep(PATIENCE).then(() => 'silence' as const)]);
}

type Offered = BuyerOptions['offers'][number];
type Change = Parameters<typeof changeLeg>[2]['change'];

const choose = (options: BuyerOptions, cart: string, offer: Offered, seats: readonly string[]) =>
  changeItems(options, cart, offer, (lines) =>
    withMore(itemsOf(lines), offer.performance, { seats: [...new Set(seats)].map((seat) => ({ seat })) }),
  );

const change = (options: BuyerOptions, cart: string, offer: Offered, keep: (lines: Lines) => Lines) =>
  changeItems(options, cart, offer, (lines) => itemsOf(keep(lines)));

type Lines = Parameters<Change>[0];

async function changeItems(options: BuyerOptions, cart: string, { agreement }: Offered, wish: Change): Promise<void> {
  const partner = { agreement, name: agreement, channel: 'web' as const };
  for (let attempt = 0; attempt < 2; attempt += 1) {
    const answer = await ask(options, () => changeLeg(options.seller.legParts, partner, { cart, change: wish }));
    if (answer !== 'silence') return;
  }
}

/** Lets the first place at every centre be a part of a subscription with one of our own, a visit on a pass, or neither. */
async function bundle(options: BuyerOptions, cart: string, as: 'regio' | 'pas' | 'nothing'): Promise<void> {
  const { offers, seller } = options;
  const kind = as === 'pas' ? 'pass' : 'subscription';
  const bundlesOf = ({ lines }: Leg) =>
    as === 'nothing'
      ? []
      : bundlesAt([{ formula: as, kind, size: offers.length + 1, lines: firstOf(lines) }], { lines });
  const partnerOf = (agreement: string) => ({ agreement, name: agreement, channel: 'web' as const });
  await ask(options, () => alignLegs(seller.legParts, { cart, bundlesOf, partnerOf }));
}

const firstOf = (lines: Lines): readonly string[] => lines.slice(0, 1).map(({ id }) => id);

/** @returns the order's id, also when nobody answered but one may have been made. */
async function checkOut(options: BuyerOptions, cart: string): Promise<string | null> {
  const { seller, chance } = options;
  const order = chance.uuid();
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const answer = await ask(options, async () => {
      await extendLegs(seller.legParts, cart, { seconds: SECONDS, forPayment: true }, (name) => name);
      await seller.transact(async (trx) => {
        if (await trx.order(order)) return;
        if (await trx.isBusy(cart)) throw new FoyerError('request_in_progress');
        const legs = await trx.heldLegs(cart);
        if (legs.length === 0) throw new FoyerError('cart_empty');
        for (const leg of legs) await trx.save({ ...leg, order });
        await trx.closeCart(cart, order);
        await trx.saveOrder({ id: order, cart, state: 'open', paidCents: 0, tickets: [], refunds: [] });
      });
      return 'ordered' as const;
    });
    if (answer === 'ordered') break;
  }
  return seller.seller.orders().some(({ id }) => id === order) ? order : null;
}

/** The payment page and its owner never fail here: what Mollie does is proved elsewhere. */
async function pay(options: BuyerOptions, order: string): Promise<void> {
  const { time, chance } = options;
  const inTime = chance.happens(0.6);
  const late = !inTime && chance.happens(0.7);
  if (inTime) await time.sleep(chance.whole(10 * MINUTE));
  else {
    await time.sleep(25 * MINUTE);
    await untilHeard(options, () => close(options, order));
    if (!late) return;
    await time.sleep(chance.whole(30 * MINUTE));
  }
  await untilHeard(options, () => receive(options, order));
  if (chance.happens(0.3)) await untilHeard(options, () => receive(options, order));
}

/** Told again until it was heard, as webhooks and the reconciler are. */
async function untilHeard(options: BuyerOptions, tell: () => Promise<void>): Promise<void> {
  for (;;) {
    const answer = await ask(options, async () => {
      await tell();
      return 'heard' as const;
    });
    if (answer === 'heard') return;
    await options.time.sleep(MINUTE);
  }
}

const close = ({ seller }: BuyerOptions, id: string): Promise<void> =>
  seller.transact(async (trx) => {
    const order = await trx.order(id);
    if (order?.state !== 'open') return;
    await letGo(trx, id, 'free');
    await trx.closeCart(order.cart, null);
    await trx.saveOrder({ ...order, state: 'closed' });
  });

const receive = ({ seller, chance }: BuyerOptions, id: string): Promise<void> =>
  seller.transact(async (trx) => {
    const order = await trx.order(id);
    if (!order || order.state === 'paid') return;
    const legs = await trx.legsOf(id);
    await trx.saveOrder({ ...order, state: 'paid', paidCents: legs.reduce((sum, { cents }) => sum + cents, 0) });
    await decideToConfirm(trx, id, { uuid: chance.uuid });
  });
