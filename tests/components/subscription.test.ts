import { expect, oneEvent } from '@open-wc/testing';
import type {
  FoyerSubscriptionChangeEvent,
  FoyerSubscriptionSeatsEvent,
} from '../../components/subscription/subscription.events.ts';
import { layOutPlan } from '../../sdk/model/seating-plan/index.ts';
import { createManualTimers } from '../../stories/fixtures/manual-timers.ts';
import type { SceneOptions } from '../../stories/fixtures/shops.ts';
import {
  EARLY,
  SUBSCRIBED_SEASON,
  SUBSCRIPTIONS,
  type Subscriber,
  subscribe,
  subscribing,
} from '../../stories/fixtures/subscriptions.ts';
import { SMALL_HALL } from '../../stories/fixtures/world.ts';
import {
  accessible,
  cancelable,
  fits,
  hidden,
  leavesNothingBehind,
  localised,
  rightToLeft,
  silent,
  themed,
} from '../contracts/index.ts';
import { SubscriptionObject } from '../harness/elements/subscription.ts';

const open = async (formula = 'vrije-keuze', options: SceneOptions = {}) => {
  const scene = subscribing(options);
  return { ...scene, subscription: await SubscriptionObject.show(scene, formula) };
};

async function chosen(people: readonly Subscriber[], formula = 'vrije-keuze', options: SceneOptions = {}) {
  const scene = subscribing(options);
  await subscribe(scene.shop, formula, people);
  const subscription = await SubscriptionObject.show(scene, formula);
  await subscription.until(() => subscription.chosen.length > 0, 'what was chosen');
  return { ...scene, subscription };
}

const HALFWAY: Subscriber = { seats: { 'de-zoutweg': 'P-B-5', 'trio-noord': 'P-B-5' } };
const COMPLETE: Subscriber = { seats: { ...HALFWAY.seats, lichtvoet: 'P-B-5' } };
const AN_AND_BO: readonly Subscriber[] = [
  { name: 'An', ...COMPLETE },
  { name: 'Bo', seats: { 'de-zoutweg': 'P-B-6' } },
];

const make = async () => (await open()).subscription.element;
const makeChosen = async () => (await chosen(AN_AND_BO)).subscription.element;

