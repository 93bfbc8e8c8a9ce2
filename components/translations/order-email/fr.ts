import type { OrderEmailWords } from './index.ts';

export const fr: OrderEmailWords = {
  hint: 'C’est ici que nous enverrons vos tickets dès que vous aurez payé.',
  mailedHint:
    'Nous renvoyons tout et prévenons l’adresse précédente que les tickets ne lui sont pas destinés. Rien reçu ? Regardez aussi dans vos courriers indésirables.',
  save: 'Enregistrer cette adresse',
  mailAgain: 'Renvoyer',
  back: 'Laisser ainsi',
  changed: (address) => `Nous enverrons vos tickets à ${address} dès que vous aurez payé.`,
  mailedAgain: (address) => `Nous renvoyons tout, à ${address}.`,
};
