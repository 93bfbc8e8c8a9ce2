import { expect } from '@open-wc/testing';
import { nearMiss } from '../../../components/checkout/email-advice/near-miss.ts';
import { createManualTimers } from '../../../stories/fixtures/manual-timers.ts';
import { createScene, TWO_SEATS } from '../../../stories/fixtures/shops.ts';
import { accessible, fits, localised, rightToLeft } from '../../contracts/index.ts';
import { CheckoutObject } from '../../harness/elements/checkout.ts';

const QUESTION = 'Bedoelde u an.peeters@gmail.com?';

/** A checkout in which an address was typed, and what lets a moment pass. */
async function typed(address: string) {
  const timers = createManualTimers();
  const scene = createScene({ cart: TWO_SEATS, timers });
  const checkout = await CheckoutObject.show(scene);
  await checkout.fill('E-mailadres', address);
  const untilAsked = () =>
    checkout.until(() => {
      timers.advance(700);
      return checkout.partsOf('advice').length === 1;
    }, 'the question');
  return { ...scene, timers, checkout, untilAsked };
}

async function asked() {
  const scene = await typed('an.peeters@gmial.com');
  await scene.untilAsked();
  return scene;
}

const make = async () => (await asked()).checkout.element;

describe('foyer-checkout, when an address looks mistyped', () => {
  accessible(make);
  fits(make);
  localised(make);
  rightToLeft(make);

  it('asks whether a common one was meant, aloud too, and leaves the focus where it is', async () => {
    const { checkout } = await asked();
    expect(checkout.partsOf('advice')[0]).to.equal(`${QUESTION} Ja, verbeter het`);
    expect(checkout.spoken.polite).to.equal(QUESTION);
    expect(checkout.focused).to.equal('E-mailadres');
  });

  it('corrects it by one press, and says so', async () => {
    const { checkout, api } = await asked();
    await checkout.press('Ja, verbeter het');
    await checkout.until(() => checkout.partsOf('advice').length === 0, 'the question to go');
    expect(checkout.spoken.polite).to.equal('Het adres is nu an.peeters@gmail.com.');
    expect(checkout.focused).to.equal('E-mailadres');
    await checkout.press(checkout.button);
    await checkout.until(() => checkout.visited.length > 0, 'the way to the payment page');
    const order = api.requests.find(({ path }) => path.endsWith('/order'));
    expect(order?.body).to.have.property('email', 'an.peeters@gmail.com');
  });

  it('stops nobody who means what was typed', async () => {
    const { checkout, api } = await asked();
    await checkout.press(checkout.button);
    await checkout.until(() => checkout.visited.length > 0, 'the way to the payment page');
    const order = api.requests.find(({ path }) => path.endsWith('/order'));
    expect(order?.body).to.have.property('email', 'an.peeters@gmial.com');
  });

  it('takes back what it asked as soon as another address is typed', async () => {
    const { checkout } = await asked();
    checkout.focus('E-mailadres');
    await checkout.type('.nl');
    await checkout.until(() => checkout.partsOf('advice').length === 0, 'the question to go');
  });

  it('corrects nobody in the middle of a word, and asks once the field is left', async () => {
    const { checkout, timers, untilAsked } = await asked();
    checkout.focus('E-mailadres');
    await checkout.keys('Control+a');
    await checkout.type('an.peeters@gmail.co');
    timers.advance(700);
    await checkout.rest();
    expect(checkout.partsOf('advice')).to.deep.equal([]);
    await checkout.key('Tab');
    await untilAsked();
    expect(checkout.partsOf('advice')[0]).to.contain(QUESTION);
  });

  it('asks who has left the field for nothing else, as by putting the keyboard of a phone away', async () => {
    const { checkout, untilAsked } = await typed('an.peeters@gmial.com');
    checkout.leave('E-mailadres');
    await untilAsked();
  });

  for (const [slip, meant] of [
    ['gmial.com', 'gmail.com'],
    ['gmail.con', 'gmail.com'],
    ['gmail.co', 'gmail.com'],
    ['gmail.be', 'gmail.com'],
    ['gmailcom', 'gmail.com'],
    ['gmail', 'gmail.com'],
    ['GMAIL.CMO', 'gmail.com'],
    ['hotmial.com', 'hotmail.com'],
    ['hotmail.bee', 'hotmail.be'],
    ['hotnail.be', 'hotmail.be'],
    ['outlok.com', 'outlook.com'],
    ['outloook.be', 'outlook.be'],
    ['telenet.com', 'telenet.be'],
    ['telent.be', 'telenet.be'],
    ['skynte.be', 'skynet.be'],
    ['proximusbe', 'proximus.be'],
    ['iclould.com', 'icloud.com'],
    ['yaho.com', 'yahoo.com'],
    ['live.bee', 'live.be'],
    ['me.con', 'me.com'],
    ['scarlett.be', 'scarlet.be'],
    ['pandroa.be', 'pandora.be'],
  ] as const) {
    it(`takes ${slip} for ${meant}`, () => {
      expect(nearMiss(`An.Peeters@${slip}`)).to.equal(`An.Peeters@${meant}`);
    });
  }

  for (const domain of [
    ...['gmail.com', 'Hotmail.BE', 'telenet.be', 'me.com', 'mail.com', 'email.com', 'ymail.com', 'live.com', 'live.nl'],
    ...[
      'hotmail.fr',
      'outlook.de',
      'yahoo.fr',
      'yahoo.co.uk',
      'he.com',
      'love.be',
      'kuleuven.be',
      'wolvegem.example',
      '',
    ],
  ]) {
    it(`takes ${domain || 'no domain'} for what it is`, () => {
      expect(nearMiss(`an@${domain}`)).to.equal(null);
    });
  }
});
