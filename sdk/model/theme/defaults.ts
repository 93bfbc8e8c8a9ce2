import type { ThemeRole } from '../../contract/theme.ts';

export type Scheme = 'light' | 'dark';
/** A colour for every role, as `#rrggbb`. */
export type Colours = Readonly<Record<ThemeRole, string>>;

/** The colours of who has no theme: those of `components/styles/tokens.ts`, which a test holds to them. */
export const DEFAULT_COLOURS: Readonly<Record<Scheme, Colours>> = {
  light: {
    surface: '#ffffff',
    'surface-raised': '#ffffff',
    'surface-sunken': '#f4f5f6',
    text: '#1b1e24',
    'text-quiet': '#565c68',
    border: '#dfe1e6',
    'border-strong': '#80868f',
    accent: '#0c5f68',
    'on-accent': '#ffffff',
    'accent-quiet': '#e4f1f2',
    danger: '#b3261e',
    'danger-quiet': '#fcebea',
    success: '#1b6b3a',
    'success-quiet': '#e6f4ea',
    warning: '#7f4d00',
    'warning-quiet': '#fdf2dd',
    focus: '#1557d6',
  },
  dark: {
    surface: '#17191d',
    'surface-raised': '#202329',
    'surface-sunken': '#101216',
    text: '#eceef2',
    'text-quiet': '#a8aeba',
    border: '#353942',
    'border-strong': '#7f8694',
    accent: '#7dd3da',
    'on-accent': '#06282c',
    'accent-quiet': '#14343a',
    danger: '#ffb4ab',
    'danger-quiet': '#431b19',
    success: '#86d7a0',
    'success-quiet': '#15351f',
    warning: '#f5c26b',
    'warning-quiet': '#3b2a0c',
    focus: '#9cc2ff',
  },
};
