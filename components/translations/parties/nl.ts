/** What a checkout says of who sells and who plays, once partners do, in Dutch. The reference for the other languages. */
export const nl = {
  parties: 'Van wie u koopt',
  sells: (seller: string, centres: string) => `U koopt bij ${seller}, dat ook plaatsen van ${centres} verkoopt.`,
  plays: (centres: string) => `Wat u koos, speelt in ${centres}.`,
  keeps: (seller: string, centres: string, count: number) =>
    `Uw gegevens blijven bij ${seller}. ${centres} ${count === 1 ? 'krijgt' : 'krijgen'} ze niet.`,
};
