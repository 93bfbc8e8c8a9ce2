import { contrast, mix, type Rgb, readableOn } from './colour.ts';
import { type Looks, leastDistance, looksOf } from './vision.ts';

/**
 * Distance in OKLab from which on two zones are told apart on marks as small as seats, also by who sees no colour at
 * all. Side by side on large areas, 0.02 can just be seen.
 */
export const TELLABLE = 0.05;
/** How much of black or white may be mixed into a colour to tell it apart before it stops being the centre's colour. */
const MOST_CHANGE = 0.45;
const STEP = 0.06;

/** Zones as everybody can tell them apart. */
export interface ZoneLooks {
  readonly colours: readonly Rgb[];
  /** Number of the sign on the zone's seats; 0 for none. Zones whose colours look alike to somebody have different ones. */
  readonly signs: readonly number[];
}

/**
 * Makes the colours wanted for zones stand out from the floor by `ratio`, and from each other to whoever sees them: a
 * little darker or lighter where that is enough, and by a sign on top where it is not. What can be told apart already
 * stays as it is; so do colours that are the same on purpose.
 */
export function tellZonesApart(wanted: readonly Rgb[], floor: Rgb, ratio: number): ZoneLooks {
  const zones: { readonly colour: Rgb; readonly looks: Looks; readonly sign: number }[] = [];
  for (const colour of wanted) {
    const isUnlike = (looks: Looks) => zones.every((other) => leastDistance(looks, other.looks) >= TELLABLE);
    const own = readableOn(colour, floor, ratio);
    const isAgain = zones.some((other) => String(other.colour) === String(own));
    const nearby = isAgain ? [] : shades(own).filter((shade) => contrast(shade, floor) >= ratio);
    const chosen = nearby.find((shade) => isUnlike(looksOf(shade))) ?? own;
    const looks = looksOf(chosen);
    const alike = zones.filter((other) => leastDistance(looks, other.looks) < TELLABLE).map(({ sign }) => sign);
    let sign = 0;
    while (alike.includes(sign)) sign += 1;
    zones.push({ colour: chosen, looks, sign });
  }
  return { colours: zones.map(({ colour }) => colour), signs: zones.map(({ sign }) => sign) };
}

/** The colour, then a little darker and lighter, then more. */
function shades(colour: Rgb): Rgb[] {
  const all = [colour];
  for (let part = STEP; part <= MOST_CHANGE; part += STEP) {
    all.push(mix(colour, [0, 0, 0], part), mix(colour, [255, 255, 255], part));
  }
  return all;
}
