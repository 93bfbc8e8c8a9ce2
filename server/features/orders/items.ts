import type { Insertable } from 'kysely';
import type { PriceList } from '../../../sdk/contract/prices/index.ts';
import type { VatCode } from '../../../sdk/contract/vat.ts';
import type { DatabaseTransaction, Promised, Tables } from '../../adapters/postgres/tables.ts';
import type { CentreRuntime } from '../../runtime.ts';
import type { LockedCart } from '../holds/index.ts';

type Row = Insertable<Tables['order_item']>;

/** Stores what of an order is no place: products, with what was promised of them, and fees. */
export async function insertItems(
  { random }: Pick<CentreRuntime, 'random'>,
  trx: DatabaseTransaction,
  orderId: string,
  locked: LockedCart,
): Promise<void> {
  const { list, priced } = locked.basket;
  if (!priced) return;
  const products = priced.products.flatMap(({ product, quantity, cents, vat }): Omit<Row, 'id' | 'position'>[] => {
    const known = list.products.find(({ id }) => id === product);
    if (!known) return [];
    const promise = promiseOf(list, known);
    return [
      {
        ...{ order_id: orderId, kind: known.kind, reference: product, name: JSON.stringify(known.name) },
        ...{ quantity, cents, vat, promise: promise && JSON.stringify(promise) },
      },
    ];
  });
  const fees = priced.fees.map(({ rule, name, cents }) => ({
    ...{ order_id: orderId, kind: 'fee' as const, reference: rule, name: JSON.stringify(name) },
    ...{ quantity: 1, cents, vat: vatOfFee(locked) },
  }));
  const rows = [...products, ...fees].map((row, position) => ({ ...row, id: random.uuid(), position }));
  if (rows.length > 0) await trx.insertInto('order_item').values(rows).execute();
}

/** What a buyer gets of a product beside the thing itself. */
function promiseOf(list: PriceList, product: PriceList['products'][number]): Promised | null {
  if (product.kind === 'voucher') {
    const { validMonths, withdrawalDays } = product;
    return { withdrawalDays, ...(validMonths !== undefined && { months: validMonths }) };
  }
  const pass = list.passes.find(({ id }) => id === product.pass);
  if (product.kind !== 'pass' || !pass) return null;
  return { formula: pass.id, people: pass.people, withdrawalDays: pass.withdrawalDays, ...pass.period };
}

/** A cost of the whole order is taxed as what it comes with: as most of our places are, in money. */
function vatOfFee({ basket, lines, offers }: LockedCart): VatCode | null {
  const cents = new Map<VatCode, number>();
  for (const { id, performance, price } of lines) {
    const code = basket.vat.get(id) ?? offers.get(performance.id)?.performance.vat;
    if (code) cents.set(code, (cents.get(code) ?? 0) + price.cents);
  }
  return [...cents].sort(([, one], [, other]) => other - one)[0]?.[0] ?? null;
}
