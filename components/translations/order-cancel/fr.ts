import type { OrderCancelWords } from './index.ts';

export const fr: OrderCancelWords = {
  title: 'Annuler cette commande ?',
  lost: (count) =>
    count === 1
      ? 'Votre place redevient aussitôt libre pour tout le monde.'
      : `Vos ${count} places redeviennent aussitôt libres pour tout le monde.`,
  payUntil: (time) => `Vous préférez venir ? Vous pouvez encore payer jusqu’à ${time}.`,
  keep: 'Garder la commande',
  confirm: 'Oui, annuler',
};
