import type { Language } from '../../../sdk/contract/text.ts';

/** The demo's websites are in every language that the elements speak, Dutch first. */
export const LANGUAGES: readonly { readonly id: Language; readonly name: string }[] = [
  { id: 'nl', name: 'Nederlands' },
  { id: 'fr', name: 'Français' },
  { id: 'en', name: 'English' },
  { id: 'de', name: 'Deutsch' },
];

/** Words that all centres' own pages share. */
export interface SiteWords {
  readonly locale: string;
  readonly path: string;
  readonly season: string;
  readonly highlights: string;
  readonly all: string;
  readonly neighbours: string;
  readonly playsAt: (centre: string) => string;
  /** A link to where one can wait for places of what is sold out. */
  readonly waitAt: (centre: string) => string;
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
  /** What becomes of tickets for what does not take place. */
  readonly refunded: string;
  /** Comes before what one might like instead. */
  readonly instead: string;
  readonly choose: string;
  readonly noScript: (email: string) => string;
  readonly visit: string;
  readonly benefits: string;
  readonly benefitsLead: string;
  /** The same as a short link. */
  readonly benefitsShort: string;
  readonly calendar: string;
  readonly languages: string;
  readonly notFound: string;
  readonly performanceNotFound: string;
  /** Why it may not be found. */
  readonly whyNotFound: string;
  readonly away: string;
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
  waitAt: (centre) => `Naar de wachtlijst bij ${centre}`,
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
  refunded: 'Had u al tickets? Dan krijgt u het geld vanzelf terug, en een mail die dat bevestigt.',
  instead: 'Ook iets voor u',
  choose: 'Kies uw plaatsen',
  noScript: (email) => `Online kiezen werkt alleen met JavaScript. Mail ons gerust: ${email}.`,
  visit: 'Op bezoek',
  benefits: 'Abonnementen en passen',
  benefitsShort: 'Abonnementen',
  calendar: 'Kalender',
  benefitsLead: 'Vaker komen wordt goedkoper, en een avond uit kunt u ook cadeau doen.',
  languages: 'Taal',
  notFound: 'Deze pagina vinden we niet.',
  performanceNotFound: 'Deze voorstelling vinden we niet.',
  whyNotFound: 'Misschien is het adres niet juist, of is wat u zoekt al voorbij. Dit komt er nog aan:',
  away: 'Het programma is er even niet. Probeer het zo meteen opnieuw.',
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
  waitAt: (centre) => `To the waiting list at ${centre}`,
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
  refunded: 'Did you have tickets? You get your money back without asking, and a mail that confirms it.',
  instead: 'You may also like',
  choose: 'Choose your seats',
  noScript: (email) => `Choosing online needs JavaScript. Do mail us: ${email}.`,
  visit: 'Visit us',
  benefits: 'Subscriptions and passes',
  benefitsShort: 'Subscriptions',
  calendar: 'Calendar',
  benefitsLead: 'Coming more often costs less, and a night out makes a good present.',
  languages: 'Language',
  notFound: 'We cannot find this page.',
  performanceNotFound: 'We cannot find this performance.',
  whyNotFound: 'Perhaps the address is not right, or what you look for is over already. This is still to come:',
  away: 'The programme is away for a moment. Please try again shortly.',
  skip: 'To the content',
};

const fr: SiteWords = {
  locale: 'fr-BE',
  path: '/fr',
  season: 'Cette saison',
  highlights: 'Bientôt chez nous',
  all: 'Tout le programme',
  neighbours: 'Aussi en vente ici : ce que jouent nos voisins',
  playsAt: (centre) => `À voir à ${centre}`,
  waitAt: (centre) => `Vers la liste d’attente de ${centre}`,
  tickets: 'Tickets',
  back: 'Tout le programme',
  from: (price) => `à partir de ${price}`,
  soldOut: 'Complet',
  few: 'Dernières places',
  cancelled: 'Annulé',
  notYet: 'Pas encore en vente',
  ended: 'Vente terminée',
  unreachable: 'Momentanément inaccessible',
  at: (time) => time.replace(':', ' h '),
  otherDates: 'Aussi le',
  refunded: 'Vous aviez des tickets ? Vous êtes remboursé sans démarche, et un mail vous le confirme.',
  instead: 'Cela peut aussi vous plaire',
  choose: 'Choisissez vos places',
  noScript: (email) => `Le choix en ligne demande JavaScript. Écrivez-nous : ${email}.`,
  visit: 'Venir',
  benefits: 'Abonnements et passes',
  benefitsShort: 'Abonnements',
  calendar: 'Calendrier',
  benefitsLead: 'Venir plus souvent coûte moins, et une soirée fait un beau cadeau.',
  languages: 'Langue',
  notFound: 'Nous ne trouvons pas cette page.',
  performanceNotFound: 'Nous ne trouvons pas cette représentation.',
  whyNotFound:
    'L’adresse n’est peut-être pas la bonne, ou ce que vous cherchez est déjà passé. Voici ce qui vient encore :',
  away: 'Le programme est momentanément absent. Réessayez dans un instant.',
  skip: 'Vers le contenu',
};

const de: SiteWords = {
  locale: 'de-BE',
  path: '/de',
  season: 'Diese Saison',
  highlights: 'Demnächst im Haus',
  all: 'Das ganze Programm',
  neighbours: 'Auch hier zu kaufen: was die Nachbarn spielen',
  playsAt: (centre) => `Spielt in ${centre}`,
  waitAt: (centre) => `Zur Warteliste: ${centre}`,
  tickets: 'Karten',
  back: 'Das ganze Programm',
  from: (price) => `ab ${price}`,
  soldOut: 'Ausverkauft',
  few: 'Letzte Plätze',
  cancelled: 'Abgesagt',
  notYet: 'Noch nicht im Verkauf',
  ended: 'Verkauf beendet',
  unreachable: 'Gerade nicht erreichbar',
  at: (time) => `${time} Uhr`,
  otherDates: 'Auch am',
  refunded: 'Sie hatten schon Karten? Dann erhalten Sie Ihr Geld von selbst zurück, und eine Mail, die es bestätigt.',
  instead: 'Vielleicht auch etwas für Sie',
  choose: 'Wählen Sie Ihre Plätze',
  noScript: (email) => `Online wählen geht nur mit JavaScript. Schreiben Sie uns: ${email}.`,
  visit: 'Besuch',
  benefits: 'Abos und Pässe',
  benefitsShort: 'Abos',
  calendar: 'Kalender',
  benefitsLead: 'Wer öfter kommt, zahlt weniger, und ein Abend ist auch ein schönes Geschenk.',
  languages: 'Sprache',
  notFound: 'Diese Seite finden wir nicht.',
  performanceNotFound: 'Diese Vorstellung finden wir nicht.',
  whyNotFound: 'Vielleicht stimmt die Adresse nicht, oder was Sie suchen, ist schon vorbei. Das kommt noch:',
  away: 'Das Programm ist gerade nicht da. Bitte versuchen Sie es gleich noch einmal.',
  skip: 'Zum Inhalt',
};

/** The words of the centre's pages by language. */
export const SITE_WORDS: Readonly<Record<Language, SiteWords>> = { nl, fr, en, de };
