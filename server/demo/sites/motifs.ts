import type { Palette } from './artwork.ts';

export type Motif = 'beams' | 'arcs' | 'rings' | 'blocks' | 'confetti' | 'rays' | 'waves';
type Random = () => number;

/** What a kind of evening looks like when only shapes may say it. Each draws on a square of 600. */
export const MOTIFS: Readonly<Record<Motif, (random: Random, palette: Palette) => string>> = {
  beams,
  arcs,
  rings,
  blocks,
  confetti,
  rays,
  waves,
};

const between = (random: Random, low: number, high: number) => Math.round(low + random() * (high - low));
const times = (count: number, draw: (index: number) => string) =>
  Array.from({ length: count }, (_, at) => draw(at)).join('');

/** Light falling on a stage: theatre, film. */
function beams(random: Random, [, first, second, third]: Palette): string {
  const floor = between(random, 430, 500);
  const light = (from: number, to: number, width: number, colour: string) =>
    `<path d="M${from} -20L${to - width} ${floor}A${width} ${Math.round(width / 4)} 0 0 0 ${to + width} ${floor}Z" fill="${colour}" opacity=".82"/>`;
  const spot = between(random, 230, 370);
  return (
    light(between(random, 20, 140), spot + 60, between(random, 110, 150), first) +
    light(between(random, 440, 580), spot - 70, between(random, 90, 130), second) +
    `<circle cx="${spot}" cy="${floor - between(random, 60, 100)}" r="${between(random, 44, 66)}" fill="${third}"/>`
  );
}

/** A movement that leaves its trace: dance. */
function arcs(random: Random, [, first, second, third]: Palette): string {
  const turn = between(random, 0, 180);
  const sweep = (radius: number, colour: string, at: number) =>
    `<path d="M${300 - radius} 300A${radius} ${radius} 0 0 1 ${300 + radius} 300" fill="none" stroke="${colour}" stroke-width="46" stroke-linecap="round" transform="rotate(${turn + at * between(random, 24, 58)} 300 300)"/>`;
  return (
    [first, second, third, first].map((colour, at) => sweep(250 - at * 62, colour, at)).join('') +
    `<circle cx="${between(random, 150, 450)}" cy="${between(random, 120, 240)}" r="34" fill="${third}"/>`
  );
}

/** A sound that spreads: concerts. */
function rings(random: Random, [ground, first, second, third]: Palette): string {
  const x = between(random, 150, 450);
  const y = between(random, 200, 420);
  const colours = [second, ground, first, ground, third, first];
  return times(6, (at) => {
    const radius = 330 - at * between(random, 48, 56);
    return `<circle cx="${x + at * 9}" cy="${y - at * 6}" r="${radius}" fill="${colours[at]}"/>`;
  });
}

/** Notes in a grid that will not sit still: jazz. */
function blocks(random: Random, [, ...colours]: Palette): string {
  return times(16, (at) => {
    const x = (at % 4) * 150;
    const y = Math.floor(at / 4) * 150;
    const colour = colours[between(random, 0, 2)];
    const shapes = [
      `<path d="M${x} ${y}h150v150z" fill="${colour}"/>`,
      `<path d="M${x} ${y + 150}A150 150 0 0 1 ${x + 150} ${y}V${y + 150}Z" fill="${colour}"/>`,
      `<circle cx="${x + 75}" cy="${y + 75}" r="${between(random, 30, 62)}" fill="${colour}"/>`,
      '',
    ];
    return shapes[between(random, 0, 3)] ?? '';
  });
}

/** Something to laugh at, or to be six years old for: comedy, family. */
function confetti(random: Random, [, first, second, third]: Palette): string {
  const colours = [first, second, third];
  const smile = between(random, 250, 330);
  return `${times(9, (at) => {
    const x = 60 + (at % 3) * 200 + between(random, 0, 80);
    const y = 20 + Math.floor(at / 3) * 120 + between(random, 0, 60);
    const turned = `transform="rotate(${between(random, 0, 90)} ${x} ${y})"`;
    const colour = colours[at % 3];
    return at % 2 === 0
      ? `<circle cx="${x}" cy="${y}" r="${between(random, 16, 42)}" fill="${colour}"/>`
      : `<rect x="${x - 30}" y="${y - 12}" width="${between(random, 50, 90)}" height="28" rx="14" fill="${colour}" ${turned}/>`;
  })}<path d="M${300 - smile} 400A${smile} ${smile * 0.72} 0 0 0 ${300 + smile} 400Z" fill="${first}"/>`;
}

/** A tent seen from the ring: circus. */
function rays(random: Random, [, first, second, third]: Palette): string {
  const y = between(random, 150, 240);
  const count = 2 * between(random, 7, 10);
  const ray = (at: number) => {
    const angle = (turn: number) => (turn / count) * Math.PI * 2;
    const end = (turn: number) =>
      `${Math.round(300 + Math.cos(angle(turn)) * 900)} ${Math.round(y + Math.sin(angle(turn)) * 900)}`;
    return `<path d="M300 ${y}L${end(at)}L${end(at + 1)}Z" fill="${at % 4 === 0 ? first : second}"/>`;
  };
  return (
    times(count / 2, (at) => ray(at * 2)) +
    `<circle cx="300" cy="${y}" r="${between(random, 60, 90)}" fill="${third}"/><circle cx="300" cy="640" r="${between(random, 190, 240)}" fill="${third}"/>`
  );
}

/** Lines of thought: lectures, and whatever has no motif of its own. */
function waves(random: Random, [, ...colours]: Palette): string {
  const swing = between(random, 26, 58);
  return times(9, (at) => {
    const y = 70 + at * 62;
    const shift = between(random, -90, 90);
    return `<path d="M${shift - 200} ${y}q75 ${-swing} 150 0t150 0t150 0t150 0t150 0t150 0t150 0" fill="none" stroke="${colours[at % 3]}" stroke-width="${between(random, 12, 30)}"/>`;
  });
}
