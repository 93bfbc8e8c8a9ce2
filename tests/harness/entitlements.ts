import assert from 'node:assert/strict';
import type { Entitlement } from '../../sdk/contract/index.ts';
import { choose, putPrices } from './prices.ts';
import { type Buyer, createSaleCentre, type SaleCentre } from './sale.ts';

const name = { nl: 'Naam', en: 'Name' };

/** Vouchers of € 50 and of any amount, a pass that opens a price type, one with visits, a drink and a fee for the order. */
export const SHOP_LIST = {
  groups: [{ id: 'fees' }],
  rules: [
    {
      ...{ id: 'order-fee', name, group: 'fees', effect: { kind: 'fee-order', cents: 100 } },
      when: { selection: { performances: ['met-kosten'] } },
    },
  ],
  access: [{ priceType: 'under-26', pass: 'friend' }],
  passes: [
    { id: 'friend', name, price: 2500, vat: 'BE-21', period: { months: 12 } },
    {
      ...{ id: 'cubo', name, price: 1800, vat: 'BE-6', period: { months: 1 } },
      visits: { among: { genres: ['theater'] }, maxOpen: 2, daysAhead: 30 },
    },
  ],
  products: [
    { id: 'voucher', kind: 'voucher', name, price: { least: 100, most: 50_000 }, validMonths: 24, withdrawalDays: 14 },
    { id: 'friend-pass', kind: 'pass', name, price: { cents: 2500 }, pass: 'friend' },
    { id: 'cubo-pass', kind: 'pass', name, price: { cents: 1800 }, pass: 'cubo' },
    { id: 'drink', kind: 'extra', name, price: { cents: 300 }, vat: 'BE-21' },
  ],
};

/** A centre that sells places, vouchers and passes. Places may be chosen freely. */
export async function createShopCentre(performances: readonly string[]): Promise<SaleCentre> {
  const centre = await createSaleCentre({ performances });
  await centre.db.updateTable('performance').set({ single_seat_rule: 'off' }).execute();
  await putPrices(centre, structuredClone(SHOP_LIST) as never);
  return centre;
}

/** Somebody who bought these products and paid. */
export async function buyProducts(
  centre: SaleCentre,
  products: readonly object[],
): Promise<{ readonly buyer: Buyer; readonly entitlements: readonly Entitlement[] }> {
  const buyer = await centre.buyer('', []);
  const chosen = await choose(buyer.cart, { products });
  assert.equal(chosen.status, 200, chosen.code);
  const order = await buyer.order();
  if (order.state !== 'paid') centre.mollie.pay(buyer.payment());
  await centre.settle();
  const { entitlements, state } = await buyer.show();
  assert.equal(state, 'paid');
  return { buyer, entitlements: entitlements ?? [] };
}

/** The code of a fresh voucher of so much. */
export async function voucherOf(centre: SaleCentre, cents: number): Promise<string> {
  const { entitlements } = await buyProducts(centre, [{ product: 'voucher', quantity: 1, cents }]);
  return entitlements[0]?.code ?? '';
}

/** What is on a voucher, as whoever types its code is told; undefined when it cannot be used. */
export async function leftOn(centre: SaleCentre, code: string): Promise<number | undefined> {
  const { cart } = await centre.buyer('', []);
  return (await choose(cart, { codes: [code] })).cart.extras?.codes[0]?.left?.cents;
}

/** What every account of the centre's books comes to, in cents. */
export async function balancesOf({ db }: SaleCentre): Promise<Record<string, number>> {
  const rows = await db
    .selectFrom('posting')
    .select('account')
    .select(({ fn }) => fn.sum<string>('cents').as('cents'))
    .groupBy('account')
    .execute();
  return Object.fromEntries(rows.map(({ account, cents }) => [account, Number(cents)]));
}
