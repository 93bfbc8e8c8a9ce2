import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createCheckoutApp } from '../../../../../server/demo/mollie/checkout/app.ts';
import { HOUR, MINUTE, openShop } from '../shop.ts';

const CANCEL = 'https://shop.example/geannuleerd';
const RETURN = 'https://shop.example/terug';

function openCheckout() {
  const shop = openShop();
  const app = createCheckoutApp(shop.machine);
  return {
    ...shop,
    /** The page at an address, following redirects within the payment page. */
    async visit(
      address: string | undefined,
    ): Promise<{ status: number; text: string; headers: Headers; path: string }> {
      const path = (address ?? '').replace('https://pay.example', '');
      const response = await app.request(path);
      const { status, headers } = response;
      const location = headers.get('location');
      if (location?.startsWith('/')) return this.visit(location);
      return { status, text: await response.text(), headers, path };
    },
    /** Submits a form; gives where it leads. */
    async submit(path: string, fields: Record<string, string> = {}) {
      const response = await app.request(path, { method: 'POST', body: new URLSearchParams(fields) });
      assert.equal(response.status, 303);
      return response.headers.get('location') ?? '';
    },
    token: (id: string) => shop.machine.payment(id).token,
  };
}

type Checkout = ReturnType<typeof openCheckout>;

/** Goes through the selection to the bank; gives the address of the bank's page. */
const choose = (checkout: Checkout, id: string, method: string) =>
  checkout.submit(`/checkout/select-method/${checkout.token(id)}`, { method });

