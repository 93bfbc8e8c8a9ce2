import type { WaitingListWords } from './index.ts';

/** What the waiting list says in German. */
export const de: WaitingListWords = {
  title: 'Warteliste',
  explanation:
    'Wird ein Platz frei, halten wir ihn für die Person frei, die am längsten wartet. Sie erhalten dann eine E-Mail mit einem Link.',
  email: 'E-Mail-Adresse',
  emailHint: 'Nur hierfür. Wir löschen sie, sobald Sie nicht mehr warten.',
  emailMissing: 'Bitte geben Sie Ihre E-Mail-Adresse an, damit wir Sie benachrichtigen können.',
  emailWrong: 'Das sieht nicht wie eine E-Mail-Adresse aus. Bitte prüfen Sie sie, zum Beispiel name@beispiel.be.',
  places: 'Plätze zusammen',
  join: 'Auf die Warteliste setzen',
  busy: 'Einen Augenblick…',
  joined: 'Sie stehen auf der Warteliste.',
  joinedHow: (minutes) =>
    `Wir schreiben Ihnen, sobald es Platz gibt, und halten ihn dann ${minutes} Minuten für Sie frei. In der E-Mail steht auch, wie Sie die Liste verlassen.`,
};