describe('foyer-subscription', () => {
  describe('keeps what every element promises', () => {
    accessible(make, 'with nothing chosen');
    accessible(async () => (await open('')).subscription.element, 'while a formula is chosen');
    accessible(makeChosen, 'with two people');
    accessible(async () => (await open('jazzreeks')).subscription.element, 'as a series');
    accessible(async () => (await open('volgend-seizoen')).subscription.element, 'before it can be booked');
    accessible(async () => (await chosen([HALFWAY], 'streekabonnement')).subscription.element, 'in a region');
    fits(makeChosen);
    fits(async () => (await open('')).subscription.element, 'while a formula is chosen');
    hidden(make);
    leavesNothingBehind(make);
    localised(make);
    rightToLeft(makeChosen);
    silent(makeChosen);
    themed(makeChosen, ['--foyer-color-accent', '--foyer-color-accent-quiet', '--foyer-color-success']);
    cancelable(
      'foyer-subscription-seats',
      async () => (await chosen([HALFWAY])).subscription.element,
      async (element) => {
        const button = element.shadowRoot?.querySelector<HTMLElement>('[aria-label^="Kies zelf plaatsen"]');
        button?.click();
      },
      (element) => expect(element.shadowRoot?.querySelector('foyer-seat-map')).to.equal(null),
    );
  });

  describe('lets a visitor choose a formula', () => {
    it('from what each is, from how many, and what it gives', async () => {
      const { subscription } = await open('');
      expect(subscription.formulas).to.deep.equal(SUBSCRIPTIONS.map(({ name }) => name.nl));
      expect(subscription.text).to.contain('Vanaf 3 voorstellingen: 10% korting');
      expect(subscription.text).to.contain('Vaste reeks van 3 voorstellingen');
      expect(subscription.text).to.contain('3 voorstellingen: € 4 korting op elk ticket');
      expect(subscription.text).to.contain('Te boeken vanaf 1 april 2027');
    });

    it('and another one after that', async () => {
      const { subscription } = await open('vrije-keuze jazzreeks');
      await subscription.press('Kies dit abonnement: Vrije keuze');
      expect(subscription.is('empty')).to.equal(true);
      expect(subscription.focused).to.equal('Vrije keuze');
      await subscription.press('Ander abonnement');
      expect(subscription.is('formulas')).to.equal(true);
      expect(subscription.formulas).to.have.length(2);
    });

    it('needs no choosing where there is only one', async () => {
      const { subscription } = await open();
      expect(subscription.can('Ander abonnement')).to.equal(false);
    });

    it('may look around before it can be booked, but not choose', async () => {
      const { subscription } = await open('volgend-seizoen');
      expect(subscription.titles).to.have.length(9);
      expect(subscription.can('Kies De zoutweg')).to.equal(false);
    });
  });

  describe('lets a visitor choose performances', () => {
    it('and holds places at once, says which, what is still needed and what is saved', async () => {
      const { subscription } = await open();
      await subscription.choose('Kies De zoutweg');
      expect(subscription.about('De zoutweg')).to.contain('Parterre, rij');
      expect(subscription.spoken.polite).to.match(/^De zoutweg: Parterre, rij .+, voor u vastgehouden\. Nog 2 /);
      expect(subscription.focused).to.equal('De zoutweg');
      expect(subscription.is('incomplete')).to.equal(true);
      expect(subscription.progress[0]).to.contain('Nog 2 voorstellingen, waarvan 1 dans.');
      expect(subscription.summary).to.contain('geldt de gewone prijs');
      await subscription.choose('Kies Trio Noord');
      await subscription.choose('Kies Lichtvoet');
      expect(subscription.is('complete')).to.equal(true);
      expect(subscription.progress[0]).to.contain('Uw abonnement is volledig.');
      expect(subscription.progress[0]).to.contain('Nog 2 en alles wordt 25% goedkoper.');
      expect(subscription.progress[0]).to.contain('U bespaart € 7,20.');
      expect(subscription.summary).not.to.contain('geldt de gewone prijs');
    });

    it('by keys alone', async () => {
      const { subscription } = await open();
      subscription.focus('Kies De zoutweg');
      await subscription.key('Enter');
      await subscription.until(() => subscription.chosen.length === 1 && subscription.isAtRest, 'the place');
      expect(subscription.focused).to.equal('De zoutweg');
      await subscription.key('Tab');
      expect(subscription.focused).to.equal('Kies zelf plaatsen: De zoutweg');
    });

    it('and give them back', async () => {
      const { subscription } = await chosen([HALFWAY]);
      await subscription.press('Verwijder De zoutweg');
      await subscription.until(() => subscription.chosen.length === 1, 'it to be gone');
      expect(subscription.spoken.polite).to.match(/^De zoutweg is verwijderd\. Nog 2 /);
      expect(subscription.can('Kies De zoutweg')).to.equal(true);
    });

    it('and tells the page what was chosen', async () => {
      const { subscription } = await open();
      const heard = oneEvent<FoyerSubscriptionChangeEvent>(document, 'foyer-subscription-change');
      await subscription.choose('Kies De zoutweg');
      const { formula, complete, chosen: all } = await heard;
      expect([formula, complete]).to.deep.equal(['vrije-keuze', false]);
      expect(all.map(({ performances }) => performances)).to.deep.equal([['de-zoutweg']]);
    });

    it('with what it costs within and without, and how many places there are', async () => {
      const { subscription } = await open();
      expect(subscription.about('De zoutweg')).to.contain('vanaf € 9,90 in abonnement, anders € 11');
      expect(subscription.about('De zoutweg')).to.contain('nog 85 plaatsen');
      expect(subscription.about('Wie het laatst lacht')).to.match(/uitverkocht$/);
      expect(subscription.can('Kies Wie het laatst lacht')).to.equal(false);
    });

    it('at partners after its own, each with the name of the house', async () => {
      const { subscription } = await open('streekabonnement');
      expect(subscription.titles).to.deep.equal(SUBSCRIBED_SEASON.map(({ title }) => title.nl));
      expect(subscription.about('Nachttrein')).to.contain('Speelt in Muziekcentrum De Brug');
      await subscription.choose('Kies Nachttrein');
      expect(subscription.chosen[0]).to.contain('Nachttrein');
    });

    it('a dozen first where there are many, and then all, going on where the list went on', async () => {
      const [first] = SUBSCRIBED_SEASON;
      const programme = Array.from({ length: 30 }, (_, at) => ({
        ...(first as (typeof SUBSCRIBED_SEASON)[number]),
        id: `avond-${at + 1}`,
        title: { nl: `Avond ${at + 1}` },
        startsAt: `2027-01-${String(at + 1).padStart(2, '0')}T20:00:00+01:00`,
      }));
      const { subscription } = await open('vrije-keuze', { programme });
      expect(subscription.titles).to.have.length(12);
      await subscription.press('Toon er nog 18');
      expect(subscription.titles).to.have.length(30);
      expect(subscription.focused).to.equal('Avond 13');
    });

    it('of one genre, or only what is still possible; what is chosen stays in sight', async () => {
      const { subscription } = await chosen([HALFWAY]);
      await subscription.filter('dans');
      expect(subscription.titles).to.deep.equal(['De zoutweg', 'Lichtvoet', 'Trio Noord', 'Draaikolk']);
      await subscription.filter('');
      await subscription.press('Alleen wat nog kan');
      expect(subscription.titles).not.to.include('Wie het laatst lacht');
    });

    it('from what is proposed, with the reason', async () => {
      const { subscription } = await chosen([HALFWAY]);
      expect(subscription.proposals[0]).to.contain('Lichtvoet');
      expect(subscription.proposals[0]).to.contain('Telt mee als dans');
    });

    it('and says what falls together, before and after', async () => {
      const { subscription } = await chosen([{ seats: { lichtvoet: 'P-B-5' } }], 'streekabonnement');
      expect(subscription.about('Nachttrein')).to.contain('Valt samen met Lichtvoet');
      await subscription.choose('Kies Nachttrein');
      expect(subscription.progress[0]).to.contain('Lichtvoet en Nachttrein vallen samen.');
    });

    it('before the single tickets are sold, and says what that means', async () => {
      const { subscription } = await open('vrije-keuze', EARLY);
      expect(subscription.text).to.contain('Als abonnee boekt u nu al.');
      expect(subscription.about('De zoutweg')).to.contain('nu al voor abonnees');
      await subscription.choose('Kies De zoutweg');
      expect(subscription.summary).to.contain('koopt u met een volledig abonnement');
    });

    it('but no more than goes in', async () => {
      const seats = { 'de-zoutweg': 'P-B-5', lichtvoet: 'P-B-5', 'de-brug.stroomopwaarts': 'P-B-5' };
      const { subscription } = await chosen([{ seats }], 'streekabonnement');
      expect(subscription.progress[0]).to.contain('Meer gaat er niet in.');
      expect(subscription.can('Kies Draaikolk')).to.equal(false);
    });
  });

  describe('lets several people choose', () => {
    it('together, side by side', async () => {
      const { subscription } = await open();
      await subscription.press('+ Nog iemand');
      expect(subscription.focused).to.equal('Abonnee 2 (niet verplicht)');
      await subscription.name(1, 'Bo');
      await subscription.choose('Kies voor 2: De zoutweg');
      await subscription.until(() => subscription.chosen.length === 2, 'both');
      expect(subscription.about('De zoutweg')).to.match(/stoelen \d+ en \d+/);
      expect(subscription.summary).to.contain('Bo');
    });

    it('each for themselves', async () => {
      const { subscription } = await chosen(AN_AND_BO);
      expect(subscription.progress[1]).to.contain('Nog 2 voorstellingen, waarvan 1 dans.');
      await subscription.press('De zoutweg voor Bo');
      await subscription.until(() => subscription.chosen.length === 3, 'the place of Bo to be given back');
      await subscription.press('Draaikolk voor Bo');
      await subscription.until(() => subscription.chosen.length === 4, 'a place for Bo');
      expect(subscription.chosen.filter((line) => line.includes('Draaikolk'))).to.have.length(1);
    });

    it('the same as another, beside them', async () => {
      const { subscription } = await chosen(AN_AND_BO);
      await subscription.press('Zelfde keuze als An');
      await subscription.until(() => subscription.is('complete') && subscription.isAtRest, 'both to be complete');
      expect(subscription.about('Lichtvoet')).to.match(/stoelen (5 en 6|6 en 5|4 en 5|5 en 4)/);
    });

    it('and leave again, with their places', async () => {
      const { subscription } = await chosen(AN_AND_BO);
      await subscription.press('Verwijder Bo');
      await subscription.until(() => subscription.progress.length === 1, 'Bo to be gone');
      expect(subscription.chosen).to.have.length(3);
      expect(subscription.spoken.polite).to.equal('Bo is verwijderd.');
    });
  });

  it('takes a fixed series with one press', async () => {
    const { subscription } = await open('jazzreeks');
    expect(subscription.titles).to.deep.equal(['Trio Noord', 'Blauwe uren', 'De laatste set']);
    await subscription.press('Neem de hele reeks');
    await subscription.until(() => subscription.is('complete'), 'the series');
    expect(subscription.summary).to.contain('Samen € 45,00');
    expect(subscription.can('Neem de hele reeks')).to.equal(false);
  });

  describe('lets a visitor choose the seats by hand', () => {
    it('in the hall below the performance, and takes them into the subscription', async () => {
      const { subscription, shop } = await chosen([HALFWAY]);
      await subscription.press('Kies zelf plaatsen: De zoutweg');
      expect(subscription.hall?.getAttribute('performance')).to.equal('de-zoutweg');
      expect(subscription.focused).to.equal('Plaatsen voor De zoutweg');
      await subscription.untilHallIsDrawn();
      await shop.cart.hold({ performance: 'de-zoutweg', seats: [{ seat: 'P-C-5' }] });
      await subscription.until(() => subscription.about('De zoutweg').includes('rij C, stoel 5'), 'the other seat');
      await subscription.until(
        () => !subscription.about('De zoutweg').includes('rij B') && subscription.isAtRest,
        'the first one to be given back',
      );
      await subscription.press('Klaar met plaatsen kiezen');
      expect(subscription.hall).to.equal(null);
      expect(subscription.focused).to.equal('De zoutweg');
    });

    it('or as the page likes, which hears for which performance and how many', async () => {
      const { subscription } = await chosen(AN_AND_BO);
      document.addEventListener('foyer-subscription-seats', (event) => event.preventDefault(), { once: true });
      const heard = oneEvent<FoyerSubscriptionSeatsEvent>(document, 'foyer-subscription-seats');
      await subscription.press('Kies zelf plaatsen: De zoutweg');
      const { performance, places } = await heard;
      expect([performance, places]).to.deep.equal(['de-zoutweg', 2]);
      expect(subscription.hall).to.equal(null);
    });
  });

  describe('when things do not go by themselves', () => {
    it('says that there is no room, where it was asked', async () => {
      const { subscription, api } = await open();
      const { seats, areas } = layOutPlan(SMALL_HALL);
      const standing = areas.flatMap(({ id, capacity }) =>
        Array.from({ length: capacity }, (_, at) => `${id}#${at + 1}`),
      );
      api.take('zeven-muizen', [...seats.map(({ id }) => id), ...standing], 'sold');
      await subscription.press('Kies Zeven muizen en een tuba');
      const news = 'Zeven muizen en een tuba: zoveel plaatsen zijn er niet meer vrij.';
      await subscription.until(() => subscription.about('Zeven muizen en een tuba').includes(news), 'the news');
      expect(subscription.spoken.assertive).to.equal(news);
    });

    it('says that somebody was ahead, and offers the next best', async () => {
      const { subscription, api } = await open();
      api.failNext(/^POST .*lines$/, { code: 'seats_taken' });
      await subscription.choose('Kies De zoutweg');
      expect(subscription.spoken.polite).to.contain('Iemand was net voor; dit is nu het beste.');
    });

    it('offers to take in what is in the cart already', async () => {
      const { subscription, shop } = await open();
      await shop.cart.hold({ performance: 'de-zoutweg', seats: [{ seat: 'P-C-5' }] });
      await subscription.until(() => subscription.can('Neem op in het abonnement'), 'the offer');
      await subscription.press('Neem op in het abonnement');
      await subscription.until(() => subscription.chosen.length === 1, 'the place');
      expect(subscription.about('De zoutweg')).to.contain('rij C, stoel 5');
    });

    it('says what was lost when time was up, and holds it again', async () => {
      const timers = createManualTimers();
      const { subscription } = await chosen([HALFWAY], 'vrije-keuze', { timers });
      await subscription.until(() => {
        timers.advance(60_000);
        return subscription.text.includes('De tijd is om');
      }, 'the news');
      expect(subscription.spoken.assertive).to.equal('De tijd is om');
      await subscription.press('Houd ze opnieuw voor mij vast');
      await subscription.until(() => subscription.chosen.length === 2, 'the places');
      expect(subscription.text).not.to.contain('De tijd is om');
    });

    it('says that it cannot be shown, and can be asked again', async () => {
      const scene = subscribing();
      scene.api.failNext(/price-list/, { code: 'not_found' });
      const subscription = await SubscriptionObject.show(scene);
      expect(subscription.is('failed')).to.equal(true);
      await subscription.press('Probeer opnieuw');
      await subscription.until(() => subscription.is('empty'), 'the subscription');
    });

    it('says that a partner is away', async () => {
      const programme = SUBSCRIBED_SEASON.map((one) => (one.owner ? { ...one, state: 'unavailable' as const } : one));
      const { subscription } = await open('streekabonnement', { programme });
      expect(subscription.text).to.contain('Muziekcentrum De Brug is op dit moment niet bereikbaar.');
    });

    it('says that there are none', async () => {
      const { subscription } = await open('', { prices: {} });
      expect(subscription.text).to.contain('Er zijn nu geen abonnementen te koop.');
    });
  });
});
