import type { OrderMoreWords } from './index.ts';

export const en: OrderMoreWords = {
  tickets: 'Your tickets',
  toPay: (time) => `To be paid by ${time}`,
  showTickets: 'Show tickets',
  show: 'Show order',
  goOn: 'Continue choosing',
  chooseAgain: 'You can choose again.',
  downloaded: 'The tickets have been downloaded.',
  notShown: 'We cannot show your order just now',
  lookAgain: 'Look again',
};
