import type { PerformanceList, PerformanceSummary } from '../../../../sdk/contract/index.ts';
import type { Clock } from '../../../ports.ts';
import type { PartnerAnswer } from '../partner-api.ts';

/** How long a partner's programme is shown without asking again, in milliseconds; so a change of terms shows after that. */
const FRESH = 2_000;
/** How long a visitor waits for a partner that is asked, in milliseconds. */
const PATIENCE = 800;
/** How long what a partner told is believed while it is slow to tell it again, in milliseconds. */
const BELIEVED = 10_000;

/** One partner's programme, as well as it is known. */
export interface Listing {
  /**
   * As the partner tells it now or told it just now; as it was when it was last heard of, for the moment unavailable,
   * while it cannot be asked. Takes 0.8 seconds at most.
   */
  performances(): Promise<readonly PerformanceSummary[]>;
}

export interface ListingParts {
  readonly clock: Clock;
  readonly ask: () => Promise<PartnerAnswer<PerformanceList>>;
  /** The partner says that the agreement is no more. */
  readonly ended: () => void;
}

export function createListing({ ask, clock, ended }: ListingParts): Listing {
  let known: readonly PerformanceSummary[] = [];
  let knownAt = Number.NEGATIVE_INFINITY;
  let settledAt = Number.NEGATIVE_INFINITY;
  let isReached = true;
  let asking: { readonly answered: Promise<void>; readonly patience: Promise<void> } | undefined;
  const now = () => clock.now().getTime();

  const take = (answer: PartnerAnswer<PerformanceList>) => {
    isReached = !answer.error;
    if (answer.data) {
      known = answer.data.performances;
      knownAt = now();
    } else if (answer.error?.outcome === 'refused' && answer.error.code === 'agreement_not_active') {
      known = [];
      ended();
    }
  };

  const start = () => {
    const answered = ask()
      .then(take)
      .finally(() => {
        settledAt = now();
        asking = undefined;
      });
    return { answered, patience: atMost(PATIENCE, answered) };
  };

  return {
    async performances() {
      if (!asking && now() - settledAt >= FRESH) asking = start();
      // All who ask meanwhile wait for the same moment, so that a slow partner delays nobody longer than that.
      await asking?.patience;
      const isBelieved = isReached && (!asking || now() - knownAt < BELIEVED);
      return isBelieved ? known : known.map(asUnavailable);
    },
  };
}

/** What is over or not to be stays so, whoever can be reached. */
const asUnavailable = (summary: PerformanceSummary): PerformanceSummary =>
  summary.state === 'cancelled' || summary.state === 'sale-ended' ? summary : { ...summary, state: 'unavailable' };

/** Resolves with the work, or after so many milliseconds; never rejects. */
function atMost(milliseconds: number, work: Promise<void>): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    void work
      .catch(() => {})
      .then(() => {
        clearTimeout(timer);
        resolve();
      });
  });
}
