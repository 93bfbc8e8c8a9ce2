import type { Centre, Language, Owner, Performance, PerformanceSummary, Text } from '../contract/index.ts';

/** A performance, with or without its story. */
export type TellablePerformance = PerformanceSummary & Partial<Pick<Performance, 'description'>>;

/** What a page says of itself and of who sells there. */
export interface EventPage {
  /** The page of this performance: the one address that search engines are to know it by. */
  readonly url: string;
  /** Who sells on the page. */
  readonly centre: Pick<Centre, 'id' | 'name' | 'website' | 'address' | 'timeZone'>;
  /** Of the page. */
  readonly language: Language;
}

/** Pieces of JSON-LD. */
export type EventData = Readonly<Record<string, unknown>>;

/** Our genres as schema.org has them; what it does not know is an Event. */
const TYPES: Readonly<Record<string, string>> = {
  theater: 'TheaterEvent',
  dans: 'DanceEvent',
  concert: 'MusicEvent',
  klassiek: 'MusicEvent',
  jazz: 'MusicEvent',
  humor: 'ComedyEvent',
  familie: 'ChildrensEvent',
  film: 'ScreeningEvent',
};

/** `accessibilityFeature` by the terms of schema.org's list; places for wheelchairs and relaxed evenings have none. */
const FEATURES: Readonly<Record<string, string>> = {
  surtitles: 'openCaptions',
  'sign-language': 'signLanguage',
  'audio-description': 'audioDescription',
};

const SCHEMA = 'https://schema.org';

/**
 * A performance as schema.org describes events (https://schema.org/Event), for the page of the centre that plays it.
 * Undefined for a partner's performance: it is told once, by its owner, on the owner's own page; others link there.
 *
 * Put it into the page as text of a `<script type="application/ld+json">`, made by {@link jsonLd}.
 */
export function eventOf(performance: TellablePerformance, page: EventPage): EventData | undefined {
  if (performance.owner && performance.owner.id !== page.centre.id) return undefined;
  const { centre, language, url } = page;
  const say = (text: Text) => text[language] ?? text.nl;
  const { title, subtitle, description, startsAt, endsAt, image, languages, accessibility = [] } = performance;
  const features = accessibility.flatMap((one) => FEATURES[one] ?? []);
  const summary = description ?? subtitle;
  return {
    '@context': SCHEMA,
    '@type': TYPES[performance.genre] ?? 'Event',
    '@id': url,
    url,
    name: say(title),
    ...(summary && { description: say(summary) }),
    startDate: localTime(startsAt, centre.timeZone),
    ...(endsAt !== undefined && { endDate: localTime(endsAt, centre.timeZone) }),
    eventStatus: `${SCHEMA}/${performance.state === 'cancelled' ? 'EventCancelled' : 'EventScheduled'}`,
    eventAttendanceMode: `${SCHEMA}/OfflineEventAttendanceMode`,
    location: {
      '@type': 'Place',
      name: `${centre.name}, ${say(performance.hall.name)}`,
      address: centre.address,
    },
    ...(image !== undefined && { image: [image] }),
    organizer: organiser(centre),
    ...(languages && languages.length > 0 && { inLanguage: languages }),
    ...(features.length > 0 && { accessibilityFeature: features }),
    ...offersOf(performance, page),
  };
}

const organiser = ({ name, website }: Pick<Owner, 'name' | 'website'>): EventData => ({
  ...{ '@type': 'Organization', name, url: website },
});

/** What is cancelled, or past selling, has no offer. */
function offersOf(performance: TellablePerformance, { url, centre }: EventPage): EventData {
  const availability = availabilityOf(performance);
  if (availability === undefined) return {};
  const { priceFrom, onSaleAt } = performance;
  return {
    offers: {
      '@type': 'Offer',
      url,
      price: (priceFrom.cents / 100).toFixed(2),
      priceCurrency: priceFrom.currency,
      availability: `${SCHEMA}/${availability}`,
      ...(onSaleAt !== undefined && { validFrom: onSaleAt }),
      seller: organiser(centre),
    },
  };
}

function availabilityOf({ state, availability }: TellablePerformance): string | undefined {
  if (state === 'not-yet-on-sale') return 'PreOrder';
  if (state !== 'on-sale') return undefined;
  return { available: 'InStock', few: 'LimitedAvailability', 'sold-out': 'SoldOut' }[availability.level];
}

/** An instant by the centre's clock, with its distance to UTC, such as `2026-12-04T20:00:00+01:00`. */
export function localTime(instant: string, timeZone: string): string {
  const at = new Date(instant);
  const clock = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
  const local = clock.format(at).replace(' ', 'T');
  const minutes = Math.round((Date.parse(`${local}Z`) - at.getTime()) / 60_000);
  const two = (number: number) => String(number).padStart(2, '0');
  const distance = Math.abs(minutes);
  return `${local}${minutes < 0 ? '-' : '+'}${two(Math.floor(distance / 60))}:${two(distance % 60)}`;
}

/** JSON that stays inside its `<script>`, whatever somebody wrote in a title. */
export const jsonLd = (data: EventData): string => JSON.stringify(data).replaceAll('<', String.raw`\u003c`);
