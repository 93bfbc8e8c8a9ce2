import assert from 'node:assert/strict';
import { sql } from 'kysely';
import type { Order } from '../../sdk/contract/index.ts';
import type { TestCentre } from './centre.ts';
import type { TermsInput } from './cluster.ts';
import { accountFaults, hallFaults, heldPlaces, type MoneyMoved, orderFaults } from './cluster-books.ts';
import type { Buyer } from './sale.ts';
import { createSaleCluster, type SaleCluster } from './sale-cluster.ts';

/** Plays of each of the three, so that a test can cancel one that no other test needs: `stuk-1`, `extra-1`, `extra-2`, … */
const EXTRAS = 8;

/** Somebody with the same two seats at some centres. */
export interface Shopper extends Pick<Buyer, 'cart' | 'show' | 'cancel'> {
  readonly seats: readonly string[];
  readonly buyer: Buyer;
  /** Nobody else's. */
  readonly email: string;
  order(): Promise<Order>;
}

/** A buyer at the first of three centres that sell for each other, and what may befall the other two. */
export interface ThreeCentres extends SaleCluster {
  readonly seller: TestCentre;
  readonly brug: TestCentre;
  readonly kade: TestCentre;
  /** Two seats beside each other that nobody had before, in every hall. */
  nextSeats(): readonly string[];
  /** Somebody with the same two seats of each of these; of the usual play of all three without them. */
  choosing(performances?: readonly string[]): Promise<Shopper>;
  /** The payment arrives, and everybody does what follows. */
  pay(who: Shopper): Promise<void>;
  /** Mollie said that an order is over, our time ran out too, and everybody gave up what was held. */
  closes(who: Shopper): Promise<void>;
  /** What partners hold for somebody runs out. */
  runsOut(owner: TestCentre, seats: readonly string[]): Promise<void>;
  /** Somebody at this centre takes seats of its usual play. */
  takes(owner: TestCentre, seats: readonly string[]): Promise<void>;
  /** What an order's buyer was mailed: the subject and the text of each, oldest first. */
  mailsOf(who: Shopper): readonly string[];
  /** Asserts that a buyer's money and tickets, all halls and all accounts agree, and that nothing of it is held. */
  agrees(who: Shopper): Promise<void>;
}

export async function openThreeCentres(
  terms: TermsInput = { commission: { basisPoints: 500, centsPerTicket: 50 } },
): Promise<ThreeCentres> {
  const cluster = await createSaleCluster({
    ...{ centres: 3, terms },
    options: (index) => ({
      performances: [`stuk-${index + 1}`, ...Array.from({ length: EXTRAS }, (_, extra) => `extra-${extra + 1}`)],
    }),
  });
  const [seller, brug, kade] = cluster.centres as [TestCentre, TestCentre, TestCentre];
  let turn = 0;
  const nextSeats = () => {
    const [row, first] = [Math.floor(turn / 5), (turn % 5) * 2 + 1];
    turn += 1;
    return [first, first + 1].map((seat) => `Z-${'ABCDEF'[row]}-${seat}`);
  };
  return {
    ...{ ...cluster, seller, brug, kade, nextSeats },
    async choosing(performances = ['stuk-1', cluster.reference(brug), cluster.reference(kade)]) {
      const buyer = await cluster.buyer(seller);
      const seats = nextSeats();
      for (const performance of performances) {
        const held = await buyer.cart.holdSeats(seats, performance);
        assert.equal(held.status, 200, `${performance}: ${held.code}`);
      }
      const email = `${buyer.cart.id}@example.com`;
      const { cancel, cart, show } = buyer;
      return { buyer, seats, email, cancel, cart, show, order: () => buyer.order({ email }) };
    },
    async pay({ buyer }) {
      cluster.mollie.pay(buyer.payment());
      await cluster.settle();
    },
    async closes({ buyer: { id } }) {
      await sql`update payment set status = 'expired', check_at = null where order_id = ${id}`.execute(seller.db);
      await sql`update orders set hold_ends_at = clock_timestamp() - interval '1 second' where id = ${id}`.execute(
        seller.db,
      );
      await cluster.reconcile(seller);
    },
    async runsOut({ db }, seats) {
      await sql`update claim set until = clock_timestamp() - interval '1 second'
        where place = any(${seats}) and state = 'held'`.execute(db);
    },
    async takes(owner, seats) {
      const thief = await cluster.buyer(owner);
      const held = await thief.cart.holdSeats(seats, `stuk-${cluster.centres.indexOf(owner) + 1}`);
      assert.equal(held.status, 200, held.code);
      await thief.order();
      cluster.mollie.pay(thief.payment());
      await cluster.settle();
    },
    mailsOf: ({ email }) =>
      seller.mails.filter(({ to }) => to === email).map(({ subject, text }) => `${subject}\n${text}`),
    async agrees({ buyer, seats }) {
      assert.deepEqual(await orderFaults(seller, cluster.centres, buyer.id, moneyOf(cluster, buyer)), []);
      assert.deepEqual(await accountFaults(cluster.centres), []);
      for (const centre of cluster.centres) {
        assert.deepEqual(await hallFaults(centre), []);
        const held = await heldPlaces(centre);
        assert.deepEqual(
          held.filter((place) => seats.includes(place)),
          [],
          centre.id,
        );
      }
    },
  };
}

/** What the provider has of an order's payments. */
function moneyOf({ mollie }: SaleCluster, buyer: Buyer): MoneyMoved {
  const moved = { paid: 0, refunded: 0 };
  for (const id of buyer.payments()) {
    const { amount, status } = mollie.payment(id);
    if (status === 'paid') moved.paid += amount.minor;
    for (const refund of mollie.refunds.of(id)) moved.refunded += refund.amount.minor;
  }
  return moved;
}
