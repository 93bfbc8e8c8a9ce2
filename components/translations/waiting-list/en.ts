import type { WaitingListWords } from './index.ts';

/** What the waiting list says in English. */
export const en: WaitingListWords = {
  title: 'Waiting list',
  explanation:
    'If a place comes back, we hold it for whoever has waited longest. You will then get a mail with a link.',
  email: 'E-mail address',
  emailHint: 'For this only. We erase it as soon as you no longer wait.',
  emailMissing: 'Please fill in your e-mail address, so that we can tell you.',
  emailWrong: 'This does not look like an e-mail address. Please check it, for example name@example.be.',
  places: 'Places together',
  join: 'Put me on the waiting list',
  busy: 'One moment…',
  joined: 'You are on the waiting list.',
  joinedHow: (minutes) =>
    `We will mail you when there is room, and then hold it for you for ${minutes} minutes. The mail also says how to leave the list.`,
};
