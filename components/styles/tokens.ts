import { css } from 'lit';

/**
 * The design tokens, by role. A page sets any `--foyer-…` on itself, or on a part of itself, and every element below
 * takes it; elements use the private `--_…` beside it, which has our default. Between the two comes the centre's own
 * theme, `--foyer-theme-…`, which `<foyer-shop>` brings. Light or dark follows the page's own
 * `color-scheme`, so that an element never goes dark on a page that stays light.
 *
 * All pairs of text and background reach 4.5:1 in both schemes, and borders that carry meaning and the focus ring 3:1.
 */
export const tokens = css`
  :host {
    --_surface: var(--foyer-color-surface, var(--foyer-theme-color-surface, light-dark(#ffffff, #17191d)));
    --_surface-raised: var(--foyer-color-surface-raised, var(--foyer-theme-color-surface-raised, light-dark(#ffffff, #202329)));
    --_surface-sunken: var(--foyer-color-surface-sunken, var(--foyer-theme-color-surface-sunken, light-dark(#f4f5f6, #101216)));
    --_text: var(--foyer-color-text, var(--foyer-theme-color-text, light-dark(#1b1e24, #eceef2)));
    --_text-quiet: var(--foyer-color-text-quiet, var(--foyer-theme-color-text-quiet, light-dark(#565c68, #a8aeba)));
    --_border: var(--foyer-color-border, var(--foyer-theme-color-border, light-dark(#dfe1e6, #353942)));
    --_border-strong: var(--foyer-color-border-strong, var(--foyer-theme-color-border-strong, light-dark(#80868f, #7f8694)));
    --_accent: var(--foyer-color-accent, var(--foyer-theme-color-accent, light-dark(#0c5f68, #7dd3da)));
    --_on-accent: var(--foyer-color-on-accent, var(--foyer-theme-color-on-accent, light-dark(#ffffff, #06282c)));
    --_accent-quiet: var(--foyer-color-accent-quiet, var(--foyer-theme-color-accent-quiet, light-dark(#e4f1f2, #14343a)));
    --_danger: var(--foyer-color-danger, var(--foyer-theme-color-danger, light-dark(#b3261e, #ffb4ab)));
    --_danger-quiet: var(--foyer-color-danger-quiet, var(--foyer-theme-color-danger-quiet, light-dark(#fcebea, #431b19)));
    --_success: var(--foyer-color-success, var(--foyer-theme-color-success, light-dark(#1b6b3a, #86d7a0)));
    --_success-quiet: var(--foyer-color-success-quiet, var(--foyer-theme-color-success-quiet, light-dark(#e6f4ea, #15351f)));
    --_warning: var(--foyer-color-warning, var(--foyer-theme-color-warning, light-dark(#7f4d00, #f5c26b)));
    --_warning-quiet: var(--foyer-color-warning-quiet, var(--foyer-theme-color-warning-quiet, light-dark(#fdf2dd, #3b2a0c)));
    --_focus: var(--foyer-color-focus, var(--foyer-theme-color-focus, light-dark(#1557d6, #9cc2ff)));

    --_space-1: var(--foyer-space-1, var(--foyer-theme-space-1, 4px));
    --_space-2: var(--foyer-space-2, var(--foyer-theme-space-2, 8px));
    --_space-3: var(--foyer-space-3, var(--foyer-theme-space-3, 12px));
    --_space-4: var(--foyer-space-4, var(--foyer-theme-space-4, 16px));
    --_space-5: var(--foyer-space-5, var(--foyer-theme-space-5, 24px));
    --_space-6: var(--foyer-space-6, var(--foyer-theme-space-6, 32px));
    --_space-7: var(--foyer-space-7, var(--foyer-theme-space-7, 48px));
    --_space-8: var(--foyer-space-8, var(--foyer-theme-space-8, 64px));

    --_radius-s: var(--foyer-radius-s, var(--foyer-theme-radius-s, 6px));
    --_radius-m: var(--foyer-radius-m, var(--foyer-theme-radius-m, 10px));
    --_radius-l: var(--foyer-radius-l, var(--foyer-theme-radius-l, 16px));
    --_radius-pill: var(--foyer-radius-pill, var(--foyer-theme-radius-pill, 999px));

    --_font-body: var(--foyer-font-body, var(--foyer-theme-font-body, inherit));
    --_font-heading: var(--foyer-font-heading, var(--foyer-theme-font-heading, inherit));
    --_size-s: var(--foyer-size-s, 0.875em);
    --_size-m: var(--foyer-size-m, 1em);
    --_size-l: var(--foyer-size-l, 1.125em);
    --_size-xl: var(--foyer-size-xl, 1.375em);
    --_size-2xl: var(--foyer-size-2xl, 1.75em);

    --_shadow-1: var(--foyer-shadow-1, 0 1px 2px rgb(0 0 0 / 8%));
    --_shadow-2: var(--foyer-shadow-2, 0 2px 4px rgb(0 0 0 / 8%), 0 8px 24px rgb(0 0 0 / 12%));
    --_motion: var(--foyer-motion, var(--foyer-theme-motion, 180ms));
  }

  @media (prefers-reduced-motion: reduce) {
    :host {
      --_motion: 0ms;
    }
  }
`;
