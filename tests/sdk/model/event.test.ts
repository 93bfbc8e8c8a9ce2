import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { eventOf, jsonLd, localTime, type TellablePerformance } from '../../../sdk/model/event.ts';
import { brug, lantaarn, programmeItem } from '../../harness/programme-item.ts';

const centre = { ...lantaarn, address: 'Lantaarnplein 1, 9999 Wolvegem', timeZone: 'Europe/Brussels' };
const url = 'https://delantaarn.example/voorstelling/stil';
const page = { url, centre, language: 'en' } as const;
const performance = (change: Partial<TellablePerformance> = {}): TellablePerformance => ({
  ...programmeItem('2026-12-04', 'Stil').performance,
  ...change,
});
const told = (change: Partial<TellablePerformance> = {}) => eventOf(performance(change), page) ?? {};

describe('a performance as search engines read it', () => {
  it('has all that Google requires and recommends', () => {
    assert.deepEqual(
      told({
        ...{ title: { nl: 'Stil', en: 'Silence' }, description: { nl: 'Niets.', en: 'Nothing.' } },
        ...{ endsAt: '2026-12-04T20:45:00Z', image: 'https://delantaarn.example/stil.webp' },
        ...{ languages: ['nl'], accessibility: ['wheelchair', 'surtitles'], onSaleAt: '2026-06-01T08:00:00Z' },
      }),
      {
        '@context': 'https://schema.org',
        '@type': 'TheaterEvent',
        '@id': url,
        url,
        name: 'Silence',
        description: 'Nothing.',
        startDate: '2026-12-04T20:00:00+01:00',
        endDate: '2026-12-04T21:45:00+01:00',
        eventStatus: 'https://schema.org/EventScheduled',
        eventAttendanceMode: 'https://schema.org/OfflineEventAttendanceMode',
        location: { '@type': 'Place', name: 'De Lantaarn, Great hall', address: 'Lantaarnplein 1, 9999 Wolvegem' },
        image: ['https://delantaarn.example/stil.webp'],
        organizer: { '@type': 'Organization', name: 'De Lantaarn', url: 'https://delantaarn.example' },
        inLanguage: ['nl'],
        accessibilityFeature: ['openCaptions'],
        offers: {
          '@type': 'Offer',
          url,
          price: '10.00',
          priceCurrency: 'EUR',
          availability: 'https://schema.org/InStock',
          validFrom: '2026-06-01T08:00:00Z',
          seller: { '@type': 'Organization', name: 'De Lantaarn', url: 'https://delantaarn.example' },
        },
      },
    );
  });

  it('is told by its owner only, on the owner’s own page', () => {
    assert.equal(eventOf(performance({ owner: brug }), page), undefined);
    assert.equal(eventOf(performance({ owner: lantaarn }), page)?.name, 'Stil');
  });

  for (const [what, change, availability] of [
    ['places', {}, 'InStock'],
    ['last places', { availability: { level: 'few', free: 2, capacity: 100 } }, 'LimitedAvailability'],
    ['no places', { availability: { level: 'sold-out', free: 0, capacity: 100 } }, 'SoldOut'],
    ['a sale to come', { state: 'not-yet-on-sale' }, 'PreOrder'],
  ] as const) {
    it(`says ${availability} of a performance with ${what}`, () => {
      const { offers } = told(change);
      assert.equal((offers as { availability: string }).availability, `https://schema.org/${availability}`);
    });
  }

  it('keeps its date when it is cancelled, and offers nothing', () => {
    const { eventStatus, startDate, offers } = told({ state: 'cancelled' });
    assert.deepEqual(
      [eventStatus, startDate, offers],
      ['https://schema.org/EventCancelled', '2026-12-04T20:00:00+01:00', undefined],
    );
  });

  it('is an Event where schema.org has no word for its genre', () => {
    assert.equal(told({ genre: 'lezing' })['@type'], 'Event');
  });

  for (const [instant, zone, local] of [
    ['2026-07-01T18:00:00Z', 'Europe/Brussels', '2026-07-01T20:00:00+02:00'],
    ['2026-10-25T00:30:00Z', 'Europe/Brussels', '2026-10-25T02:30:00+02:00'],
    ['2026-10-25T01:30:00Z', 'Europe/Brussels', '2026-10-25T02:30:00+01:00'],
    ['2026-12-04T19:00:00Z', 'America/St_Johns', '2026-12-04T15:30:00-03:30'],
  ] as const) {
    it(`starts by the clock of ${zone}: ${local}`, () => assert.equal(localTime(instant, zone), local));
  }

  it('starts at the same instant whatever the zone', () => {
    const zones = fc.constantFrom('Europe/Brussels', 'America/St_Johns', 'Asia/Kathmandu', 'Pacific/Apia', 'UTC');
    fc.assert(
      fc.property(zones, fc.integer({ min: 0, max: 4_000_000_000 }), (zone, seconds) => {
        const instant = new Date(seconds * 1000).toISOString();
        assert.equal(Date.parse(localTime(instant, zone)), seconds * 1000);
      }),
    );
  });

  it('cannot leave its script, and is the same when it is read', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const data = { name: `</script><!--${text}<script>` };
        assert.ok(!jsonLd(data).includes('<'));
        assert.deepEqual(JSON.parse(jsonLd(data)), data);
      }),
    );
  });
});
