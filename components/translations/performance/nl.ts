/** What the page of one performance says in Dutch, besides what it says as the programme does. */
export const nl = {
  choose: 'Kies uw plaatsen',
  dates: 'Alle data',
  thisDate: 'Deze avond',
  alike: 'Ook iets voor u',
  language: 'Taal',
  length: 'Duur',
  accessibility: 'Toegankelijkheid',
  hall: 'Zaal',
  more: 'Meer over deze voorstelling bij',
  failed: 'Deze voorstelling laat zich nu niet tonen.',
  minutes: (count: number) => `ongeveer ${count} minuten`,
  soldOut: 'Deze datum is uitverkocht.',
  allSoldOut: 'Deze voorstelling is uitverkocht.',
  cancelled: 'Had u al tickets? Dan krijgt u het geld vanzelf terug, en een mail die dat bevestigt.',
  otherDate: 'Op een andere datum is er nog plaats.',
};
