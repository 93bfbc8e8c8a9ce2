/** What correcting the address of an order says in Dutch. The reference for the other languages. */
export const nl = {
  hint: 'Hier sturen we uw tickets naartoe zodra u betaald hebt.',
  mailedHint:
    'We sturen alles opnieuw, en melden het vorige adres dat de tickets daar niet thuishoren. Niets gekregen? Kijk ook bij uw ongewenste mail.',
  save: 'Bewaar dit adres',
  mailAgain: 'Stuur opnieuw',
  back: 'Laat het zo',
  changed: (address: string) => `We sturen uw tickets naar ${address} zodra u betaald hebt.`,
  mailedAgain: (address: string) => `We sturen alles opnieuw, naar ${address}.`,
};
