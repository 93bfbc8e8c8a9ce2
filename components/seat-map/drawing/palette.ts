import {
  GRAPHIC_CONTRAST,
  inkOn,
  mix,
  parseHex,
  type Rgb,
  readableOn,
  TEXT_CONTRAST,
  toCss,
} from '../../../sdk/model/colour/colour.ts';
import { ZONE_COLOURS } from '../../../sdk/model/colour/zone-colours.ts';
import type { tellZonesApart } from '../../../sdk/model/colour/zones.ts';
import type { Zone } from '../../../sdk/model/seating-plan/types.ts';
import { rgbOf } from './inks.ts';

/** The colours of one colour scheme, worked out once and frozen. All are CSS colours. */
export interface Palette {
  readonly background: string;
  /** Floor under the seats of a section. */
  readonly floor: string;
  readonly line: string;
  readonly stage: string;
  readonly stageText: string;
  readonly text: string;
  readonly quietText: string;
  readonly taken: string;
  readonly mine: string;
  readonly mineInk: string;
  readonly zones: readonly string[];
  /** Text on the colour of a zone. */
  readonly zoneInks: readonly string[];
  /** Number of the sign on a zone's seats; 0 for none, where colours are enough for everybody. */
  readonly zoneSigns: readonly number[];
  /** The colour of a zone, as a wash under a section seen from afar. */
  readonly zoneWashes: readonly string[];
  /** Colours are not ours alone: whether everybody can tell zones apart by them has to be worked out. */
  readonly isOwn: boolean;
  readonly font: string;
}

/** On dark ground a colour must be lighter than legible, or a hall looks like embers. */
const VIVID_ON_DARK = 4.4;
/** For a colour that cannot be read. */
const GREY: Rgb = [128, 128, 128];

/**
 * Reads the element's colours from its custom properties, whatever way they are written, and derives zone colours that
 * stand out from them. In forced colours the visitor's own system colours are used and nothing else.
 *
 * Our own zone colours are told apart by everybody. For those of a centre that takes `tellApart`, which the first picture
 * does not wait for: most centres choose colours that need no change.
 */
export function readPalette(element: Element, zones: readonly Zone[], tellApart?: typeof tellZonesApart): Palette {
  const style = getComputedStyle(element);
  const read = (name: string) => style.getPropertyValue(name).trim();
  const font = style.fontFamily;
  const resolve = createResolver(element);
  if (matchMedia('(forced-colors: active)').matches) return forcedPalette(zones.length, font, resolve);

  const background = resolve(read('--background'));
  const floor = resolve(read('--floor-color'));
  const isDark = inkOn(floor)[0] > 128;
  const scheme = ZONE_COLOURS[isDark ? 'dark' : 'light'];
  const schemeColour = (index: number) => scheme[index % scheme.length] ?? '';
  const wanted = zones.map(({ colour }, index) => {
    const own = read(`--zone-${index + 1}-color`);
    return (own ? resolve(own) : parseHex(colour ?? schemeColour(index))) ?? GREY;
  });
  const ratio = isDark ? VIVID_ON_DARK : GRAPHIC_CONTRAST + 0.2;
  const asTheyAre = wanted.map((colour) => readableOn(colour, floor, ratio));
  const again = wanted.map((_, index) => Math.floor(index / scheme.length));
  const { colours, signs } = tellApart?.(wanted, floor, ratio) ?? { colours: asTheyAre, signs: again };
  const mine = resolve(read('--mine-color'));
  const stage = resolve(read('--stage-color'));
  const text = resolve(read('--text-color'));
  return Object.freeze({
    background: toCss(background),
    floor: toCss(floor),
    line: toCss(resolve(read('--line-color'))),
    stage: toCss(stage),
    stageText: toCss(readableOn(mix(stage, text, 0.5), stage, TEXT_CONTRAST)),
    text: toCss(text),
    quietText: toCss(readableOn(mix(text, background, 0.45), background, TEXT_CONTRAST)),
    taken: toCss(readableOn(resolve(read('--taken-color')), floor, GRAPHIC_CONTRAST)),
    mine: toCss(mine),
    mineInk: toCss(inkOn(mine)),
    zones: colours.map(toCss),
    zoneInks: colours.map((colour) => toCss(inkOn(colour))),
    zoneSigns: signs,
    zoneWashes: colours.map((colour) => toCss(mix(colour, floor, 0.72))),
    isOwn: asTheyAre.some((colour, index) => toCss(colour) !== toCss(parseHex(schemeColour(index)) ?? GREY)),
    font,
  });
}

/** What legend and list draw with: the inks of the marks, as private properties for the whole element. */
export function paletteProperties(palette: Palette): Record<string, string> {
  const { mine, mineInk, taken, floor, zones, zoneInks } = palette;
  const properties: Record<string, string> = {
    '--_mine': mine,
    '--_mine-ink': mineInk,
    '--_taken': taken,
    '--_floor': floor,
  };
  zones.forEach((colour, zone) => {
    properties[`--_zone-${zone}`] = colour;
    properties[`--_zone-ink-${zone}`] = zoneInks[zone] ?? '';
  });
  return properties;
}

/** System colours as numbers: a canvas that is not on the page would take those of another scheme. */
function forcedPalette(zones: number, font: string, resolve: (colour: string) => Rgb): Palette {
  const system = (name: string) => toCss(resolve(name));
  const [canvas, text, grey] = [system('Canvas'), system('CanvasText'), system('GrayText')];
  return Object.freeze({
    background: canvas,
    floor: canvas,
    line: grey,
    stage: canvas,
    stageText: text,
    text,
    quietText: text,
    taken: grey,
    mine: system('Highlight'),
    mineInk: system('HighlightText'),
    zones: Array<string>(zones).fill(text),
    zoneInks: Array<string>(zones).fill(canvas),
    zoneSigns: [...Array(zones).keys()],
    zoneWashes: Array<string>(zones).fill(canvas),
    isOwn: false,
    font,
  });
}

/** Turns any CSS colour (`light-dark()`, `oklch()`, a name) into numbers, by letting the browser work it out. */
function createResolver(element: Element): (colour: string) => Rgb {
  const probe = document.createElement('span');
  probe.hidden = true;
  (element.shadowRoot ?? element).append(probe);
  const computed = getComputedStyle(probe);
  queueMicrotask(() => probe.remove());
  return (colour) => {
    probe.style.color = colour;
    return rgbOf(computed.color);
  };
}
