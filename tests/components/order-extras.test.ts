import { expect } from '@open-wc/testing';
import { createManualTimers } from '../../stories/fixtures/manual-timers.ts';
import { PRICED } from '../../stories/fixtures/prices.ts';
import { createScene, type SceneOptions } from '../../stories/fixtures/shops.ts';
import { accessible, fits, leavesNothingBehind, localised, rightToLeft, silent } from '../contracts/index.ts';
import { OrderObject } from '../harness/elements/order.ts';

const PRODUCTS = [
  { product: 'cadeaubon', quantity: 1, cents: 5000 },
  { product: 'vriendenpas', quantity: 1 },
];
const DAY = 24 * 60 * 60 * 1000;

async function open(options: SceneOptions = {}) {
  const timers = createManualTimers();
  const choices = { products: PRODUCTS };
  const scene = createScene({ ...PRICED, order: 'paid', choices, ...options, timers });
  const order = await OrderObject.show(scene);
  await order.until(() => order.partsOf('entitlement').length > 0, 'the vouchers and passes');
  return { ...scene, timers, order };
}

const make = async () => (await open()).order.element;

async function makeWithdrawing() {
  const { order } = await open();
  await order.press('Overeenkomst hier herroepen');
  return order.element;
}

async function makeSure() {
  const { order } = await open();
  await toSure(order);
  return order.element;
}

async function toSure(order: OrderObject): Promise<void> {
  await order.press('Overeenkomst hier herroepen');
  await order.pressFirst(/^Cadeaubon/);
  await order.press('Verder');
  await order.until(() => order.can('Herroeping bevestigen'), 'the second step');
}

describe('foyer-order and what is no ticket', () => {
  accessible(make, 'with vouchers and passes');
  accessible(makeWithdrawing, 'at the first step of withdrawing');
  accessible(makeSure, 'at the second step of withdrawing');
  fits(make, 'with vouchers and passes');
  fits(makeWithdrawing, 'at the first step of withdrawing');
  leavesNothingBehind(make);
  localised(makeSure);
  rightToLeft(makeWithdrawing);
  silent(makeSure);

  it('shows every voucher and pass with its code, what it is worth and until when', async () => {
    const { order } = await open();
    expect(order.partsOf('entitlement')).to.deep.equal([
      'Cadeaubon ter waarde van € 50,00 BON-7KQ4-X2M9-01TC geldig tot en met 11 november 2028 Kopieer',
      'Vriendenpas PAS-7KQ4-X2M9-01TC geldig tot en met 17 november 2027 Kopieer',
    ]);
    expect(order.partsOf('products')[0]).to.contain(
      '1 × Cadeaubon € 50,00 1 × Vriendenpas € 25,00 Bestelkosten € 1,50',
    );
  });

  it('is called an order, not tickets, when there are none', async () => {
    const { order } = await open({ cart: [] });
    expect(order.title).to.equal('Uw bestelling is klaar');
    expect(order.text).not.to.contain('Tickets voor een dag');
    expect(order.spoken.polite).to.equal('Uw bestelling is klaar');
  });

  it('has that title on the page when it says it aloud, and says it once', async () => {
    const timers = createManualTimers();
    const { shop } = createScene({ ...PRICED, order: 'paid', cart: [], choices: { products: PRODUCTS }, timers });
    const element = Object.assign(document.createElement('foyer-order'), { shop });
    document.body.append(element);
    const happened: (string | null | undefined)[] = [];
    const observer = new MutationObserver((records) => {
      for (const { target } of records) {
        const where = target instanceof Element ? target : target.parentElement;
        happened.push(where?.closest('[part=title], [role=status]')?.role ?? where?.part.value);
      }
    });
    observer.observe(element.renderRoot, { subtree: true, childList: true, characterData: true });
    const order = new OrderObject(element);
    await order.until(() => order.spoken.polite !== '', 'the title to be said');
    element.requestUpdate();
    await element.updateComplete;
    observer.disconnect();
    element.remove();
    expect(happened.filter((one) => one === 'status')).to.have.length(1);
    expect(happened.indexOf('title')).to.be.within(0, happened.indexOf('status'));
  });

  it('says the code aloud when it was copied, or may not be', async () => {
    const { order } = await open();
    await order.pressFirst(/^Kopieer de code van Cadeaubon/);
    await order.until(() => order.spoken.polite.includes('BON-7KQ4-X2M9-01TC'), 'the code');
  });

  it('withdraws in two steps and confirms it, and says why tickets cannot be withdrawn from', async () => {
    const { order, api } = await open();
    expect(order.text).to.contain('Tickets voor een dag en een uur kunt u niet herroepen');
    await toSure(order);
    expect(order.focused).to.contain('Overeenkomst hier herroepen');
    expect(order.text).to.contain('U herroept: Cadeaubon BON-7KQ4-X2M9-01TC. U krijgt € 50,00 terug.');
    expect(api.requests.some(({ path }) => path.endsWith('/withdrawals'))).to.equal(false);
    await order.press('Herroeping bevestigen');
    await order.until(() => order.text.includes('Uw herroeping is bevestigd'), 'the confirmation');
    expect(order.spoken.polite).to.equal('Uw herroeping is bevestigd');
    expect(order.partsOf('entitlement')[0]).to.contain('Herroepen');
    expect(order.partsOf('entitlement')[1]).to.contain('PAS-7KQ4');
  });

  it('asks to tick something first, and can be left at every step', async () => {
    const { order } = await open();
    await order.press('Overeenkomst hier herroepen');
    await order.press('Verder');
    expect(order.spoken.assertive).to.equal('Vink aan wat u wilt herroepen.');
    await order.press('Toch niet');
    await order.until(() => order.focused === 'Overeenkomst hier herroepen', 'the button to have the focus');
    await toSure(order);
    await order.press('Toch niet');
    expect(order.can('Overeenkomst hier herroepen')).to.equal(true);
  });

  it('says why it could not be done, and stays where it was', async () => {
    const { order, api } = await open();
    await toSure(order);
    api.failNext(/withdrawals$/, { code: 'not_withdrawable' });
    await order.press('Herroeping bevestigen');
    await order.until(() => order.spoken.assertive === 'Dit kan niet meer herroepen worden.', 'the reason');
    expect(order.can('Herroeping bevestigen')).to.equal(true);
  });

  it('offers no way to withdraw once the days are over', async () => {
    const { order, timers } = await open();
    timers.advance(15 * DAY);
    order.element.requestUpdate();
    await order.until(() => !order.can('Overeenkomst hier herroepen'), 'the button to go');
  });
});
