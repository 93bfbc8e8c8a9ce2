import type { Theme, ThemeColour, ThemeRole } from '../../contract/theme.ts';
import { contrast, inkOn, luminance, mix, parseHex, type Rgb, readableOn } from '../colour/colour.ts';
import { type Colours, DEFAULT_PAIRS, type Scheme } from './defaults.ts';
import { PAIRS } from './pairs.ts';

/** A colour the centre gave that could not be read where it is used, and the nearest that can. */
export interface Mended {
  readonly scheme: Scheme;
  readonly role: ThemeRole;
  /** The ground it was hardest to read on. */
  readonly on: ThemeRole;
  readonly given: string;
  readonly used: string;
  /** Contrast of the given colour, and what WCAG asks. */
  readonly ratio: number;
  readonly needed: number;
}

/** A theme worked out: a colour for every role in both schemes, every pair readable. */
export interface ResolvedTheme {
  readonly light: Colours;
  readonly dark: Colours;
  readonly mended: readonly Mended[];
}

type Draft = Record<ThemeRole, Rgb>;

const BLACK: Rgb = [0, 0, 0];
const WHITE: Rgb = [255, 255, 255];
/** From here on a ground is a light one. */
const IS_LIGHT = 0.4;

/**
 * Works out what a centre's few colours make of all the others, and mends what could not be read: a colour gives way to
 * the nearest that reaches the contrast WCAG asks on everything it is drawn on.
 */
export function resolveTheme(theme: Theme): ResolvedTheme {
  const mended: Mended[] = [];
  const [light, dark] = (['light', 'dark'] as const).map((scheme) => {
    const given = givenIn(theme, scheme);
    const draft = complete(given, scheme);
    for (const pair of PAIRS) {
      const before = draft[pair.role];
      const worst = hardest(before, pair.on, draft);
      const used = readableOnAll(
        before,
        pair.on.map((role) => draft[role]),
        pair.ratio,
      );
      draft[pair.role] = used;
      if (used === before || !isSaidFor(theme, scheme, pair.role)) continue;
      const ratio = contrast(before, draft[worst]);
      mended.push({
        scheme,
        role: pair.role,
        on: worst,
        given: toHex(before),
        used: toHex(used),
        ratio,
        needed: pair.ratio,
      });
    }
    return toColours(draft);
  }) as [Colours, Colours];
  return { light, dark, mended };
}

/** All that the centre said. */
const saidBy = ({ accent, surface, text, colours }: Theme): Partial<Record<ThemeRole, ThemeColour | undefined>> => ({
  ...{ surface, text, accent },
  ...colours,
});

/** Whether the centre chose the colour for this very scheme; where it did not, there is nothing to tell of. */
function isSaidFor(theme: Theme, scheme: Scheme, role: ThemeRole): boolean {
  const colour = saidBy(theme)[role];
  if (typeof colour !== 'string') return colour !== undefined;
  const isLight = luminance(parseHex(colour) ?? BLACK) > IS_LIGHT;
  return (isLight ? 'dark' : 'light') === scheme;
}

/** What the centre said, for a scheme. One colour for both is for the one it suits; the other follows from it. */
function givenIn(theme: Theme, scheme: Scheme): Partial<Draft> {
  const entries = Object.entries(saidBy(theme)).flatMap(([name, colour]) => {
    const role = name as ThemeRole;
    const rgb = colour && colourIn(colour, scheme, role);
    return rgb ? [[role, rgb] as const] : [];
  });
  return Object.fromEntries(entries);
}

function colourIn(colour: ThemeColour, scheme: Scheme, role: ThemeRole): Rgb | null {
  if (typeof colour !== 'string') return parseHex(colour[scheme]);
  const rgb = parseHex(colour);
  // A ground for light pages is none for dark ones, and what is written on it neither; an accent is one on both.
  const isGround = role !== 'accent' && role !== 'focus';
  return rgb && isGround && suits(rgb, role) !== scheme ? null : rgb;
}

const IS_INK: ReadonlySet<ThemeRole> = new Set(['text', 'text-quiet', 'danger', 'success', 'warning', 'border-strong']);

