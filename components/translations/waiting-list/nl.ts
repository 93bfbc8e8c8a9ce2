/** What the waiting list says in Dutch. */
export const nl = {
  title: 'Wachtlijst',
  explanation:
    'Komt er plaats vrij, dan houden we die vast voor wie het langst wacht. U krijgt dan een mail met een link.',
  email: 'E-mailadres',
  emailHint: 'Alleen hiervoor. We wissen het zodra u niet meer wacht.',
  emailMissing: 'Vul uw e-mailadres in, dan kunnen we u verwittigen.',
  emailWrong: 'Dit lijkt geen e-mailadres. Kijk het even na, bijvoorbeeld naam@voorbeeld.be.',
  places: 'Plaatsen samen',
  join: 'Zet mij op de wachtlijst',
  busy: 'Een ogenblik…',
  joined: 'U staat op de wachtlijst.',
  joinedHow: (minutes: number) =>
    `We mailen u als er plaats is, en houden die dan ${minutes} minuten voor u vast. In de mail staat ook hoe u van de lijst gaat.`,
};
