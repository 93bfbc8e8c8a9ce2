import { css, unsafeCSS } from 'lit';
import { DEFAULT_PAIRS } from '../../sdk/model/theme/defaults.ts';

/** What is no colour, by name. Distances and corners in CSS pixels. */
const OTHERS = {
  'space-1': '4px',
  'space-2': '8px',
  'space-3': '12px',
  'space-4': '16px',
  'space-5': '24px',
  'space-6': '32px',
  'space-7': '48px',
  'space-8': '64px',
  'radius-s': '6px',
  'radius-m': '10px',
  'radius-l': '16px',
  'radius-pill': '999px',
  'font-body': 'inherit',
  'font-heading': 'inherit',
  'size-s': '0.875em',
  'size-m': '1em',
  'size-l': '1.125em',
  'size-xl': '1.375em',
  'size-2xl': '1.75em',
  'shadow-1': '0 1px 2px rgb(0 0 0 / 8%)',
  'shadow-2': '0 2px 4px rgb(0 0 0 / 8%), 0 8px 24px rgb(0 0 0 / 12%)',
  motion: '180ms',
};

const token = (own: string, name: string, value: string): string =>
  `--_${own}:var(--foyer-${name},var(--foyer-theme-${name},${value}));`;

/**
 * The design tokens, by role. A page sets any `--foyer-…` on itself, or on a part of itself, and every element below
 * takes it; elements use the private `--_…` beside it, which has our default. Between the two comes the centre's own
 * theme, `--foyer-theme-…`, which `<foyer-shop>` brings. Light or dark follows the page's own `color-scheme`, so that an
 * element never goes dark on a page that stays light.
 *
 * All pairs of text and background reach 4.5:1 in both schemes, and borders that carry meaning and the focus ring 3:1.
 */
export const tokens = css`
  :host {
    ${unsafeCSS(
      [
        ...Object.entries(DEFAULT_PAIRS).map(([role, pair]) => token(role, `color-${role}`, `light-dark(${pair})`)),
        ...Object.entries(OTHERS).map(([name, value]) => token(name, name, value)),
      ].join(''),
    )}
  }

  @media (prefers-reduced-motion: reduce) {
    :host {
      --_motion: 0ms;
    }
  }
`;
