import { centresOf } from '../../sdk/model/programme/index.ts';
import type { ProgrammeItem } from '../../sdk/model/programme/types.ts';

/** Whose performances say who plays them: only what is not plain from the page is told. */
export type Houses = 'none' | 'partners' | 'all';

/** On a centre's own page its partners are named; where a page shows several centres side by side, no one is at home. */
export function housesNamed(items: readonly ProgrammeItem[], isSideBySide: boolean): Houses {
  if (centresOf(items).length < 2) return 'none';
  return isSideBySide ? 'all' : 'partners';
}

/** Whether this performance says who plays it. */
export const isNamed = ({ isOwn }: ProgrammeItem, houses: Houses): boolean =>
  houses === 'all' || (houses === 'partners' && !isOwn);
