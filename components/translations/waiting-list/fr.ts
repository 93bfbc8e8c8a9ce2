import type { WaitingListWords } from './index.ts';

/** What the waiting list says in French. */
export const fr: WaitingListWords = {
  title: 'Liste d’attente',
  explanation:
    'Si une place se libère, nous la gardons pour la personne qui attend depuis le plus longtemps. Vous recevez alors un mail avec un lien.',
  email: 'Adresse e-mail',
  emailHint: 'Uniquement pour cela. Nous l’effaçons dès que vous n’attendez plus.',
  emailMissing: 'Indiquez votre adresse e-mail, afin que nous puissions vous prévenir.',
  emailWrong: 'Ceci ne ressemble pas à une adresse e-mail. Vérifiez-la, par exemple nom@exemple.be.',
  places: 'Places ensemble',
  join: 'M’inscrire sur la liste d’attente',
  busy: 'Un instant…',
  joined: 'Vous êtes sur la liste d’attente.',
  joinedHow: (minutes) =>
    `Nous vous envoyons un mail dès qu’il y a de la place, et la gardons alors ${minutes} minutes pour vous. Le mail dit aussi comment quitter la liste.`,
};
