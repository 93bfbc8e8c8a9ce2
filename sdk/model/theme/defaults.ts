import type { ThemeRole } from '../../contract/theme.ts';

export type Scheme = 'light' | 'dark';
/** A colour for every role, as `#rrggbb`. */
export type Colours = Readonly<Record<ThemeRole, string>>;

/** The colours of who has no theme, for light and dark pages: elements begin with them, and themes. */
export const DEFAULT_PAIRS: Readonly<Record<ThemeRole, readonly [light: string, dark: string]>> = {
  surface: ['#ffffff', '#17191d'],
  'surface-raised': ['#ffffff', '#202329'],
  'surface-sunken': ['#f4f5f6', '#101216'],
  text: ['#1b1e24', '#eceef2'],
  'text-quiet': ['#565c68', '#a8aeba'],
  border: ['#dfe1e6', '#353942'],
  'border-strong': ['#80868f', '#7f8694'],
  accent: ['#0c5f68', '#7dd3da'],
  'on-accent': ['#ffffff', '#06282c'],
  'accent-quiet': ['#e4f1f2', '#14343a'],
  danger: ['#b3261e', '#ffb4ab'],
  'danger-quiet': ['#fcebea', '#431b19'],
  success: ['#1b6b3a', '#86d7a0'],
  'success-quiet': ['#e6f4ea', '#15351f'],
  warning: ['#7f4d00', '#f5c26b'],
  'warning-quiet': ['#fdf2dd', '#3b2a0c'],
  focus: ['#1557d6', '#9cc2ff'],
};
