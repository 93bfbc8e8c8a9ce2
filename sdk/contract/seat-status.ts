import { z } from 'zod';
import { placeIdSchema } from './identifiers.ts';

/** Why a seat cannot be chosen: in somebody's cart, sold, or kept by the house. A seat that is not named is free. */
export const takenSchema = z.enum(['held', 'sold', 'blocked']).meta({ id: 'Taken' });
export type Taken = z.infer<typeof takenSchema>;

/** Sparse live status of one performance: only what is taken. Own seats appear as held too; the cart says which are yours. */
export const seatStatusSchema = z
  .strictObject({
    cursor: z.string().describe('Follow `/live?cursor=` from here.'),
    seats: z.record(placeIdSchema, takenSchema),
    areas: z.record(placeIdSchema, z.strictObject({ free: z.int().min(0) })).describe('Every area of the plan.'),
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
    seats: z.record(placeIdSchema, z.enum(['free', 'held', 'sold', 'blocked'])),
    areas: z.record(placeIdSchema, z.strictObject({ free: z.int().min(0) })),
  })
  .meta({ id: 'SeatChange' });
export type SeatChange = z.infer<typeof seatChangeSchema>;
