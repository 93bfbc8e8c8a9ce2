/** What is asked in Dutch before an order is cancelled. The reference for the other languages. */
export const nl = {
  title: 'Bestelling annuleren?',
  lost: (count: number) =>
    count === 1
      ? 'Uw plaats is dan meteen weer vrij voor iedereen.'
      : `Uw ${count} plaatsen zijn dan meteen weer vrij voor iedereen.`,
  payUntil: (time: string) => `Liever toch komen? Betalen kan nog tot ${time}.`,
  keep: 'Behoud bestelling',
  confirm: 'Ja, annuleer',
};
