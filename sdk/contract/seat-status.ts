import { z } from 'zod';
import { placeIdSchema, referenceSchema } from './identifiers.ts';

/** Why a seat cannot be chosen: in somebody's cart, sold, or kept by the house. A seat that is not named is free. */
export const takenSchema = z.enum(['held', 'sold', 'blocked']).meta({ id: 'Taken' });
export type Taken = z.infer<typeof takenSchema>;

/** The plan whose seats are counted. Whoever has another version of it must get this one first. */
export const planVersionSchema = z
  .strictObject({ id: referenceSchema, version: z.int().min(1) })
  .meta({ id: 'PlanVersion' });
export type PlanVersion = z.infer<typeof planVersionSchema>;

/**
 * Some seats of a plan, as short as a full stadium needs it: they are counted in the order of the plan (section by
 * section, row by row from the front, each row in walking order). A letter passes over so many seats and names the next:
 * `a` none, `b` one … `z` 25, `A` 26 … `Z` 51. A number behind it names so many in a row, one without it. A number with
 * a minus before it passes over so many more.
 * `c4a` is the third to the sixth seat and the seventh; `-60c` is the 63rd.
 */
export const seatRunsSchema = z
  .string()
  .regex(/^(?:(?:-[1-9]\d{0,6})?[a-zA-Z](?:[1-9]\d{0,6})?)*$/)
  .meta({ id: 'SeatRuns' });
export type SeatRuns = z.infer<typeof seatRunsSchema>;

const runs = seatRunsSchema.optional();
const areasSchema = z.record(placeIdSchema, z.strictObject({ free: z.int().min(0) }));

/** Sparse live status of one performance: only what is taken. Own seats appear as held too; the cart says which are yours. */
export const seatStatusSchema = z
  .strictObject({
    cursor: z.string().describe('Follow `/live?cursor=` from here.'),
    plan: planVersionSchema,
    seats: z.strictObject({ held: runs, sold: runs, blocked: runs }),
    areas: areasSchema.describe('Every area of the plan.'),
  })
  .meta({ id: 'SeatStatus' });
export type SeatStatus = z.infer<typeof seatStatusSchema>;

/**
 * `data` of a server-sent event named `change` on `/live`; the event's id is the new cursor. Several changes are
 * coalesced into one event (at most four a second). An event named `reset` (same shape as SeatStatus) replaces
 * everything the client knew: it is sent first when no usable cursor was given.
 */
export const seatChangeSchema = z
  .strictObject({
    cursor: z.string(),
    plan: planVersionSchema,
    seats: z.strictObject({ free: runs, held: runs, sold: runs, blocked: runs }),
    areas: areasSchema.describe('Those that changed.'),
  })
  .meta({ id: 'SeatChange' });
export type SeatChange = z.infer<typeof seatChangeSchema>;
