import type { Performance, PerformanceSummary, SeatStatus } from '../../../../sdk/contract/index.ts';
import type { PlanSource } from '../../../../sdk/model/seating-plan/index.ts';
import type { Database } from '../../../adapters/postgres/tables.ts';
import { FoyerError } from '../../../errors.ts';
import type { Clock } from '../../../ports.ts';
import type { PerformanceFilter } from '../../catalogue/index.ts';
import type { WireFollower } from '../../seating/index.ts';
import type { PartnerApi } from '../partner-api.ts';
import { orThrow } from './failure.ts';
import { createListing, type Listing } from './listing.ts';
import { createOwners, type Selling } from './owners.ts';
import { createRecent } from './recent.ts';
import { renamePerformance, renamePlan, renameStatus, renameSummary } from './rename.ts';
import { createSharedLive } from './shared-live.ts';

/**
 * What partners play and we sell, by the names we have for it (contract: referenceSchema). Whatever is asked of one
 * partner: `not_found` when it does not offer that, `partner_unavailable` when it cannot be reached.
 */
export interface PartnerProgramme {
  /** Waits for nobody longer than 0.8 seconds; what cannot be asked now is listed as it was, but unavailable. */
  list(filter: PerformanceFilter): Promise<readonly PerformanceSummary[]>;
  performance(name: string): Promise<Performance>;
  plan(name: string, version: number): Promise<PlanSource>;
  status(name: string): Promise<SeatStatus>;
  /** @param since Cursor of a status or an earlier event. */
  follow(name: string, since: string | undefined): Promise<WireFollower>;
  close(): void;
}

export interface PartnerProgrammeParts {
  readonly db: Database;
  readonly clock: Clock;
  readonly partners: PartnerApi;
  /** A partner says that an agreement is no more: time to read how it stands. */
  readonly onEnded: (agreement: string) => void;
}

/** Milliseconds that answers are good for: a crowd at the start of a sale asks the same. */
const [RECENT_PERFORMANCE, RECENT_STATUS] = [1_000, 250];
const MOST_PLANS = 200;
const MOST_KEPT = 2_000;

export function createPartnerProgramme({ db, clock, partners, onEnded }: PartnerProgrammeParts): PartnerProgramme {
  const owners = createOwners(db, clock);
  const listings = new Map<string, Listing>();
  const performances = createRecent<Performance>(clock, RECENT_PERFORMANCE, MOST_KEPT);
  const statuses = createRecent<SeatStatus>(clock, RECENT_STATUS, MOST_KEPT);
  const plans = createRecent<PlanSource>(clock, Number.POSITIVE_INFINITY, MOST_PLANS);
  const live = createSharedLive();

  const listingOf = ({ agreement }: Selling): Listing => {
    const known = listings.get(agreement);
    if (known) return known;
    const listing = createListing({
      clock,
      ask: () => partners.performances(agreement),
      ended: () => onEnded(agreement),
    });
    listings.set(agreement, listing);
    return listing;
  };

  return {
    async list(filter) {
      const selling = await owners.all();
      for (const known of listings.keys()) {
        if (!selling.some(({ agreement }) => agreement === known)) listings.delete(known);
      }
      const lists = await Promise.all(
        selling.map(async (one) => (await listingOf(one).performances()).map((summary) => renameSummary(one, summary))),
      );
      return lists.flat().filter(within(filter, clock.now()));
    },

    async performance(name) {
      const one = await owners.of(name);
      return performances.get(name, async () =>
        renamePerformance(one, await orThrow(one.owner, partners.performance(one.agreement, one.id))),
      );
    },

    async plan(name, version) {
      const one = await owners.of(name);
      return plans.get(`${one.agreement}/${name}/${version}`, async () =>
        renamePlan(one, await orThrow(one.owner, partners.plan(one.agreement, one.id, version))),
      );
    },

    async status(name) {
      const one = await owners.of(name);
      const followed = live.status(name);
      if (followed) return renameStatus(one, followed);
      return statuses.get(name, async () =>
        renameStatus(one, await orThrow(one.owner, partners.status(one.agreement, one.id))),
      );
    },

    async follow(name, since) {
      const one = await owners.of(name);
      const follower = await live.follow(name, since, (signal) => openLive(partners, one, signal));
      return renamed(one, follower);
    },

    close: () => live.close(),
  };
}

/** As our own are listed: from now on unless asked otherwise. */
const within = ({ from, to }: PerformanceFilter, now: Date) => {
  const [first, behind] = [(from ?? now).getTime(), to?.getTime() ?? Number.POSITIVE_INFINITY];
  return ({ startsAt }: PerformanceSummary) => Date.parse(startsAt) >= first && Date.parse(startsAt) < behind;
};

async function openLive(
  partners: PartnerApi,
  { agreement, id, owner }: Selling & { readonly id: string },
  signal: AbortSignal,
): Promise<ReadableStream<Uint8Array>> {
  const { body } = await orThrow(owner, partners.live(agreement, id, '', signal));
  if (!body) throw new FoyerError('partner_unavailable', { centre: owner.name, retryAfter: 5 });
  return body;
}

const renamed = (one: Selling, follower: WireFollower): WireFollower => ({
  async next() {
    const event = await follower.next();
    if (event?.type === 'change') return { type: 'change', data: renameStatus(one, event.data) };
    if (event?.type === 'reset') return { type: 'reset', data: renameStatus(one, event.data) };
    return event;
  },
  close: () => follower.close(),
});
