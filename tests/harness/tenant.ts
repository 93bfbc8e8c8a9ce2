import assert from 'node:assert/strict';
import { randomBytes, randomUUID } from 'node:crypto';
import type { NewOffer } from '../../sdk/contract/index.ts';
import type { TestCentre } from './centre.ts';
import { addPartner, send, type TestPartner } from './partner.ts';
import { returnCode } from './sale.ts';
import type { SaleCluster } from './sale-cluster.ts';

/** Ids and codes that a request can name, by the names that routes and bodies have for them. */
export type Names = Readonly<
  Record<
    | 'cart'
    | 'order'
    | 'ticket'
    | 'line'
    | 'performance'
    | 'plan'
    | 'image'
    | 'code'
    | 'returnCode'
    | 'reservation'
    | 'agreement'
    | 'partner'
    | 'keyId',
    string
  >
>;

/** What opens doors at a centre. */
export interface Keys {
  readonly cart: string;
  readonly order: string;
  readonly manage: string;
  readonly partner: TestPartner;
}

/** A centre that has one of everything. */
export interface Tenant {
  readonly centre: TestCentre;
  readonly names: Names;
  readonly keys: Keys;
}

/** Lets somebody buy, somebody choose, a partner reserve and an offer wait at a centre. */
export async function furnish(cluster: SaleCluster, centre: TestCentre, manageToken: string): Promise<Tenant> {
  const performance = `stuk-${cluster.centres.indexOf(centre) + 1}`;
  const buyer = await cluster.buyer(centre);
  await buyer.cart.holdSeats(['Z-A-1', 'Z-A-2'], performance);
  const { body } = await buyer.tryOrder();
  cluster.mollie.pay(buyer.payment());
  await cluster.settle();
  const { tickets } = await buyer.show();
  const visitor = await cluster.buyer(centre);
  const { cart } = await visitor.cart.holdSeats(['Z-B-1', 'Z-B-2'], performance);
  const partner = await addPartner(centre);
  const reservation = randomUUID();
  const json = { channel: 'web', items: [{ performance, seats: [{ seat: 'Z-C-1' }, { seat: 'Z-C-2' }] }] };
  const path = `/network/v1/reservations/${reservation}`;
  assert.equal((await send(centre, partner.sign(path, { method: 'PUT', json }))).status, 201);
  const offered = await centre.request('/manage/agreements', {
    token: manageToken,
    json: { terms: { performances: {} } },
  });
  const { offerUrl } = (await offered.json()) as NewOffer;
  return {
    centre,
    names: {
      ...{ cart: cart.id, order: body.order.id, performance, reservation, agreement: partner.agreement },
      ticket: tickets[0]?.id ?? '',
      line: cart.lines[0]?.id ?? '',
      plan: (await planOf(centre)) ?? '',
      image: 'zaal.webp',
      code: offerUrl.split('/').at(-1) ?? '',
      returnCode: returnCode(cluster.mollie, buyer.payment()),
      partner: `partner-${partner.agreement.slice(0, 8)}`,
      keyId: partner.keys.current.shown.id,
    },
    keys: { cart: visitor.cart.token, order: body.token, manage: manageToken, partner },
  };
}

const planOf = async ({ db }: TestCentre) => (await db.selectFrom('seating_plan').select('id').executeTakeFirst())?.id;

/** Names as there are, of nothing that anybody has. */
export const namesOfNothing = (like: Names): Names => ({
  ...{ cart: randomUUID(), order: randomUUID(), ticket: randomUUID(), line: randomUUID() },
  ...{ reservation: randomUUID(), agreement: randomUUID() },
  ...{ performance: 'stuk-9', plan: 'zaal-9', image: 'niets.webp', partner: 'partner-00000000' },
  code: randomBytes(64).toString('base64url').slice(0, like.code.length),
  returnCode: randomBytes(64).toString('base64url').slice(0, like.returnCode.length),
  keyId: randomBytes(8).toString('hex'),
});
