/** What the button that sells says in Dutch; the rest of the way speaks for itself. */
export const nl = {
  buy: 'Koop tickets',
  title: 'Kies uw plaatsen',
  close: 'Sluit',
  goOn: (places: string) => `Verder met ${places}`,
  order: 'Uw bestelling',
  kept: 'Uw plaatsen blijven vastgehouden zolang de tijd loopt.',
};
