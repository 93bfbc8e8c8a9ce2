import type { Theme, ThemeProperties, ThemeRole } from '../../contract/theme.ts';
import { type ResolvedTheme, resolveTheme } from './resolve.ts';

/** Corners in CSS pixels, small to large; those of buttons shaped like a pill come last. */
const RADII = { square: [0, 0, 0, 0], soft: [6, 10, 16, 999], round: [12, 20, 28, 999] } as const;
const RADIUS_NAMES = ['s', 'm', 'l', 'pill'] as const;
/** Of every distance between things. */
const SPACES = { tight: 0.8, normal: 1, wide: 1.25 } as const;
const STEPS = [4, 8, 12, 16, 24, 32, 48, 64] as const;
const GENERIC: ReadonlySet<string> = new Set([
  'serif',
  'sans-serif',
  'monospace',
  'cursive',
  'system-ui',
  'ui-rounded',
  'ui-serif',
]);

/**
 * The custom properties that give a theme to every element below where they are set. A page's own `--foyer-…` still come
 * before them. Every value is made here, from checked parts: a theme can bring in nothing else.
 */
export function themeProperties(theme: Theme, resolved: ResolvedTheme = resolveTheme(theme)): ThemeProperties {
  const { light, dark } = resolved;
  const roles = Object.keys(light) as ThemeRole[];
  const colours = roles.map((role) => [`color-${role}`, `light-dark(${light[role]}, ${dark[role]})`]);
  const { fonts = {}, shape, space, motion } = theme;
  const families = Object.entries(fonts).map(([use, names]) => [`font-${use}`, names.map(quoted).join(', ')]);
  const radii = shape ? RADII[shape].map((radius, at) => [`radius-${RADIUS_NAMES[at]}`, `${radius}px`]) : [];
  const spaces =
    space && space !== 'normal'
      ? STEPS.map((step, at) => [`space-${at + 1}`, `${Math.round(step * SPACES[space])}px`])
      : [];
  const pace = motion === 'none' ? [['motion', '0ms']] : [];
  const all = [...colours, ...families, ...radii, ...spaces, ...pace];
  return Object.fromEntries(all.map(([name, value]) => [`--foyer-theme-${name}`, value ?? '']));
}

const quoted = (family: string): string => (GENERIC.has(family) ? family : `"${family}"`);
