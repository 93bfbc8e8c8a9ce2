import { z } from 'zod';
import { areaRequestSchema, lineSchema, MAX_PLACES_PER_REQUEST, seatRequestSchema } from '../cart.ts';
import { channelSchema } from '../channel.ts';
import { instantSchema, placeIdSchema, slugSchema, uuidSchema } from '../identifiers.ts';
import { moneySchema } from '../money.ts';
import { ticketSchema } from '../order.ts';
import { entrySchema } from './entry.ts';

/**
 * Places that one holder has as part of a formula that both centres know by the same name: the owner prices them by its
 * own formula of that name, and refuses one that it does not have, or a place that is not among it (`formula_unknown`, with
 * the field). `size` is how many performances the whole of it has, at all centres together: the owner's price may go by it.
 * One place of each performance is a part of a subscription; others cost what they would alone. Who the holder is stays
 * with the seller.
 */
export const bundleLinesSchema = z
  .strictObject({
    formula: slugSchema,
    kind: z.enum(['subscription', 'pass']),
    size: z
      .int()
      .min(1)
      .max(200)
      .describe('Performances of the whole, at all centres; of a pass, visits of this cart.'),
    settlement: z
      .int()
      .min(0)
      .max(10_000_000)
      .optional()
      .describe(
        'Of a pass: the cents that the seller expects to owe for a visit. An owner that counts otherwise refuses (`total_changed`).',
      ),
    places: z
      .array(
        z.strictObject({
          performance: slugSchema,
          place: placeIdSchema,
          quantity: z.int().min(1).max(50).default(1),
          lines: z
            .array(uuidSchema)
            .max(50)
            .optional()
            .describe(
              'Of an area: which lines of the reservation that is replaced; of places alike these are taken first.',
            ),
        }),
      )
      .min(1)
      .max(200)
      .describe('Seats, or areas with how many places of them.'),
  })
  .meta({ id: 'BundleLines' });
export type BundleLines = z.infer<typeof bundleLinesSchema>;

/** What of one performance is wanted. */
export const reservationItemSchema = z.strictObject({
  performance: slugSchema.describe('As the owning centre names it.'),
  seats: z.array(seatRequestSchema).max(MAX_PLACES_PER_REQUEST).optional(),
  areas: z.array(areaRequestSchema).max(10).optional(),
});
export type ReservationItem = z.infer<typeof reservationItemSchema>;

/**
 * Everything a selling centre wants of one owning centre for one cart: all of it or nothing. The body of a reservation
 * never changes; another wish is another reservation that `replaces` the first in one step: places in both stay held
 * without a gap, places no longer named are free, and when the new ones cannot be had the old reservation stands.
 *
 * The price of a reservation holds as long as it does. One that replaces it is worked out anew as a whole, because a
 * bundle or a rule may have become true of it: from the price that a place had when it was first held, and as of the moment
 * the hold began.
 *
 * No field can say anything about a buyer; the schema is closed.
 */
export const reservationRequestSchema = z
  .strictObject({
    replaces: uuidSchema.optional(),
    channel: channelSchema.default('web'),
    bundles: z
      .array(bundleLinesSchema)
      .max(20)
      .optional()
      .describe(
        'Which of these places are bought as parts of a subscription or on a pass that the owner agreed to price.',
      ),
    seconds: z
      .int()
      .min(1)
      .max(7200)
      .optional()
      .describe('How long to hold at most, so that all parts of a cart end together; the owner may hold shorter.'),
    items: z
      .array(reservationItemSchema)
      .min(1)
      .max(20)
      .refine((items) => items.every(({ seats, areas }) => (seats?.length ?? 0) + (areas?.length ?? 0) > 0), {
        message: 'Name at least one seat or area of every performance.',
      })
      .refine((items) => new Set(items.map(({ performance }) => performance)).size === items.length, {
        message: 'Name every performance once.',
      }),
  })
  .meta({ id: 'ReservationRequest' });
export type ReservationRequest = z.infer<typeof reservationRequestSchema>;

/**
 * held: until `expiresAt` · expired: the time is over; a confirmation is still honoured while all places are free ·
 * replaced: another reservation has its places · cancelled: given up, or undone after it was confirmed ·
 * confirmed: sold, tickets issued.
 */
export const reservationStateSchema = z.enum(['held', 'expired', 'replaced', 'cancelled', 'confirmed']);
export type ReservationState = z.infer<typeof reservationStateSchema>;

/** A reservation as the owning centre has it now. */
export const reservationSchema = z
  .strictObject({
    id: uuidSchema,
    state: reservationStateSchema,
    lines: z.array(lineSchema).describe('A line a place, priced by the owner; the price holds as long as the hold.'),
    total: moneySchema.describe('What buyers pay for it: the prices of its lines.'),
    expiresAt: instantSchema.nullable().describe('By the owner’s clock; null unless held.'),
    secondsLeft: z.int().min(0).nullable().describe('The same, free of clock differences.'),
    extendable: z.boolean().describe('False once two hours of holding are used up.'),
    replacedBy: uuidSchema.nullable(),
    confirmedAt: instantSchema.nullable(),
    tickets: z.array(ticketSchema).describe('Of a confirmed reservation: one a line, signed by the owning centre.'),
    entries: z.array(entrySchema).describe('What this reservation put on the account between the two centres.'),
  })
  .meta({ id: 'Reservation' });
export type Reservation = z.infer<typeof reservationSchema>;

/** Asks for more time, counted from now; the owner grants what its rules allow and says what it is. */
export const extendRequestSchema = z
  .strictObject({
    seconds: z.int().min(1).max(7200),
    forPayment: z
      .boolean()
      .default(false)
      .describe(
        'The buyer is about to pay: the owner judges the choice by its seat rules and refuses what it would not sell.',
      ),
  })
  .meta({ id: 'ExtendRequest' });
export type ExtendRequest = z.infer<typeof extendRequestSchema>;

/**
 * Sells what is reserved. `expectedTotal` is what the seller will owe before its commission: of each line what is `owed`
 * for it, or else its price. So it is the reservation's `total`, but for visits on passes. A difference is refused.
 */
export const confirmRequestSchema = z.strictObject({ expectedTotal: moneySchema }).meta({ id: 'ConfirmRequest' });
export type ConfirmRequest = z.infer<typeof confirmRequestSchema>;

/**
 * released: the buyer chose otherwise · unpaid: the payment failed or never came · returned: the money went back to the
 * buyer after a confirmation, which the owner accepts while no ticket was used and the agreement lets it.
 */
export const cancelRequestSchema = z
  .strictObject({ reason: z.enum(['released', 'unpaid', 'returned']) })
  .meta({ id: 'CancelRequest' });
export type CancelRequest = z.infer<typeof cancelRequestSchema>;
