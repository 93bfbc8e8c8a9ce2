import type { SiteLanguage } from '../sites/words.ts';

/** Every word on the cluster's own site. */
export interface ClusterWords {
  readonly path: string;
  readonly name: string;
  readonly tagline: string;
  readonly intro: string;
  readonly programme: string;
  /** Comes before the name of the centre that sells. */
  readonly youBuyAt: string;
  readonly whoKeeps: string;
  readonly rather: string;
  readonly back: string;
  readonly choose: string;
  readonly playsAt: string;
  readonly noScript: string;
  readonly houses: string;
  readonly fictional: string;
  readonly otherLanguage: string;
  readonly skip: string;
}

const nl: ClusterWords = {
  path: '',
  name: 'Uit langs het water',
  tagline: 'Drie huizen, één avond uit.',
  intro: 'Alles wat De Lantaarn, De Brug en De Melkerij spelen. Kies in elk huis uw stoel en betaal één keer.',
  programme: 'Wat is er te zien?',
  youBuyAt: 'U koopt bij',
  whoKeeps:
    'Dat huis stuurt uw tickets en bewaart uw gegevens. De andere huizen krijgen die niet: zij horen alleen welke plaatsen verkocht zijn.',
  rather: 'Liever bij een ander huis?',
  back: 'Het hele programma',
  choose: 'Kies uw plaatsen',
  playsAt: 'Speelt in',
  noScript: 'Zonder JavaScript kan deze site het programma niet tonen. De huizen zelf kunnen dat wel:',
  houses: 'De huizen',
  fictional:
    'Deze site bestaat alleen uit bestanden: geen server, geen databank. Ze toont hoe centra samen verkopen met Foyer en toch zichzelf blijven.',
  otherLanguage: 'English',
  skip: 'Naar de inhoud',
};

const en: ClusterWords = {
  path: 'en',
  name: 'Out along the water',
  tagline: 'Three houses, one night out.',
  intro: 'All that De Lantaarn, De Brug and De Melkerij play. Choose your seat in each house and pay once.',
  programme: 'What is on?',
  youBuyAt: 'You buy at',
  whoKeeps:
    'That house sends your tickets and keeps your details. The other houses do not get them: they only hear which seats were sold.',
  rather: 'Rather at another house?',
  back: 'The whole programme',
  choose: 'Choose your seats',
  playsAt: 'Plays at',
  noScript: 'Without JavaScript this site cannot show the programme. The houses themselves can:',
  houses: 'The houses',
  fictional:
    'This site consists of files only: no server, no database. It shows how centres sell together with Foyer and stay themselves.',
  otherLanguage: 'Nederlands',
  skip: 'To the content',
};

/** The words of the cluster's site by language. */
export const CLUSTER_WORDS: Readonly<Record<SiteLanguage, ClusterWords>> = { nl, en };
