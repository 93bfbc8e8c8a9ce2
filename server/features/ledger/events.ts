import {
  type ItemKind,
  type Posting,
  postingsOfItem,
  postingsOfPayment,
  postingsOfReturn,
  postingsOfSale,
  postingsOfShare,
  postingsOfVoucher,
  type SoldLine,
} from '../../../sdk/model/ledger/index.ts';
import type { DatabaseTransaction } from '../../adapters/postgres/tables.ts';
import { countLines, insertBookings, insertLines, type OrderLine, vatOfLines } from './store.ts';

/** Money that came in for an order, or went back. */
export interface MoneyMoved {
  readonly order: string;
  /** What it is known by; the same is never booked twice. */
  readonly reference: string;
  /** Above zero it came in. */
  readonly cents: number;
}

/**
 * A buyer of ours gets these lines and owes their price. A partner's lines are sold for the partner; what we owe it for a
 * visit on a pass is a cost of that pass.
 */
export async function bookSale(trx: DatabaseTransaction, order: string, lines: readonly OrderLine[]): Promise<void> {
  await insertLines(
    trx,
    lines.map(({ id, cents }) => ({ kind: 'sale', order_id: order, reference: id, cents })),
  );
  await bookLines(trx, order, lines, 'sale', postingsOfSale);
}

/** A buyer of ours has these lines no longer and owes them no longer; that the money goes back is another booking. */
export async function bookReturn(trx: DatabaseTransaction, order: string, lines: readonly OrderLine[]): Promise<void> {
  await bookLines(trx, order, lines, 'return', postingsOfReturn);
}

/** What of an order is no place, as far as the books care. */
export interface BookedItem {
  readonly id: string;
  readonly kind: ItemKind;
  /** Of all of it. */
  readonly cents: number;
  readonly vat: Posting['vat'];
}

/** A buyer of ours gets products, or owes a fee. */
export async function bookItems(trx: DatabaseTransaction, order: string, items: readonly BookedItem[]): Promise<void> {
  await insertLines(
    trx,
    items.map(({ id, cents }) => ({ kind: 'sale', order_id: order, reference: id, cents })),
  );
  await insertBookings(
    trx,
    items.map(({ id, kind, ...sold }) => ({
      ...({ kind: 'sale', reference: id, order_id: order } as const),
      postings: postingsOfItem(kind, sold),
    })),
  );
}

/** A buyer gave a voucher or pass back, of which so much was still there; that the money goes back is another booking. */
export const bookItemReturn = (
  trx: DatabaseTransaction,
  order: string,
  { id, kind, cents, vat }: BookedItem,
): Promise<void> =>
  insertBookings(trx, [
    { kind: 'return', reference: id, order_id: order, postings: postingsOfItem(kind, { cents: 0 - cents, vat }) },
  ]);

/** A buyer paid with a voucher, or it came back onto it. */
export async function bookVoucher(trx: DatabaseTransaction, { order, reference, cents }: MoneyMoved): Promise<void> {
  await insertLines(trx, [{ kind: 'voucher', order_id: order, reference, cents }]);
  await insertBookings(trx, [{ kind: 'voucher', reference, order_id: order, postings: postingsOfVoucher(cents) }]);
}

/** A buyer's money came in. */
export const bookPayment = (trx: DatabaseTransaction, money: MoneyMoved): Promise<void> =>
  bookMoney(trx, 'payment', money);

/** A buyer's money went back, or came back to us because its bank did not take it. */
export const bookRefund = (trx: DatabaseTransaction, money: MoneyMoved): Promise<void> =>
  bookMoney(trx, 'refund', money);

/**
 * The buyer's bank took money of a payment back, or returned it. May happen to a payment more than once, so it is
 * counted; the caller holds the order's lock.
 */
export async function bookChargeback(trx: DatabaseTransaction, { reference, ...money }: MoneyMoved): Promise<void> {
  const before = await countLines(trx, 'chargeback', `${reference}#`);
  await bookMoney(trx, 'chargeback', { ...money, reference: `${reference}#${before + 1}` });
}

/** A share of an owner went to it out of a buyer's payment, for one leg; a leg's share goes once. */
export const bookShare = (
  trx: DatabaseTransaction,
  { agreement, leg, cents }: { readonly agreement: string; readonly leg: string; readonly cents: number },
): Promise<void> =>
  insertBookings(trx, [{ kind: 'share', reference: leg, agreement_id: agreement, postings: postingsOfShare(cents) }]);

async function bookMoney(
  trx: DatabaseTransaction,
  kind: 'payment' | 'refund' | 'chargeback',
  { order, reference, cents }: MoneyMoved,
): Promise<void> {
  await insertLines(trx, [{ kind, order_id: order, reference, cents }]);
  await insertBookings(trx, [{ kind, reference, order_id: order, postings: postingsOfPayment(cents) }]);
}

async function bookLines(
  trx: DatabaseTransaction,
  order: string,
  lines: readonly OrderLine[],
  kind: 'sale' | 'return',
  post: (line: SoldLine) => Posting[],
): Promise<void> {
  const vat = await vatOfLines(trx, lines);
  await insertBookings(
    trx,
    lines.map(({ id, cents, snapshot }) => ({
      kind,
      reference: id,
      order_id: order,
      postings: post({ cents, vat: vat.get(id) ?? null, owedCents: snapshot?.owed?.cents }),
    })),
  );
}
