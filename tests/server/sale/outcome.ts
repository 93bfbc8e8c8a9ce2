import assert from 'node:assert/strict';
import type { Database } from '../../../server/adapters/postgres/index.ts';
import type { Buyer, SaleCentre } from '../../harness/sale.ts';

/** What our own books say about an order. */
export interface Books {
  readonly state: string;
  readonly tickets: number;
  readonly soldPlaces: number;
  readonly heldPlaces: number;
  /** Cents by kind of ledger line. */
  readonly ledger: Readonly<Record<string, number>>;
}

export async function booksOf({ db }: { readonly db: Database }, order: string): Promise<Books> {
  const { state } = await db.selectFrom('orders').select('state').where('id', '=', order).executeTakeFirstOrThrow();
  const tickets = await db.selectFrom('ticket').select('id').where('order_id', '=', order).execute();
  const claims = await db.selectFrom('claim').select(['state', 'until']).where('order_id', '=', order).execute();
  const entries = await db.selectFrom('ledger_entry').select(['kind', 'cents']).where('order_id', '=', order).execute();
  const ledger: Record<string, number> = {};
  for (const { kind, cents } of entries) ledger[kind] = (ledger[kind] ?? 0) + cents;
  return {
    state,
    tickets: tickets.length,
    soldPlaces: claims.filter((claim) => claim.state === 'sold').length,
    heldPlaces: claims.filter((claim) => claim.state === 'held' && claim.until > new Date()).length,
    ledger,
  };
}

/** What an order did to each account, in cents, debits above zero; accounts without balance left out. */
export async function accountsOf({ db }: { readonly db: Database }, order: string): Promise<Record<string, number>> {
  const postings = await db.selectFrom('posting').select(['account', 'cents']).where('order_id', '=', order).execute();
  const accounts: Record<string, number> = {};
  for (const { account, cents } of postings) accounts[account] = (accounts[account] ?? 0) + cents;
  return Object.fromEntries(Object.entries(accounts).filter(([, cents]) => cents !== 0));
}

/** Asserts that a buyer got every ticket, once, paid for once, mailed once. */
export async function sold(centre: SaleCentre, buyer: Buyer): Promise<void> {
  const seats = buyer.seats.length;
  const total = seats * 2400;
  assert.deepEqual(await booksOf(centre, buyer.id), {
    state: 'paid',
    tickets: seats,
    soldPlaces: seats,
    heldPlaces: 0,
    ledger: { sale: total, payment: total },
  });
  assert.deepEqual(await accountsOf(centre, buyer.id), { 'ticket-revenue': -total, payments: total });
  const order = await buyer.show();
  assert.equal(order.state, 'paid');
  assert.deepEqual(order.lines.map(({ place }) => place.id).toSorted(), [...buyer.seats].toSorted());
  const mails = centre.mails.filter(({ messageId }) => messageId.startsWith(`tickets-${buyer.id}`));
  assert.equal(mails.length, 1);
}

/** Asserts that a buyer got all money back, once, and a mail that says so; and no ticket. */
export async function wasRefunded(centre: SaleCentre, buyer: Buyer, reason: string): Promise<void> {
  await centre.settle();
  const refunds = centre.mollie.refunds.of(buyer.payment());
  assert.equal(refunds.length, 1);
  for (const { id } of refunds) centre.mollie.refunds.arrive(id);
  await centre.settle();
  const { state, tickets, soldPlaces, ledger } = await booksOf(centre, buyer.id);
  const total = buyer.seats.length * 2400;
  assert.deepEqual(
    { state, tickets, soldPlaces, ledger },
    {
      state: 'refund',
      tickets: 0,
      soldPlaces: 0,
      ledger: { payment: total, refund: -total },
    },
  );
  assert.deepEqual(await accountsOf(centre, buyer.id), {});
  const order = await buyer.show();
  assert.deepEqual([order.state, order.reason, order.refund?.amount.cents], ['refunded', reason, total]);
  assert.equal(centre.mails.filter(({ subject }) => subject.includes(order.number)).length, 1);
}
