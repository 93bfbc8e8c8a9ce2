import { html } from '@open-wc/testing';
import { emulateMedia } from '@web/test-runner-commands';
import type { FoyerCart } from '../../../components/cart/cart.ts';
import type { FoyerCheckout } from '../../../components/checkout/checkout.ts';
import type { FoyerOrder } from '../../../components/order/order.ts';
import type { FoyerSeatMap } from '../../../components/seat-map/seat-map.ts';
import type { FoyerShop } from '../../../components/shop/shop.ts';
import type { FoyerTicketTypes } from '../../../components/ticket-types/ticket-types.ts';
import { createManualTimers } from '../../../stories/fixtures/manual-timers.ts';
import { TONIGHT, theatreTonight } from '../../../stories/fixtures/seatings.ts';
import type { Scene } from '../../../stories/fixtures/shops.ts';
import { CartObject } from '../../harness/elements/cart.ts';
import { CheckoutObject } from '../../harness/elements/checkout.ts';
import { OrderObject } from '../../harness/elements/order.ts';
import { SeatMapObject } from '../../harness/elements/seat-map.ts';
import { openShop } from '../../harness/elements/shop.ts';
import { TicketTypesObject } from '../../harness/elements/ticket-types.ts';
import { expectTranscript, Listener } from '../../harness/screen-reader.ts';

const WORDS = {
  nl: { list: /^button, Lijst/, minutes: /Nog 10 minuten/, two: /U hebt nu 2 plaatsen/ },
  en: { list: /^button, List/, minutes: /10 minutes/, two: /You now have 2 places/ },
} as const;

/** Milliseconds after which the order has surely been looked up again. */
const LOOKS_AGAIN = 10_000;

/** The page of ten lines that the README begins with, over the fake centre. */
async function openPage(scene: Scene) {
  const shop = await openShop(
    scene,
    html`
      <foyer-seat-map performance=${TONIGHT}></foyer-seat-map>
      <foyer-ticket-types></foyer-ticket-types>
      <foyer-cart></foyer-cart>
      <foyer-checkout></foyer-checkout>
      <foyer-order></foyer-order>
    `,
  );
  const checkout = new CheckoutObject(part<FoyerCheckout>(shop, 'foyer-checkout'));
  checkout.element.navigate = (url) => void checkout.visited.push(url);
  return {
    shop,
    checkout,
    map: await SeatMapObject.of(part<FoyerSeatMap>(shop, 'foyer-seat-map')),
    types: new TicketTypesObject(part<FoyerTicketTypes>(shop, 'foyer-ticket-types')),
    cart: new CartObject(part<FoyerCart>(shop, 'foyer-cart')),
    order: new OrderObject(part<FoyerOrder>(shop, 'foyer-order')),
  };
}

function part<E extends Element>(shop: FoyerShop, tag: string): E {
  const found = shop.querySelector<E>(tag);
  if (!found) throw new Error(`There is no ${tag} on the page.`);
  return found;
}

/** What people with a screen reader hear from the hall to their tickets; `expectTranscript` says how to renew it. */
describe('what a screen reader says of a whole purchase', () => {
  let listener: Listener | undefined;
  beforeEach(() => emulateMedia({ reducedMotion: 'reduce' }));
  afterEach(async () => {
    await listener?.leave();
    document.documentElement.removeAttribute('lang');
  });

  for (const language of ['nl', 'en'] as const) {
    it(`in ${language}: two seats, a reduced price, the order and its tickets`, async () => {
      document.documentElement.lang = language;
      const words = WORDS[language];
      const timers = createManualTimers();
      const scene = theatreTonight({ timers });
      const { map, types, cart, checkout, order } = await openPage(scene);

      listener = await Listener.before(map, types, cart, checkout, order);
      await listener.press('Tab');
      await listener.pressUntil('ArrowRight', words.list);
      await listener.press('Enter');
      await listener.wait(() => map.isList, 'the list');
      await listener.press('Tab', 'Tab', 'Enter');
      await listener.hear(words.minutes);
      await listener.press('f', 'Enter');
      await listener.hear(words.two);

      await types.until(() => types.seats.length > 1, 'the prices');
      await listener.goTo(types);
      await listener.readOut();
      await listener.tabInto();
      await listener.press('ArrowDown');

      await listener.goTo(cart);
      await listener.readOut();

      await listener.goTo(checkout);
      await listener.readOut();
      await listener.tabInto();
      await listener.type('an@wolvegem.example');
      await listener.press('Enter');
      await listener.wait(() => checkout.visited.length > 0, 'the payment page');

      scene.api.decide(orderAt(checkout.visited), 'paid');
      timers.advance(LOOKS_AGAIN);
      await order.until(() => order.is('paid') && order.codes.length === 2, 'the tickets');
      await listener.goTo(order);
      await listener.readOut();
      await expectTranscript(`purchase.${language}`, listener.transcript);
    });
  }
});

/** Which order somebody is asked to pay. */
const orderAt = (visited: readonly string[]): string => visited.at(-1)?.split('/').at(-1) ?? '';
