/** What an order says in Dutch that stands aside, cannot be shown or gives its tickets. The reference for the others. */
export const nl = {
  tickets: 'Uw tickets',
  toPay: (time: string) => `Nog te betalen tot ${time}`,
  showTickets: 'Toon tickets',
  show: 'Toon bestelling',
  goOn: 'Verder kiezen',
  chooseAgain: 'U kunt weer kiezen.',
  downloaded: 'De tickets zijn gedownload.',
  notShown: 'We kunnen uw bestelling nu niet tonen',
  lookAgain: 'Kijk opnieuw',
};
