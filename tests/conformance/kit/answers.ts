import { isDeepStrictEqual } from 'node:util';
import {
  type NetworkErrorBody,
  networkErrorSchema,
  type Reservation,
  type ReservationState,
  reservationSchema,
} from '../../../sdk/contract/index.ts';
import { Broken, must } from './check.ts';
import { type Answer, codeIn } from './partner.ts';

interface Schema<T> {
  safeParse(value: unknown): { success: true; data: T } | { success: false; error: { issues: readonly Issue[] } };
}
interface Issue {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

const described = ({ asked, status, body }: Answer) =>
  `${asked} answered ${status}${codeIn(body) ? ` ${codeIn(body)}` : ''}`;

/** An answer with one of these statuses and a body that fits the contract. */
export function fits<T>(answer: Answer, schema: Schema<T>, ...statuses: readonly number[]): T {
  must(statuses.includes(answer.status), `${described(answer)}, not ${statuses.join(' or ')}`);
  const read = schema.safeParse(answer.body);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw new Broken(
    `${described(answer)} with a body that is none: ${issue?.path.map(String).join('.')}: ${issue?.message}`,
  );
}

/** A reservation in the answer, in this state when one is named. */
export function reservation(
  answer: Answer,
  { state, statuses = [200] }: { readonly state?: ReservationState; readonly statuses?: readonly number[] } = {},
): Reservation {
  const found = fits(answer, reservationSchema, ...statuses);
  if (state)
    must(found.state === state, `${described(answer)} with a reservation that is ${found.state}, not ${state}`);
  return found;
}

/** A refusal by one of these codes, with the status the contract gives it: `409 seats_taken`. */
export function refusal(answer: Answer, ...wanted: readonly `${number} ${string}`[]): NetworkErrorBody['error'] {
  const seen = `${answer.status} ${codeIn(answer.body)}` as const;
  must(
    wanted.some((one) => one === seen),
    `${described(answer)}, not ${wanted.join(' or ')}`,
  );
  return fits(answer, networkErrorSchema, answer.status).error;
}

/** The seats of a reservation's lines, sorted. */
export const seatsOf = ({ lines }: Reservation): readonly string[] => lines.map(({ place }) => place.id).sort();

/** @throws Broken unless both say the same but for what passes by itself. */
export function sameReservation(one: Reservation, other: Reservation, when: string): void {
  const lasting = ({ secondsLeft, ...rest }: Reservation) => rest;
  const [before, after] = [lasting(one), lasting(other)];
  const differing = Object.keys(before).filter(
    (key) => !isDeepStrictEqual(before[key as keyof typeof before], after[key as keyof typeof after]),
  );
  must(differing.length === 0, `${when}, the reservation had other ${differing.join(', ')}`);
}
