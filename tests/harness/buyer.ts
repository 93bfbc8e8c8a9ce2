import type { Cart, NewCart, OrderAccess, PerformanceList, SeatStatus } from '../../sdk/contract/index.ts';

/** A buyer without a browser, who goes the way of a page by HTTP alone. */
export interface Buyer {
  readonly performances: PerformanceList['performances'];
  /** Takes two places of the area of a performance, orders and pays them at the payment page. */
  buyTwo(performance: string): Promise<OrderAccess>;
  /** Reads something of an order with the token that opens it. */
  read(access: OrderAccess, path?: string): Promise<Response>;
}

/**
 * Opens a buyer on a centre.
 * @param site Address of the centre's website, which the buyer's requests come from and go back to.
 */
export async function openBuyer(api: string, site: string): Promise<Buyer> {
  const headers = { Origin: new URL(site).origin, 'Content-Type': 'application/json' };
  const read = (path: string, token?: string) =>
    fetch(api + path, { headers: { ...headers, ...(token && { Authorization: `Bearer ${token}` }) } });
  const post = async <T>(path: string, body: unknown, token?: string): Promise<T> => {
    const answer = await fetch(api + path, {
      method: 'POST',
      headers: { ...headers, ...(token && { Authorization: `Bearer ${token}` }) },
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
    return (await answer.json()) as T;
  };
  const { performances } = (await (await read('/performances')).json()) as PerformanceList;
  return {
    performances,
    async buyTwo(performance) {
      const { areas } = (await (await read(`/performances/${performance}/status`)).json()) as SeatStatus;
      const area = Object.keys(areas)[0];
      const { cart, token } = await post<NewCart>('/carts', {});
      const held = await post<Cart>(`/carts/${cart.id}/lines`, { performance, areas: [{ area, quantity: 2 }] }, token);
      const order = { email: 'noor@example.be', language: 'nl', returnUrl: site, expectedTotal: held.total };
      const access = await post<OrderAccess>(`/carts/${cart.id}/order`, order, token);
      await pay(access.order.checkoutUrl!);
      return access;
    },
    read: ({ order, token }, path = '') => read(`/orders/${order.id}${path}`, token),
  };
}

/** Fills in the forms of the payment page: Bancontact, paid. */
export async function pay(checkoutUrl: string): Promise<void> {
  const submit = (url: string, fields: Record<string, string>) =>
    fetch(url, { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' });
  const chosen = await submit(checkoutUrl, { method: 'bancontact' });
  await submit(new URL(chosen.headers.get('Location')!, checkoutUrl).href, { final_state: 'paid' });
}
