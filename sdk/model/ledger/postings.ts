import type { Agreement } from '../../contract/network/agreement.ts';
import type { Entry, EntryKind } from '../../contract/network/entry.ts';
import type { VatCode } from '../../contract/vat.ts';

/**
 * Accounts of a centre's books, by name.
 * partner: current account with the other centre of an agreement; what it owes us is a debit ·
 * buyers: what buyers still have to pay (a debit), or paid too much · payments: money at the payment provider ·
 * ticket-revenue: own performances · partner-tickets: what was sold for partners and is not on their account yet ·
 * pass-visits: what visits on our passes cost us at partners, beside what buyers pay for them · vouchers: what is on sold
 * vouchers, a debt to who has them; tax is due when they pay something (a credit) · the other revenues by what was sold.
 */
export type Account =
  | 'partner'
  | 'buyers'
  | 'payments'
  | 'ticket-revenue'
  | 'partner-tickets'
  | 'pass-visits'
  | 'vouchers'
  | 'pass-revenue'
  | 'product-revenue'
  | 'donations'
  | 'fee-revenue'
  | 'commission-income'
  | 'commission-expense'
  | 'admin-income'
  | 'admin-expense';

/** One side of a booking: cents above zero are a debit, below zero a credit. VAT is included, and `vat` says which. */
export interface Posting {
  readonly account: Account;
  readonly cents: number;
  readonly vat: VatCode | null;
}

type Role = Agreement['role'];

/** What stands against the partner's account, for each side. */
const AGAINST: Record<EntryKind, Record<Role, Account>> = {
  sale: { owner: 'ticket-revenue', seller: 'partner-tickets' },
  refund: { owner: 'ticket-revenue', seller: 'partner-tickets' },
  commission: { owner: 'commission-expense', seller: 'commission-income' },
  'commission-refund': { owner: 'commission-expense', seller: 'commission-income' },
  admin: { owner: 'admin-expense', seller: 'admin-income' },
  'admin-refund': { owner: 'admin-expense', seller: 'admin-income' },
};

/** What an entry means to us: cents above zero are owed to us, below zero by us. */
export const oursOf = (role: Role, { amount }: Pick<Entry, 'amount'>): number =>
  role === 'owner' ? amount.cents : 0 - amount.cents;

/** An entry in the books of its owner or its seller. The two mirror each other on the account `partner`. */
export function postingsOfEntry(role: Role, entry: Entry): Posting[] {
  return move('partner', AGAINST[entry.kind][role], oursOf(role, entry), entry.vat);
}

/** A line sold to a buyer of ours; `vat` is null for a partner's, whose sale it is. */
export interface SoldLine {
  readonly cents: number;
  readonly vat: VatCode | null;
  /** Of a partner's line: what we owe for it, where that is not what the buyer pays. */
  readonly owedCents?: number | undefined;
}

const revenueOf = ({ vat }: SoldLine): Account => (vat === null ? 'partner-tickets' : 'ticket-revenue');

/** A buyer of ours owes what it ordered; what we owe a partner for it beside that is a cost of our pass. */
export const postingsOfSale = (line: SoldLine): Posting[] => [
  ...move('buyers', revenueOf(line), line.cents, line.vat),
  ...move('pass-visits', revenueOf(line), (line.owedCents ?? line.cents) - line.cents, line.vat),
];

/** A line that a buyer of ours gave back, or lost: it owes it no longer. */
export const postingsOfReturn = (line: SoldLine): Posting[] =>
  postingsOfSale(line).map((posting) => ({ ...posting, cents: 0 - posting.cents }));

/** What of an order is no place. */
export type ItemKind = 'voucher' | 'pass' | 'extra' | 'donation' | 'fee';

const ITEM_ACCOUNT: Record<ItemKind, Account> = {
  voucher: 'vouchers',
  pass: 'pass-revenue',
  extra: 'product-revenue',
  donation: 'donations',
  fee: 'fee-revenue',
};

/** A buyer of ours owes a product or a fee; below zero it gave it back. */
export const postingsOfItem = (kind: ItemKind, { cents, vat }: Pick<SoldLine, 'cents' | 'vat'>): Posting[] =>
  move('buyers', ITEM_ACCOUNT[kind], cents, vat);

/** A buyer paid with a voucher; below zero it came back onto it. */
export const postingsOfVoucher = (cents: number): Posting[] => move('vouchers', 'buyers', cents, null);

/** A buyer's money came in; below zero it went back, by a refund of ours or a chargeback by its bank. */
export const postingsOfPayment = (cents: number): Posting[] => move('payments', 'buyers', cents, null);

/** What went to an owner out of a buyer's payment: we owe it so much less. */
export const postingsOfShare = (cents: number): Posting[] => move('partner', 'payments', cents, null);

/** Debits one account and credits another; nothing moves nothing. */
function move(debit: Account, credit: Account, cents: number, vat: VatCode | null): Posting[] {
  if (cents === 0) return [];
  return [
    { account: debit, cents, vat },
    { account: credit, cents: -cents, vat },
  ];
}
