import { expect, html } from '@open-wc/testing';
import type { FoyerCart } from '../../../components/cart/cart.ts';
import type { FoyerCheckout } from '../../../components/checkout/checkout.ts';
import type { FoyerTicketTypes } from '../../../components/ticket-types/ticket-types.ts';
import { createManualTimers } from '../../../stories/fixtures/manual-timers.ts';
import { PRICED } from '../../../stories/fixtures/prices.ts';
import { createScene, TWO_SEATS } from '../../../stories/fixtures/shops.ts';
import { CartObject } from '../../harness/elements/cart.ts';
import { CheckoutObject } from '../../harness/elements/checkout.ts';
import { openShop } from '../../harness/elements/shop.ts';
import { TicketTypesObject } from '../../harness/elements/ticket-types.ts';

/** The three of a sale on one page, of a centre that takes codes. */
async function together() {
  const shop = await openShop(
    createScene({ ...PRICED, cart: TWO_SEATS, timers: createManualTimers() }),
    html`<foyer-ticket-types></foyer-ticket-types><foyer-cart></foyer-cart><foyer-checkout></foyer-checkout>`,
  );
  const types = new TicketTypesObject(shop.querySelector('foyer-ticket-types') as FoyerTicketTypes);
  const cart = new CartObject(shop.querySelector('foyer-cart') as FoyerCart);
  const checkout = new CheckoutObject(shop.querySelector('foyer-checkout') as FoyerCheckout);
  await cart.until(() => cart.partsOf('codes').length > 0, 'the field for codes');
  await types.until(() => types.partsOf('why').length > 0 || types.yearsAsked > 0, 'the rules');
  return { types, cart, checkout };
}

describe('elements of one shop on one page', () => {
  it('say the total once, and once more on the button that orders', async () => {
    const { types, cart, checkout } = await together();
    expect(cart.total).to.contain('Totaal € 45,50');
    expect(types.partsOf('total')).to.deep.equal([]);
    expect(checkout.partsOf('total')).to.deep.equal([]);
    expect(checkout.button).to.equal('Bestel en betaal € 45,50');
  });

  it('have one field for codes, with what each price type asks', async () => {
    const { types, cart } = await together();
    expect(types.partsOf('codes')).to.deep.equal([]);
    await cart.unfold(/Hebt u een code/);
    expect(cart.text).to.contain('Vrienden is voor wie een Vriendenpas heeft.');
  });

  it('do not count on a cart that cannot be seen, nor on one of another shop', async () => {
    const { types, cart, checkout } = await together();
    cart.element.hidden = true;
    types.element.requestUpdate();
    checkout.element.requestUpdate();
    await types.until(() => types.partsOf('codes').length === 1, 'the field for codes');
    expect(checkout.total).to.equal('Te betalen € 45,50');
    await CartObject.show(createScene({ cart: TWO_SEATS, timers: createManualTimers() }));
    await checkout.element.updateComplete;
    expect(checkout.total).to.equal('Te betalen € 45,50');
  });
});
