import type { Language } from '../../../sdk/contract/text.ts';

/** Every word on the cluster's own site. */
export interface ClusterWords {
  readonly path: string;
  readonly name: string;
  readonly tagline: string;
  readonly intro: string;
  readonly programme: string;
  readonly calendar: string;
  /** Comes before the name of the centre that sells. */
  readonly youBuyAt: string;
  /** Opens what that means, and the way to another centre. */
  readonly more: string;
  readonly whoKeeps: string;
  readonly rather: string;
  readonly back: string;
  readonly choose: string;
  readonly noScript: string;
  readonly notFound: string;
  /** Why it may not be found; comes before the way to the programme. */
  readonly whyNotFound: string;
  readonly houses: string;
  readonly fictional: string;
  readonly languages: string;
  readonly skip: string;
}

const nl: ClusterWords = {
  path: '',
  name: 'Uit langs het water',
  tagline: 'Drie huizen, één avond uit.',
  intro: 'Alles wat De Lantaarn, De Brug en De Melkerij spelen. Kies in elk huis uw stoel en betaal één keer.',
  programme: 'Wat is er te zien?',
  calendar: 'Kalender',
  youBuyAt: 'U koopt bij',
  more: 'Wat betekent dat?',
  whoKeeps:
    'Dat huis stuurt uw tickets en bewaart uw gegevens. De andere huizen krijgen die niet: zij horen alleen welke plaatsen verkocht zijn.',
  rather: 'Liever bij een ander huis?',
  back: 'Het hele programma',
  choose: 'Kies uw plaatsen',
  noScript: 'Zonder JavaScript kan deze site het programma niet tonen. De huizen zelf kunnen dat wel:',
  notFound: 'Deze pagina vinden we niet.',
  whyNotFound: 'Misschien is het adres niet juist, of is wat u zoekt al voorbij.',
  houses: 'De huizen',
  fictional:
    'Deze site bestaat alleen uit bestanden: geen server, geen databank. Ze toont hoe centra samen verkopen met Foyer en toch zichzelf blijven.',
  languages: 'Taal',
  skip: 'Naar de inhoud',
};

const en: ClusterWords = {
  path: 'en',
  name: 'Out along the water',
  tagline: 'Three houses, one night out.',
  intro: 'All that De Lantaarn, De Brug and De Melkerij play. Choose your seat in each house and pay once.',
  programme: 'What is on?',
  calendar: 'Calendar',
  youBuyAt: 'You buy at',
  more: 'What does that mean?',
  whoKeeps:
    'That house sends your tickets and keeps your details. The other houses do not get them: they only hear which seats were sold.',
  rather: 'Rather at another house?',
  back: 'The whole programme',
  choose: 'Choose your seats',
  noScript: 'Without JavaScript this site cannot show the programme. The houses themselves can:',
  notFound: 'We cannot find this page.',
  whyNotFound: 'Perhaps the address is not right, or what you look for is over already.',
  houses: 'The houses',
  fictional:
    'This site consists of files only: no server, no database. It shows how centres sell together with Foyer and stay themselves.',
  languages: 'Language',
  skip: 'To the content',
};

const fr: ClusterWords = {
  path: 'fr',
  name: 'Sortir au fil de l’eau',
  tagline: 'Trois maisons, une soirée.',
  intro:
    'Tout ce que jouent De Lantaarn, De Brug et De Melkerij. Choisissez votre place dans chaque maison et payez une seule fois.',
  programme: 'Que voir ?',
  calendar: 'Calendrier',
  youBuyAt: 'Vous achetez chez',
  more: 'Qu’est-ce que cela veut dire ?',
  whoKeeps:
    'Cette maison envoie vos tickets et garde vos données. Les autres ne les reçoivent pas : elles apprennent seulement quelles places sont vendues.',
  rather: 'Plutôt dans une autre maison ?',
  back: 'Tout le programme',
  choose: 'Choisissez vos places',
  noScript: 'Sans JavaScript, ce site ne peut pas montrer le programme. Les maisons elles-mêmes le peuvent :',
  notFound: 'Nous ne trouvons pas cette page.',
  whyNotFound: 'L’adresse n’est peut-être pas la bonne, ou ce que vous cherchez est déjà passé.',
  houses: 'Les maisons',
  fictional:
    'Ce site n’est fait que de fichiers : ni serveur, ni base de données. Il montre comment des centres vendent ensemble avec Foyer tout en restant eux-mêmes.',
  languages: 'Langue',
  skip: 'Vers le contenu',
};

const de: ClusterWords = {
  path: 'de',
  name: 'Ausgehen am Wasser',
  tagline: 'Drei Häuser, ein Abend.',
  intro:
    'Alles, was De Lantaarn, De Brug und De Melkerij spielen. Wählen Sie in jedem Haus Ihren Platz und zahlen Sie einmal.',
  programme: 'Was gibt es zu sehen?',
  calendar: 'Kalender',
  youBuyAt: 'Sie kaufen bei',
  more: 'Was heißt das?',
  whoKeeps:
    'Dieses Haus schickt Ihre Karten und bewahrt Ihre Daten. Die anderen Häuser erhalten sie nicht: Sie erfahren nur, welche Plätze verkauft sind.',
  rather: 'Lieber bei einem anderen Haus?',
  back: 'Das ganze Programm',
  choose: 'Wählen Sie Ihre Plätze',
  noScript: 'Ohne JavaScript kann diese Seite das Programm nicht zeigen. Die Häuser selbst können es:',
  notFound: 'Diese Seite finden wir nicht.',
  whyNotFound: 'Vielleicht stimmt die Adresse nicht, oder was Sie suchen, ist schon vorbei.',
  houses: 'Die Häuser',
  fictional:
    'Diese Seite besteht nur aus Dateien: kein Server, keine Datenbank. Sie zeigt, wie Zentren mit Foyer gemeinsam verkaufen und doch sie selbst bleiben.',
  languages: 'Sprache',
  skip: 'Zum Inhalt',
};

/** The words of the cluster's site by language. */
export const CLUSTER_WORDS: Readonly<Record<Language, ClusterWords>> = { nl, fr, en, de };
