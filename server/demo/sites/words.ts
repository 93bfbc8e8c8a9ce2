/** Languages the demo's websites are in. */
export type SiteLanguage = 'nl' | 'en';

/** Words that all centres' own pages share. */
export interface SiteWords {
  readonly locale: string;
  readonly path: string;
  readonly season: string;
  readonly highlights: string;
  readonly all: string;
  readonly neighbours: string;
  readonly playsAt: (centre: string) => string;
  readonly tickets: string;
  readonly back: string;
  readonly from: (price: string) => string;
  readonly soldOut: string;
  readonly few: string;
  readonly cancelled: string;
  readonly notYet: string;
  readonly ended: string;
  readonly unreachable: string;
  readonly at: (time: string) => string;
  readonly otherDates: string;
  readonly choose: string;
  readonly noScript: (email: string) => string;
  readonly visit: string;
  readonly notFound: string;
  readonly away: string;
  readonly otherLanguage: string;
  readonly skip: string;
}

const nl: SiteWords = {
  locale: 'nl-BE',
  path: '',
  season: 'Dit seizoen',
  highlights: 'Binnenkort in huis',
  all: 'Het hele programma',
  neighbours: 'Ook te koop bij ons: wat de buren spelen',
  playsAt: (centre) => `Speelt in ${centre}`,
  tickets: 'Tickets',
  back: 'Het hele programma',
  from: (price) => `vanaf ${price}`,
  soldOut: 'Uitverkocht',
  few: 'Laatste plaatsen',
  cancelled: 'Gaat niet door',
  notYet: 'Nog niet in verkoop',
  ended: 'Verkoop afgesloten',
  unreachable: 'Even niet bereikbaar',
  at: (time) => `${time} uur`,
  otherDates: 'Ook op',
  choose: 'Kies uw plaatsen',
  noScript: (email) => `Online kiezen werkt alleen met JavaScript. Mail ons gerust: ${email}.`,
  visit: 'Op bezoek',
  notFound: 'Deze pagina vinden we niet.',
  away: 'Het programma is er even niet. Probeer het zo meteen opnieuw.',
  otherLanguage: 'English',
  skip: 'Naar de inhoud',
};

const en: SiteWords = {
  locale: 'en-GB',
  path: '/en',
  season: 'This season',
  highlights: 'Coming soon',
  all: 'The whole programme',
  neighbours: 'Sold here too: what our neighbours play',
  playsAt: (centre) => `Plays at ${centre}`,
  tickets: 'Tickets',
  back: 'The whole programme',
  from: (price) => `from ${price}`,
  soldOut: 'Sold out',
  few: 'Last seats',
  cancelled: 'Cancelled',
  notYet: 'Not yet on sale',
  ended: 'Sale has ended',
  unreachable: 'Away for a moment',
  at: (time) => time,
  otherDates: 'Also on',
  choose: 'Choose your seats',
  noScript: (email) => `Choosing online needs JavaScript. Do mail us: ${email}.`,
  visit: 'Visit us',
  notFound: 'We cannot find this page.',
  away: 'The programme is away for a moment. Please try again shortly.',
  otherLanguage: 'Nederlands',
  skip: 'To the content',
};

/** The words of the centre's pages by language. */
export const SITE_WORDS: Readonly<Record<SiteLanguage, SiteWords>> = { nl, en };