function suits(rgb: Rgb, role: ThemeRole): Scheme {
  const isLight = luminance(rgb) > IS_LIGHT;
  if (role === 'on-accent') return isLight ? 'light' : 'dark';
  return isLight === IS_INK.has(role) ? 'dark' : 'light';
}

/** Every role, by what was given or by what follows from it. */
function complete(given: Partial<Draft>, scheme: Scheme): Draft {
  const base = defaultsIn(scheme);
  const isLight = scheme === 'light';
  const hasGround = given.surface !== undefined;
  const surface = given.surface ?? base.surface;
  const text = given.text ?? (hasGround ? mix(inkOn(surface), surface, 0.06) : base.text);
  const accent = given.accent ?? base.accent;
  const derived: Draft = {
    ...base,
    surface,
    text,
    accent,
    'surface-raised': hasGround ? mix(surface, WHITE, isLight ? 0.6 : 0.06) : base['surface-raised'],
    'surface-sunken': hasGround ? mix(surface, BLACK, isLight ? 0.04 : 0.3) : base['surface-sunken'],
    'text-quiet': mix(text, surface, 0.32),
    border: mix(surface, text, 0.14),
    'border-strong': mix(surface, text, 0.5),
    'on-accent': given['on-accent'] ?? inkOn(readableOn(accent, surface, 4.5)),
    'accent-quiet': mix(surface, accent, isLight ? 0.1 : 0.18),
    'danger-quiet': hasGround ? mix(surface, base.danger, 0.1) : base['danger-quiet'],
    'success-quiet': hasGround ? mix(surface, base.success, 0.1) : base['success-quiet'],
    'warning-quiet': hasGround ? mix(surface, base.warning, 0.1) : base['warning-quiet'],
  };
  // As they are told, so that what is worked out on them is what is seen.
  return mapColours({ ...derived, ...given }, rounded);
}

/** The ground on which a colour is hardest to tell. */
const hardest = (colour: Rgb, on: readonly ThemeRole[], draft: Draft): ThemeRole =>
  on.reduce((worst, role) => (contrast(colour, draft[role]) < contrast(colour, draft[worst]) ? role : worst));

/** The colour itself, or the nearest that reaches the ratio on every ground; else black or white, whichever comes closest. */
function readableOnAll(colour: Rgb, grounds: readonly Rgb[], ratio: number): Rgb {
  const least = (one: Rgb) => Math.min(...grounds.map((ground) => contrast(one, ground)));
  if (least(colour) >= ratio) return colour;
  const candidates = grounds.map((ground) => rounded(readableOn(colour, ground, ratio + 0.05)));
  const fitting = candidates.filter((candidate) => least(candidate) >= ratio);
  const nearest = (one: Rgb, other: Rgb) => distance(one, colour) - distance(other, colour);
  return fitting.sort(nearest)[0] ?? (least(BLACK) > least(WHITE) ? BLACK : WHITE);
}

const distance = (one: Rgb, other: Rgb): number =>
  one.reduce((sum, channel, at) => sum + (channel - (other[at] ?? 0)) ** 2, 0);
const rounded = (rgb: Rgb): Rgb => rgb.map(Math.round) as unknown as Rgb;

const mapColours = (draft: Draft, change: (rgb: Rgb) => Rgb): Draft =>
  Object.fromEntries(Object.entries(draft).map(([role, rgb]) => [role, change(rgb)])) as unknown as Draft;
const defaultsIn = (scheme: Scheme): Draft =>
  Object.fromEntries(
    Object.entries(DEFAULT_PAIRS).map(([role, [light, dark]]) => [role, parseHex(scheme === 'light' ? light : dark)]),
  ) as unknown as Draft;
const toColours = (draft: Draft): Colours =>
  Object.fromEntries(Object.entries(draft).map(([role, rgb]) => [role, toHex(rgb)])) as unknown as Colours;

function toHex(rgb: Rgb): string {
  return `#${rgb.map((channel) => Math.round(channel).toString(16).padStart(2, '0')).join('')}`;
}
