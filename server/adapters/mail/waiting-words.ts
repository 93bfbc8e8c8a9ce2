import type { Language } from '../../../sdk/contract/text.ts';

/** Every word about waiting lists in mails, and on the page where one leaves. A missing key in any language does not compile. */
export interface WaitingWords {
  readonly joined: {
    readonly heading: (title: string) => string;
    readonly promise: (places: number, when: string) => string;
    readonly how: (minutes: number) => string;
  };
  readonly offer: {
    readonly heading: (title: string) => string;
    readonly held: (places: number, when: string) => string;
    readonly until: (time: string) => string;
    readonly open: string;
    readonly only: string;
  };
  readonly leave: string;
  readonly forget: string;
  readonly page: {
    readonly heading: string;
    readonly ask: string;
    readonly button: string;
    readonly done: string;
    readonly gone: string;
    readonly questions: string;
  };
}

const nl: WaitingWords = {
  joined: {
    heading: (title) => `U staat op de wachtlijst voor ${title}`,
    promise: (places, when) =>
      places === 1 ? `U wacht op 1 plaats: ${when}.` : `U wacht op ${places} plaatsen samen: ${when}.`,
    how: (minutes) =>
      `Komen er plaatsen vrij en bent u aan de beurt, dan krijgt u een mail. We houden ze dan ${minutes} minuten voor u vast.`,
  },
  offer: {
    heading: (title) => `Er is plaats voor u: ${title}`,
    held: (places, when) =>
      places === 1 ? `We houden 1 plaats voor u vast: ${when}.` : `We houden ${places} plaatsen voor u vast: ${when}.`,
    until: (time) => `U kunt ze kopen tot ${time}. Daarna gaan ze naar wie na u komt.`,
    open: 'Naar uw plaatsen',
    only: 'Wie deze link heeft, kan uw plaatsen zien en kopen: stuur hem niet door.',
  },
  leave: 'Niet meer wachten',
  forget: 'Uw adres gebruiken we alleen hiervoor. We wissen het zodra u niet meer wacht.',
  page: {
    heading: 'Wachtlijst',
    ask: 'Wilt u niet langer op de wachtlijst staan? Houden we plaatsen voor u vast, dan gaan die naar wie na u komt.',
    button: 'Haal mij van de lijst',
    done: 'U staat niet meer op de wachtlijst.',
    gone: 'Uw adres is gewist.',
    questions: 'Een vraag? Mail of bel ons gerust.',
  },
};

const en: WaitingWords = {
  joined: {
    heading: (title) => `You are on the waiting list for ${title}`,
    promise: (places, when) =>
      places === 1
        ? `You are waiting for 1 place: ${when}.`
        : `You are waiting for ${places} places together: ${when}.`,
    how: (minutes) =>
      `If places come back and it is your turn, you will get a mail. We then hold them for you for ${minutes} minutes.`,
  },
  offer: {
    heading: (title) => `There is room for you: ${title}`,
    held: (places, when) =>
      places === 1 ? `We are holding 1 place for you: ${when}.` : `We are holding ${places} places for you: ${when}.`,
    until: (time) => `You can buy until ${time}. After that they go to the next in line.`,
    open: 'Go to your places',
    only: 'Whoever has this link can see and buy your places: do not pass it on.',
  },
  leave: 'Stop waiting',
  forget: 'We use your address for this only, and erase it as soon as you no longer wait.',
  page: {
    heading: 'Waiting list',
    ask: 'Do you no longer want to be on the waiting list? If we are holding places for you, they go to the next in line.',
    button: 'Take me off the list',
    done: 'You are no longer on the waiting list.',
    gone: 'Your address has been erased.',
    questions: 'A question? Just mail or ring us.',
  },
};

const fr: WaitingWords = {
  joined: {
    heading: (title) => `Vous êtes sur la liste d’attente pour ${title}`,
    promise: (places, when) =>
      places === 1 ? `Vous attendez 1 place : ${when}.` : `Vous attendez ${places} places ensemble : ${when}.`,
    how: (minutes) =>
      `Si des places se libèrent et que c’est votre tour, vous recevrez un mail. Nous les gardons alors ${minutes} minutes pour vous.`,
  },
  offer: {
    heading: (title) => `Il y a de la place pour vous : ${title}`,
    held: (places, when) =>
      places === 1 ? `Nous gardons 1 place pour vous : ${when}.` : `Nous gardons ${places} places pour vous : ${when}.`,
    until: (time) => `Vous pouvez acheter jusqu’à ${time}. Ensuite, la personne suivante aura son tour.`,
    open: 'Vers vos places',
    only: 'Quiconque possède ce lien peut voir et acheter vos places : ne le transmettez pas.',
  },
  leave: 'Ne plus attendre',
  forget: 'Votre adresse ne sert qu’à cela. Nous l’effaçons dès que vous n’attendez plus.',
  page: {
    heading: 'Liste d’attente',
    ask: 'Vous ne voulez plus être sur la liste d’attente ? Si nous gardons des places pour vous, elles iront à la personne suivante.',
    button: 'Me retirer de la liste',
    done: 'Vous n’êtes plus sur la liste d’attente.',
    gone: 'Votre adresse est effacée.',
    questions: 'Une question ? Écrivez-nous ou appelez-nous.',
  },
};

const de: WaitingWords = {
  joined: {
    heading: (title) => `Sie stehen auf der Warteliste für ${title}`,
    promise: (places, when) =>
      places === 1 ? `Sie warten auf 1 Platz: ${when}.` : `Sie warten auf ${places} Plätze zusammen: ${when}.`,
    how: (minutes) =>
      `Werden Plätze frei und sind Sie an der Reihe, erhalten Sie eine E-Mail. Wir halten sie dann ${minutes} Minuten für Sie frei.`,
  },
  offer: {
    heading: (title) => `Es gibt Platz für Sie: ${title}`,
    held: (places, when) =>
      places === 1 ? `Wir halten 1 Platz für Sie frei: ${when}.` : `Wir halten ${places} Plätze für Sie frei: ${when}.`,
    until: (time) => `Sie können bis ${time} kaufen. Danach ist die nächste Person an der Reihe.`,
    open: 'Zu Ihren Plätzen',
    only: 'Wer diesen Link hat, kann Ihre Plätze sehen und kaufen: Geben Sie ihn nicht weiter.',
  },
  leave: 'Nicht mehr warten',
  forget: 'Ihre Adresse verwenden wir nur hierfür. Wir löschen sie, sobald Sie nicht mehr warten.',
  page: {
    heading: 'Warteliste',
    ask: 'Möchten Sie nicht länger auf der Warteliste stehen? Halten wir Plätze für Sie frei, gehen sie an die nächste Person.',
    button: 'Von der Liste nehmen',
    done: 'Sie stehen nicht mehr auf der Warteliste.',
    gone: 'Ihre Adresse ist gelöscht.',
    questions: 'Eine Frage? Schreiben Sie uns oder rufen Sie uns an.',
  },
};

/** The words by language. */
export const WAITING_WORDS: Readonly<Record<Language, WaitingWords>> = { nl, en, fr, de };
