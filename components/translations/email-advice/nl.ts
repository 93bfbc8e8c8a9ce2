/** What is asked of an e-mail address that looks mistyped, in Dutch. The reference for the other languages. */
export const nl = {
  ask: (address: string) => `Bedoelde u ${address}?`,
  take: 'Ja, verbeter het',
  taken: (address: string) => `Het adres is nu ${address}.`,
};
