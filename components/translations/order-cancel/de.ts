import type { OrderCancelWords } from './index.ts';

export const de: OrderCancelWords = {
  title: 'Bestellung stornieren?',
  lost: (count) =>
    count === 1
      ? 'Ihr Platz ist dann sofort wieder für alle frei.'
      : `Ihre ${count} Plätze sind dann sofort wieder für alle frei.`,
  payUntil: (time) => `Möchten Sie doch kommen? Sie können noch bis ${time} bezahlen.`,
  keep: 'Bestellung behalten',
  confirm: 'Ja, stornieren',
};
