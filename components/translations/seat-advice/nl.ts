/** What is said about a choice that had better be another, in Dutch. The reference for the other languages. */
export const nl = {
  alone: (places: string, count: number) =>
    count === 1
      ? `Zo blijft er één stoel alleen over: ${places}. Die kiest niemand nog, dus zo kunt u niet bestellen: schuif op, of neem ze erbij.`
      : `Zo blijven er stoelen alleen over: ${places}. Die kiest niemand nog, dus zo kunt u niet bestellen: schuif op, of neem ze erbij.`,
  takeToo: (place: string) => `Neem ${place} erbij`,
  moveTo: (places: string) => `Neem liever ${places}`,
  mended: 'In orde, zo blijft er geen stoel alleen.',
  lost: (place: string) => `${place} is net door iemand anders gekozen.`,
  instead: (places: string) => `Neem ${places} in de plaats`,
  show: 'Toon op het plan',
};
