import type { Performance } from '../../../sdk/contract/performance.ts';
import type { CentreRuntime } from '../../runtime.ts';
import type { PerformanceRow } from '../catalogue/index.ts';

/** That UiTPAS can be used for a performance of ours, and the key of today to seal card numbers to. */
export const announceUitpas = (
  { uitpas }: Pick<CentreRuntime, 'uitpas'>,
  { uitpas_event }: Pick<PerformanceRow, 'uitpas_event'>,
): Pick<Performance, 'uitpas'> =>
  uitpas && uitpas_event !== null ? { uitpas: { key: { ...uitpas.proofs.current } } } : {};
