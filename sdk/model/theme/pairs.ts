import type { ThemeRole } from '../../contract/theme.ts';
import { GRAPHIC_CONTRAST, TEXT_CONTRAST } from '../colour/colour.ts';

/** A colour that has to be told from others it is drawn on. */
export interface Pair {
  readonly role: ThemeRole;
  readonly on: readonly ThemeRole[];
  /** WCAG 2 contrast: 4.5 for text (1.4.3), 3 for what carries meaning without being text (1.4.11). */
  readonly ratio: number;
}

const GROUNDS = ['surface', 'surface-raised', 'surface-sunken'] as const;
const text = (role: ThemeRole, ...on: ThemeRole[]): Pair => ({ role, on, ratio: TEXT_CONTRAST });
const graphic = (role: ThemeRole, ...on: ThemeRole[]): Pair => ({ role, on, ratio: GRAPHIC_CONTRAST });

/**
 * Every pair that elements draw, in the order in which they are mended: what is drawn on gives way to nothing, and what is
 * drawn on it comes after it.
 */
export const PAIRS: readonly Pair[] = [
  text('text', ...GROUNDS, 'accent-quiet', 'danger-quiet', 'success-quiet', 'warning-quiet'),
  text('text-quiet', ...GROUNDS),
  text('accent', ...GROUNDS, 'accent-quiet'),
  text('on-accent', 'accent'),
  text('danger', ...GROUNDS, 'danger-quiet'),
  text('success', ...GROUNDS, 'success-quiet'),
  text('warning', ...GROUNDS, 'warning-quiet'),
  graphic('border-strong', ...GROUNDS),
  graphic('focus', ...GROUNDS),
];
