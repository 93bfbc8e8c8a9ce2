import type { Told } from '../../contract/first-paint.ts';
import type { Centre, Performance, PerformanceSummary } from '../../contract/index.ts';

/** What a first paint is made of: what its element asks of its centre's server before it shows anything. */
export interface Known {
  readonly centre: Centre;
  readonly performances: readonly PerformanceSummary[];
  /** The one that is told about; as the programme knows it while its partner cannot be asked. */
  readonly performance?: Performance | PerformanceSummary | undefined;
  /** Milliseconds since epoch. */
  readonly now: number;
}

/** So many performances elements ask for at a time: most that the API gives. */
export const AT_A_TIME = 200;

/**
 * What the server would answer to the element, to travel with what is painted: the element then has nothing to ask before
 * it shows itself.
 * @param of Base address of the centre's API.
 * @returns Undefined for a programme of more than one answer: it would make the page too heavy.
 */
export function toldOf({ centre, performances, performance }: Known, of: string): Told | undefined {
  if (performances.length >= AT_A_TIME) return undefined;
  const isWhole = performance !== undefined && 'plan' in performance;
  return {
    of,
    answers: {
      '': centre,
      [`/performances?limit=${AT_A_TIME}`]: { performances: [...performances] },
      ...(isWhole && { [`/performances/${encodeURIComponent(performance.id)}`]: performance }),
    },
  };
}
