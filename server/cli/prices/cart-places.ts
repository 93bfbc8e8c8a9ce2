import type { CartFile } from './cart-file.ts';

export type Place = CartFile['places'][number];

/** The names of the lines that were written as one place, or as several together. */
export const idsOf = ({ count, id }: Place) =>
  count === 1 ? [id] : Array.from({ length: count }, (_, index) => `${id}.${index + 1}`);

/** The lines a name means: a name means one place, or all of those that were written together. */
export const linesNamed = ({ places }: CartFile, name: string) =>
  places.flatMap((place) => (place.id === name ? idsOf(place) : idsOf(place).filter((id) => id === name)));

/** Zone and price type of a place: those it names, or the performance's first. */
export function priceOf(
  { performances }: CartFile,
  place: Place,
): { readonly zone: string; readonly priceType: string } {
  const prices = performances[place.performance]?.prices ?? {};
  const zone = place.zone ?? Object.keys(prices)[0] ?? '';
  return { zone, priceType: place.priceType ?? Object.keys(prices[zone] ?? {})[0] ?? '' };
}
