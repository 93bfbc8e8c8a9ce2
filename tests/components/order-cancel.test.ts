import { expect } from '@open-wc/testing';
import type { OrderState } from '../../sdk/contract/index.ts';
import { createManualTimers } from '../../stories/fixtures/manual-timers.ts';
import { createScene, type SceneOptions } from '../../stories/fixtures/shops.ts';
import { accessible, fits, leavesNothingBehind, localised, rightToLeft, silent } from '../contracts/index.ts';
import { OrderObject } from '../harness/elements/order.ts';

async function asked(state: OrderState = 'waiting', options: SceneOptions = {}) {
  const timers = createManualTimers();
  const scene = createScene({ timers, order: state, ...options });
  const order = await OrderObject.show(scene);
  await order.press('Annuleer bestelling');
  await order.until(() => order.focused === 'Behoud bestelling', 'the question');
  const cancels = () => scene.api.requests.filter(({ path }) => path.endsWith('/cancel')).length;
  return { ...scene, timers, order, cancels };
}

const make = async () => (await asked()).order.element;

/** Without the pointer of the test, which leaves something behind itself. */
async function makeByScript() {
  const order = await OrderObject.show(createScene({ timers: createManualTimers(), order: 'waiting' }));
  order.element.shadowRoot?.querySelector<HTMLElement>('#cancel')?.click();
  await order.until(() => order.partsOf('cancel').length === 1, 'the question');
  return order.element;
}

describe('foyer-order, before it is cancelled', () => {
  accessible(make, 'while it is asked');
  fits(make, 'while it is asked');
  leavesNothingBehind(makeByScript);
  localised(make);
  rightToLeft(make);
  silent(make);

  it('asks first: what is lost, and until when one can pay instead', async () => {
    const { order, cancels } = await asked();
    expect(order.partsOf('cancel')).to.deep.equal([
      'Bestelling annuleren? Uw 2 plaatsen zijn dan meteen weer vrij voor iedereen. ' +
        'Liever toch komen? Betalen kan nog tot 12:15. Behoud bestelling Ja, annuleer',
    ]);
    expect(order.can('Ga verder met betalen')).to.equal(false);
    expect(cancels()).to.equal(0);
  });

  it('asks the same after a failed payment, for as long as the place is held', async () => {
    const { order } = await asked('failed', { cart: ['P-A-1'] });
    expect(order.text).to.contain('Uw plaats is dan meteen weer vrij voor iedereen.');
    expect(order.text).to.contain('Betalen kan nog tot 12:10.');
  });

  for (const [how, keep] of [
    ['by the button', (order: OrderObject) => order.press('Behoud bestelling')],
    ['by Escape', (order: OrderObject) => order.key('Escape')],
  ] as const) {
    it(`keeps the order ${how}, and goes back to where the visitor was`, async () => {
      const { order, cancels } = await asked();
      await keep(order);
      await order.until(() => order.focused === 'Annuleer bestelling', 'the button');
      expect(order.partsOf('cancel')).to.deep.equal([]);
      expect(order.title).to.equal('Nog niet betaald');
      expect(order.can('Ga verder met betalen')).to.equal(true);
      expect(cancels()).to.equal(0);
      await order.press('Annuleer bestelling');
      await order.until(() => order.focused === 'Behoud bestelling', 'the question again');
    });
  }

  it('does not close what is around it by Escape', async () => {
    const { order } = await asked();
    const heard: string[] = [];
    const hear = ({ key }: KeyboardEvent) => heard.push(key);
    document.addEventListener('keydown', hear);
    await order.key('Escape');
    document.removeEventListener('keydown', hear);
    expect(heard).to.deep.equal([]);
  });

  it('is cancelled by who is sure, who is led to what that means', async () => {
    const { order, cancels } = await asked();
    await order.press('Ja, annuleer');
    await order.until(() => order.is('cancelled'), 'the order to be cancelled');
    expect(cancels()).to.equal(1);
    expect(order.title).to.equal('De bestelling is geannuleerd');
    expect(order.text).to.contain('Er is niets aangerekend.');
    expect(order.partsOf('cancel')).to.deep.equal([]);
    await order.until(() => order.focusedPart === 'title', 'the heading');
  });

  it('says why it cannot be, and asks no more', async () => {
    const { order, api } = await asked();
    api.failNext(/\/cancel$/, { code: 'order_not_cancellable' });
    await order.press('Ja, annuleer');
    await order.until(() => order.focused === 'Annuleer bestelling', 'the question to close');
    expect(order.spoken.assertive).not.to.equal('');
    expect(order.title).to.equal('Nog niet betaald');
  });

  it('asks no more once the payment turns out to be in', async () => {
    const { order, api, shop, timers } = await asked();
    const now = shop.order.get();
    if (now.state === 'ready') api.decide(now.order.id, 'paid');
    timers.advance(5000);
    await order.until(() => order.title === 'Uw tickets zijn klaar', 'the tickets');
    expect(order.partsOf('cancel')).to.deep.equal([]);
    await order.until(() => order.focusedPart === 'title', 'the heading');
  });
});
