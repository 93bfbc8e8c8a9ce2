import { randomUUID } from 'node:crypto';
import {
  type AgreementTerms,
  type Performance,
  performanceListSchema,
  performanceSchema,
  type Reservation,
  type ReservationItem,
  type ReservationRequest,
  seatStatusSchema,
} from '../../../sdk/contract/index.ts';
import { type HallStatus, readStatus } from '../../../sdk/model/seat-status/index.ts';
import { layOutPlan, type PlanSource, type SeatingPlan } from '../../../sdk/model/seating-plan/index.ts';
import { fits, reservation } from './answers.ts';
import { must, NotJudged } from './check.ts';
import type { Loose, Partner } from './partner.ts';

/** The performance that the checks reserve in, chosen from what the agreement offers. */
export interface Hall {
  readonly performance: Performance;
  readonly plan: SeatingPlan;
  /** Another performance that is on offer, if there is one. */
  readonly second: string | undefined;
  /** So many free ordinary seats side by side, from a row's end when possible. */
  seats(count: number): Promise<readonly string[]>;
  /** So many free ordinary seats, wherever they are. */
  looseSeats(count: number): Promise<readonly string[]>;
  status(): Promise<HallStatus>;
  /** A request for these seats; what is given besides takes the place of what it would say. */
  wish(seats: readonly string[], more?: Partial<Loose<ReservationRequest>>): Loose<ReservationRequest>;
  /** Reserves these seats under a new id, which must succeed. */
  reserve(seats: readonly string[], more?: Partial<Loose<ReservationRequest>>, partner?: Partner): Promise<Reservation>;
}

/** Nothing that the kit forgets stays held for longer. */
const SECONDS = 300;
/** The hall must have so many free places, or the checks get in each other's way. */
const LEAST_FREE = 12;

/** @param named The only performance to use, when the kit was told one. */
export async function findHall(partner: Partner, terms: AgreementTerms, named?: string): Promise<Hall> {
  const { performances } = fits(await partner.send('GET', '/performances'), performanceListSchema, 200);
  const usable = performances.filter(
    ({ id, state, availability }) => state === 'on-sale' && availability.free >= LEAST_FREE && (named ?? id) === id,
  );
  const [first] = usable;
  if (!first) throw new NotJudged(`No performance on sale with at least ${LEAST_FREE} free places is on offer.`);
  const performance = fits(await partner.send('GET', `/performances/${first.id}`), performanceSchema, 200);
  const { id, version } = performance.plan;
  const source = await partner.send('GET', `/plans/${id}/${version}`);
  must(source.status === 200, `${source.asked} answered ${source.status}`);
  return hallOf(partner, terms, performance, layOutPlan(source.body as PlanSource), usable[1]?.id);
}

function hallOf(
  partner: Partner,
  terms: AgreementTerms,
  performance: Performance,
  plan: SeatingPlan,
  second: string | undefined,
): Hall {
  const priced = new Set(performance.prices.map(({ zone }) => zone));

  const status = async () => {
    const answer = await partner.send('GET', `/performances/${performance.id}/status`);
    const read = readStatus(plan, fits(answer, seatStatusSchema, 200));
    must(read !== undefined, `${answer.asked} answered a status that is not of the plan`);
    return read;
  };

  /** Free ordinary seats row by row, in walking order; a gap ends a run. */
  const runs = async () => {
    const { states } = await status();
    const isFree = (seat: number) =>
      states[seat] === 0 && plan.seats[seat]?.kind === 'standard' && priced.has(plan.seats[seat].zone);
    return plan.rows.flatMap(({ seats }) => {
      const found: number[][] = [[]];
      for (const seat of seats) {
        if (isFree(seat)) found.at(-1)?.push(seat);
        else found.push([]);
      }
      return found;
    });
  };
  const named = (seats: readonly number[]) => seats.flatMap((seat) => plan.seats[seat]?.id ?? []);

  const hall: Hall = {
    performance,
    plan,
    second,
    status,
    async seats(count) {
      const run = (await runs()).find(({ length }) => length >= count);
      if (!run) throw new NotJudged(`There are no ${count} free seats side by side.`);
      return named(run.slice(0, count));
    },
    async looseSeats(count) {
      const seats = (await runs()).flat();
      if (seats.length < count) throw new NotJudged(`There are no ${count} free seats.`);
      return named(seats.slice(0, count));
    },
    wish: (seats, more = {}) => ({
      channel: terms.channels[0] ?? 'web',
      seconds: SECONDS,
      items: [itemOf(performance.id, seats)],
      ...more,
    }),
    reserve: async (seats, more, by = partner) =>
      reservation(await by.put(randomUUID(), hall.wish(seats, more)), { state: 'held', statuses: [201] }),
  };
  return hall;
}

/** Seats of a performance as a request names them. */
export const itemOf = (performance: string, seats: readonly string[]): ReservationItem => ({
  performance,
  seats: seats.map((seat) => ({ seat })),
});
