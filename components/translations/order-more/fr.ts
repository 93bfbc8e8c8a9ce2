import type { OrderMoreWords } from './index.ts';

export const fr: OrderMoreWords = {
  tickets: 'Vos tickets',
  toPay: (time) => `À payer avant ${time}`,
  showTickets: 'Voir les tickets',
  show: 'Voir la commande',
  goOn: 'Continuer à choisir',
  chooseAgain: 'Vous pouvez de nouveau choisir.',
  downloaded: 'Les tickets ont été téléchargés.',
  notShown: 'Nous ne pouvons pas afficher votre commande pour le moment',
  lookAgain: 'Vérifier à nouveau',
};
