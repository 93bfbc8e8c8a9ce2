/** What a page away from the cart says of places that are held, in Dutch. The reference for the other languages. */
export const nl = {
  title: 'Uw mandje',
  until: (places: string, time: string) => `${places} vastgehouden tot ${time}`,
  left: (places: string, time: string) => `${places} nog ${time} vastgehouden`,
  goOn: 'Naar uw mandje',
  almostOver: (time: string) => `We houden uw plaatsen nog ${time} vast.`,
  ended: 'De tijd is om: uw plaatsen zijn weer vrij voor iedereen.',
};
