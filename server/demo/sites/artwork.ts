import { MOTIFS, type Motif } from './motifs.ts';

/** Ground first, then what is drawn on it. */
export type Palette = readonly [ground: string, ...colours: [string, string, string]];

const PALETTES: readonly Palette[] = [
  ['#1b1f4b', '#ffc53d', '#f2704e', '#f6ead6'],
  ['#0f4c4a', '#f3b13c', '#f4ddc9', '#e4572e'],
  ['#f2b632', '#1b1f4b', '#d6402b', '#fff4dc'],
  ['#e25a3c', '#27204f', '#ffd27a', '#fbeee0'],
  ['#2c2350', '#ef8fb1', '#ffc53d', '#7fc8c2'],
  ['#dfe7e2', '#17483f', '#e8643c', '#f2b632'],
  ['#7a1f3d', '#f7b7a3', '#ffd36b', '#2a1436'],
  ['#bcd9e8', '#1f2a63', '#f0573a', '#fff7e8'],
];

const MOTIF_OF: Readonly<Record<string, Motif>> = {
  theater: 'beams',
  dans: 'arcs',
  dance: 'arcs',
  concert: 'rings',
  muziek: 'rings',
  music: 'rings',
  klassiek: 'rings',
  jazz: 'blocks',
  comedy: 'confetti',
  humor: 'confetti',
  familie: 'confetti',
  family: 'confetti',
  circus: 'rays',
  film: 'beams',
  lezing: 'waves',
  lecture: 'waves',
};

/** Name of a production's picture: the same for all its performances, and enough by itself to draw it. */
export function artworkName(production: { readonly genre: string; readonly title: string }): string {
  return `${production.genre}-${hash(production.title).toString(36)}`;
}

/**
 * Draws an abstract poster as SVG, 600 by 600. Pure: the same name gives the same picture, so browsers may keep it for
 * ever. Stands in for the photographs a real centre has.
 */
export function drawArtwork(name: string): string {
  const genre = name.slice(0, name.lastIndexOf('-'));
  const seed = hash(name);
  const random = randomFrom(seed);
  const palette = PALETTES[seed % PALETTES.length] ?? PALETTES[0];
  const names = Object.keys(MOTIFS) as Motif[];
  const motif = MOTIF_OF[genre] ?? names[seed % names.length] ?? 'rings';
  const shapes = palette ? MOTIFS[motif](random, palette) : '';
  return (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 600 600" preserveAspectRatio="xMidYMid slice">' +
    `<rect width="600" height="600" fill="${palette?.[0]}"/>${shapes}</svg>`
  );
}

/** FNV-1a, 32 bits: spreads similar titles far apart. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return value >>> 0;
}

/** Mulberry32: a small generator whose numbers in 0–1 follow from the seed alone. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
