import { expect } from '@open-wc/testing';
import type { OrderState } from '../../sdk/contract/index.ts';
import { createManualTimers } from '../../stories/fixtures/manual-timers.ts';
import { createScene } from '../../stories/fixtures/shops.ts';
import { accessible, fits, localised, rightToLeft, silent } from '../contracts/index.ts';
import { OrderObject } from '../harness/elements/order.ts';

async function open(state: OrderState = 'paid') {
  const scene = createScene({ timers: createManualTimers(), order: state });
  return { ...scene, order: await OrderObject.show(scene) };
}

async function correcting(state: OrderState = 'paid') {
  const opened = await open(state);
  await opened.order.press('Wijzig');
  await opened.order.until(() => opened.order.focused === 'E-mailadres', 'the field');
  return opened;
}

async function fill(order: OrderObject, address: string): Promise<void> {
  order.focus('E-mailadres');
  await order.keys('Control+a');
  await order.type(address);
}

const make = async () => (await correcting()).order.element;

describe('foyer-order and the address it is mailed to', () => {
  accessible(make, 'while it is corrected');
  fits(make, 'while it is corrected');
  localised(make);
  rightToLeft(make);
  silent(make);

  it('says where the tickets go, for as long as that can be corrected', async () => {
    const { order } = await open();
    expect(order.partsOf('email')).to.deep.equal(['E-mailadres an@wolvegem.example Wijzig']);
    const { order: over } = await open('expired');
    expect(over.partsOf('email')).to.deep.equal([]);
  });

  it('mails everything again to the right one, says so, and leaves the visitor where the button was', async () => {
    const { order } = await correcting();
    await fill(order, 'anna@voorbeeld.be');
    await order.press('Stuur opnieuw');
    await order.until(() => order.text.includes('We sturen alles opnieuw, naar anna@voorbeeld.be.'), 'the news');
    expect(order.partsOf('email')).to.deep.equal(['E-mailadres anna@voorbeeld.be Wijzig']);
    expect(order.focused).to.equal('Wijzig');
    expect(order.spoken.polite).to.equal('We sturen alles opnieuw, naar anna@voorbeeld.be.');
  });

  it('promises nothing but the tickets before they are paid', async () => {
    const { order } = await correcting('waiting');
    await fill(order, 'anna@voorbeeld.be');
    await order.press('Bewaar dit adres');
    await order.until(() => order.text.includes('naar anna@voorbeeld.be zodra u betaald hebt.'), 'the news');
  });

  it('says what is wrong with an address, and keeps what was typed', async () => {
    const { order, api } = await correcting();
    await fill(order, 'anna');
    await order.press('Stuur opnieuw');
    await order.until(() => order.text.includes('Dit lijkt geen e-mailadres.'), 'the complaint');
    expect(order.focused).to.equal('E-mailadres');
    expect(api.requests.some(({ path }) => path.endsWith('/email'))).to.equal(false);
  });

  it('says why when it cannot be corrected any more', async () => {
    const { order, api } = await correcting();
    api.failNext(/\/email$/, { code: 'email_not_changeable' });
    await fill(order, 'anna@voorbeeld.be');
    await order.press('Stuur opnieuw');
    await order.until(() => order.spoken.assertive.includes('kan hier niet meer veranderen'), 'the reason');
  });

  it('is left as it is', async () => {
    const { order } = await correcting();
    await order.press('Laat het zo');
    await order.until(() => order.focused === 'Wijzig', 'the form to close');
    expect(order.can('Stuur opnieuw')).to.equal(false);
  });
});
