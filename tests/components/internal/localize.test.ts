import { expect, fixture, html } from '@open-wc/testing';
import { LitElement } from 'lit';
import { Localize } from '../../../components/internal/localize.ts';
import { placeName, placeNames } from '../../../components/internal/place-name.ts';
import type { Place } from '../../../sdk/contract/index.ts';

class Speaker extends LitElement {
  readonly localize = new Localize(this);
}
customElements.define('foyer-test-speaker', Speaker);

const EVENING = '2026-12-04T20:00:00+01:00';
const PRICE = { cents: 123_450, currency: 'EUR' } as const;
/** Spaces that do not break are spaces. */
const plain = (text: string) => text.replaceAll(/\s/g, ' ');

async function speaker(lang: string): Promise<Localize> {
  const around = await fixture(html`<div lang=${lang}><foyer-test-speaker></foyer-test-speaker></div>`);
  const { localize } = around.querySelector('foyer-test-speaker') as Speaker;
  await localize.load();
  return localize;
}

const place = (change: Partial<Place>): Place => ({
  id: 'x',
  kind: 'standard',
  section: { nl: 'Parterre', en: 'Stalls' },
  row: 'F',
  seat: '12',
  zone: 'rang-1',
  ...change,
});

describe('the language of an element', () => {
  it('is that of the nearest element around it that has one', async () => {
    expect((await speaker('en')).language).to.equal('en');
    expect((await speaker('nl-BE')).language).to.equal('nl');
  });

  it('is found outside of shadow roots too', async () => {
    const host = await fixture(html`<div lang="en"></div>`);
    const inner = document.createElement('foyer-test-speaker') as Speaker;
    host.attachShadow({ mode: 'open' }).append(inner);
    expect(inner.localize.language).to.equal('en');
  });

  it('is Dutch where we lack the language', async () => {
    const localize = await speaker('ja');
    expect(localize.language).to.equal('nl');
    expect(localize.translation.cart.title).to.equal('Uw plaatsen');
  });

  it('decides how money is written', async () => {
    expect(plain((await speaker('nl')).money(PRICE))).to.equal('€ 1.234,50');
    expect(plain((await speaker('en')).money(PRICE))).to.equal('€1,234.50');
    expect(plain((await speaker('nl-NL')).money({ ...PRICE, cents: -500 }))).to.equal('€ -5,00');
    expect(plain((await speaker('nl')).money({ ...PRICE, cents: -500 }))).to.equal('€ -5,00');
  });

  it('decides how dates are written, by the clock of the centre wherever the visitor is', async () => {
    expect((await speaker('nl')).date(EVENING, 'Europe/Brussels')).to.equal('vrijdag 4 december 2026 om 20:00');
    expect((await speaker('nl')).date(EVENING, 'Asia/Tokyo')).to.equal('zaterdag 5 december 2026 om 04:00');
    expect((await speaker('en')).date(EVENING, 'Europe/Brussels')).to.equal('Friday, 4 December 2026 at 20:00');
  });

  it('chooses among the texts of the centre, and falls back to Dutch', async () => {
    const localize = await speaker('en');
    expect(localize.text({ nl: 'Zaal', en: 'Hall' })).to.equal('Hall');
    expect(localize.text({ nl: 'Zaal', fr: 'Salle' })).to.equal('Zaal');
  });

  it('has a sentence for what goes wrong', async () => {
    const failure = { code: 'network', retryable: true } as const;
    expect((await speaker('en')).failure(failure)).to.equal(
      'There is no connection just now. Check your internet and try again.',
    );
  });
});

describe('the name of a place', () => {
  it('is said the way people say it', async () => {
    expect(placeName(await speaker('nl'), place({}))).to.equal('Parterre, rij\u00a0F, stoel\u00a012');
    expect(placeName(await speaker('en'), place({ kind: 'wheelchair' }))).to.equal(
      'Stalls, row\u00a0F, seat\u00a012, wheelchair place',
    );
  });

  it('does without row and seat for an area', async () => {
    const area = place({ kind: 'area', section: { nl: 'Staanplaatsen' }, row: undefined, seat: undefined });
    expect(placeName(await speaker('nl'), area)).to.equal('Staanplaatsen, vrije plaats');
  });

  it('is said in one breath for several', async () => {
    const localize = await speaker('nl');
    const places = [place({}), place({ seat: '13' }), place({ seat: '14' }), place({ row: 'G', seat: '1' })];
    expect(placeNames(localize, places)).to.equal(
      'Parterre, rij\u00a0F, stoelen 12, 13 en 14; Parterre, rij\u00a0G, stoel\u00a01',
    );
    const area = place({ kind: 'area', section: { nl: 'Staanplaatsen' }, row: undefined, seat: undefined });
    expect(placeNames(localize, [area, area])).to.equal('Staanplaatsen, 2 plaatsen, vrije plaats');
  });
});