describe('the payment page', () => {
  it('shows what is paid, to whom and for what, with the classes public drivers look for', async () => {
    const checkout = openCheckout();
    const { _links } = checkout.create({ locale: 'nl_BE', description: 'Bestelling <script>' });
    const { status, text } = await checkout.visit(_links.checkout?.href);
    assert.equal(status, 200);
    assert.match(text, /class="header__merchant-name">De Lantaarn</);
    assert.match(text, /class="header__amount">€\s37,00</);
    assert.match(text, /Bestelling &lt;script&gt;/);
    assert.match(text, /Betaalomgeving \(nagebootst\) · test/);
  });

  it('behaviour 12: offers the Belgian methods in order, and the banks behind KBC/CBC', async () => {
    const checkout = openCheckout();
    const { id, _links } = checkout.create();
    const { text } = await checkout.visit(_links.checkout?.href);
    const offered = [...text.matchAll(/name="method" value="(\w+)"/g)].map(([, value]) => value);
    assert.deepEqual(offered, ['bancontact', 'kbc', 'belfius', 'ideal', 'creditcard']);
    const issuers = await checkout.visit(await choose(checkout, id, 'kbc'));
    assert.match(issuers.text, /button[^>]*value="kbc"[\s\S]*button[^>]*value="cbc"/);
    const bank = await checkout.submit(`/checkout/select-issuer/kbc/${checkout.token(id)}`, { issuer: 'cbc' });
    assert.match((await checkout.visit(bank)).text, /CBC/);
    assert.equal(checkout.read(id).issuer, 'cbc');
  });

  it('behaviour 12: offers only the methods the shop limits the choice to, and only what takes the amount', async () => {
    const checkout = openCheckout();
    const { id, _links } = checkout.create({ method: ['bancontact', 'belfius'] });
    const { text } = await checkout.visit(_links.checkout?.href);
    assert.equal(text.match(/name="method"/g)?.length, 2);
    await choose(checkout, id, 'ideal');
    assert.equal(checkout.read(id).method, null);
  });

  it('behaviour 12: lets the tester choose one of seven outcomes, and does it', async () => {
    for (const outcome of ['paid', 'open', 'pending', 'authorized', 'canceled', 'expired']) {
      const checkout = openCheckout();
      const { id } = checkout.create();
      const bank = await choose(checkout, id, 'bancontact');
      const { text } = await checkout.visit(bank);
      assert.equal(text.match(/type="radio"/g)?.length, 7);
      assert.match(text, new RegExp(`value="${outcome}"`));
      assert.equal(text.match(/class="button"/g)?.length, 1);
      assert.equal(await checkout.submit(bank, { final_state: outcome }), RETURN);
      assert.equal(checkout.read(id).status, outcome);
    }
  });

  it('behaviour 13: giving up a preset method leads to the selection, without a word to the shop', async () => {
    const checkout = openCheckout();
    const { id, _links } = checkout.create({ method: 'bancontact', cancelUrl: CANCEL });
    const { path } = await checkout.visit(_links.checkout?.href);
    assert.match(path, /test-mode\?method=bancontact&token=3\./);
    const selection = await checkout.submit(path, { final_state: 'canceled' });
    assert.match(selection, /select-method/);
    assert.match((await checkout.visit(selection)).text, /value="belfius"/);
    assert.deepEqual([checkout.read(id).status, checkout.told()], ['open', []]);

    assert.equal(await checkout.submit(`/checkout/cancel/${checkout.token(id)}`), CANCEL);
    assert.deepEqual([checkout.read(id).status, checkout.told()], ['canceled', [id]]);
  });

  it('behaviour 13: without a cancel address, who gives up comes back at the usual one', async () => {
    const checkout = openCheckout();
    const { id } = checkout.create();
    assert.equal(await checkout.submit(`/checkout/cancel/${checkout.token(id)}`), RETURN);
  });

  it('behaviour 14: a failed attempt lets the buyer try again with the same payment', async () => {
    const checkout = openCheckout();
    const { id } = checkout.create({ locale: 'nl_BE' });
    const bank = await choose(checkout, id, 'bancontact');
    const selection = await checkout.submit(bank, { final_state: 'failed' });
    assert.match((await checkout.visit(selection)).text, /opnieuw proberen/);
    assert.deepEqual([checkout.read(id).status, checkout.told()], ['open', []]);
    const second = await choose(checkout, id, 'creditcard');
    assert.equal(await checkout.submit(second, { final_state: 'paid' }), RETURN);
    assert.deepEqual([checkout.read(id).status, checkout.read(id).method], ['paid', 'creditcard']);
  });

  it('behaviour 14: a preset card that fails has failed for good, and says why', async () => {
    const checkout = openCheckout();
    const { id } = checkout.create({ method: 'creditcard' });
    const bank = `/checkout/test-mode?method=creditcard&token=3.${checkout.token(id)}`;
    assert.equal(await checkout.submit(bank, { final_state: 'failed' }), RETURN);
    const { status, details } = checkout.read(id);
    assert.deepEqual([status, details?.failureReason], ['failed', 'unknown_reason']);
  });

  it('behaviour 15: the return says nothing of the status, whichever it is', async () => {
    for (const outcome of ['paid', 'open', 'pending', 'expired']) {
      const checkout = openCheckout();
      const { id } = checkout.create();
      const back = await checkout.submit(await choose(checkout, id, 'belfius'), { final_state: outcome });
      assert.equal(back, RETURN);
    }
  });

  it('decides nothing without a choice', async () => {
    const checkout = openCheckout();
    const { id } = checkout.create();
    const bank = await choose(checkout, id, 'bancontact');
    assert.equal(await checkout.submit(bank), bank);
    assert.equal(await checkout.submit(bank, { final_state: 'rich' }), bank);
    assert.equal(checkout.read(id).status, 'open');
  });

  it('behaviour 10: a payment that expires while the buyer looks at the page cannot be paid any more', async () => {
    const checkout = openCheckout();
    const { id } = checkout.create({ locale: 'nl_BE' });
    const bank = await choose(checkout, id, 'bancontact');
    checkout.clock.advance(HOUR);
    const end = await checkout.visit(await checkout.submit(bank, { final_state: 'paid' }));
    assert.match(end.text, /De tijd voor deze betaling is voorbij/);
    assert.deepEqual([checkout.read(id).status, checkout.told()], ['expired', [id]]);
  });

  it('decides once, however often the form is sent', async () => {
    const checkout = openCheckout();
    const { id } = checkout.create();
    const bank = await choose(checkout, id, 'bancontact');
    await checkout.submit(bank, { final_state: 'paid' });
    const again = await checkout.visit(await checkout.submit(bank, { final_state: 'canceled' }));
    assert.match(again.text, /Deze betaling is gelukt/);
    assert.deepEqual([checkout.read(id).status, checkout.told()], ['paid', [id]]);
  });

  it('brings webhooks before the buyer when asked to', async () => {
    const shop = openShop();
    const order: string[] = [];
    const app = createCheckoutApp(shop.machine, { beforeReturn: async () => void order.push('told') });
    const { id } = shop.create();
    const { token } = shop.machine.payment(id);
    await app.request(`/checkout/cancel/${token}`, { method: 'POST' });
    order.push('back');
    assert.deepEqual(order, ['told', 'back']);
  });

  it('lets things happen to a payment later: money that arrives back, or fails to, or is fetched by the bank', async () => {
    const checkout = openCheckout();
    const { id } = checkout.create();
    checkout.machine.pay(id);
    const body = { amount: { currency: 'EUR', value: '10.00' } };
    const { document } = checkout.request('POST', `/payments/${id}/refunds`, body);
    const page = checkout.read(id)._links.changePaymentState?.href;
    assert.match((await checkout.visit(page)).text, /€\s10,00/);
    const path = page?.replace('https://pay.example', '') ?? '';
    await checkout.submit(path, { event: `arrive-${document.id}` });
    await checkout.submit(path, { event: 'chargeback' });
    await checkout.submit(path, { event: 'chargeback' });
    assert.equal(checkout.request('GET', `/payments/${id}/refunds/${document.id}`).document.status, 'refunded');
    assert.equal(checkout.read(id).amountChargedBack?.value, '37.00');
  });

  it('lets a pending payment be decided later, but not undecided again', async () => {
    const checkout = openCheckout();
    const { id } = checkout.create();
    checkout.machine.pend(id);
    const path = `/checkout/change-payment-state/${checkout.token(id)}`;
    await checkout.submit(path, { event: 'canceled' });
    assert.equal(checkout.read(id).status, 'pending');
    await checkout.submit(path, { event: 'paid' });
    await checkout.submit(path, { event: 'failed' });
    assert.deepEqual([checkout.read(id).status, checkout.told()], ['paid', [id]]);
  });

  it('speaks the language of the payment, else the browser’s', async () => {
    const checkout = openCheckout();
    const headings = { nl_BE: 'Kies hoe', fr_BE: 'Choisissez comment', en_GB: 'Choose how', de_DE: 'Wählen Sie' };
    for (const [locale, heading] of Object.entries(headings)) {
      const { text } = await checkout.visit(checkout.create({ locale })._links.checkout?.href);
      assert.match(text, new RegExp(`<html lang="${locale.slice(0, 2)}">[\\s\\S]*${heading}`));
    }
    const app = createCheckoutApp(checkout.machine);
    const path = `/checkout/select-method/${checkout.token(checkout.create().id)}`;
    const response = await app.request(path, { headers: { 'accept-language': 'es, fr-BE;q=0.9' } });
    assert.match(await response.text(), /<html lang="fr">/);
  });

  it('forbids everything it does not need, sets no cookie, and may return to this shop only', async () => {
    const checkout = openCheckout();
    const { id, _links } = checkout.create({ cancelUrl: 'https://elders.example/x' });
    const { headers } = await checkout.visit(_links.checkout?.href);
    assert.equal(
      headers.get('content-security-policy'),
      "default-src 'none'; style-src 'self'; img-src 'self'; " +
        "form-action 'self' https://shop.example https://elders.example; base-uri 'none'; frame-ancestors 'none'",
    );
    assert.equal(headers.get('cache-control'), 'no-store');
    assert.equal(headers.get('set-cookie'), null);
    const { text } = await checkout.visit(await choose(checkout, id, 'bancontact'));
    assert.doesNotMatch(text, /<script|style=|\son\w+=/);
  });

  it('says of an unknown payment that there is none', async () => {
    const checkout = openCheckout();
    for (const path of [
      '/checkout/select-method/nobody',
      '/checkout/test-mode',
      '/',
      '/checkout/change-payment-state/x',
    ]) {
      const { status, text, headers } = await checkout.visit(path);
      assert.equal(status, 404, path);
      assert.match(text, /bestaat niet/);
      assert.match(headers.get('content-security-policy') ?? '', /form-action 'self'/);
    }
  });

  it('keeps the buyer on his method although another tab went elsewhere', async () => {
    const checkout = openCheckout();
    const { id } = checkout.create();
    const first = await choose(checkout, id, 'bancontact');
    checkout.clock.advance(MINUTE);
    await choose(checkout, id, 'belfius');
    await checkout.submit(first, { final_state: 'paid' });
    assert.equal(checkout.read(id).method, 'bancontact');
  });
});
