import { z } from 'zod';
import { ownerSchema } from './centre.ts';
import { instantSchema, placeIdSchema, referenceSchema, slugSchema, uuidSchema } from './identifiers.ts';
import { moneySchema } from './money.ts';
import { hallSchema } from './performance.ts';
import { cartExtrasSchema } from './prices/choices.ts';
import { reasonSchema } from './prices/reasons.ts';
import { textSchema } from './text.ts';

/** Most places one request may name; a larger request is refused before anything is looked at. */
export const MAX_PLACES_PER_REQUEST = 50;

/** One seat that is asked for. */
export const seatRequestSchema = z.strictObject({
  seat: placeIdSchema,
  priceType: slugSchema.optional(),
  wheelchairUser: z
    .boolean()
    .optional()
    .describe('Somebody in a wheelchair comes here. Asked for protected wheelchair places; checked, never stored.'),
});
export type SeatRequest = z.infer<typeof seatRequestSchema>;
/** So many places of an area. */
export const areaRequestSchema = z.strictObject({
  area: placeIdSchema,
  quantity: z.int().min(1).max(MAX_PLACES_PER_REQUEST),
  priceType: slugSchema.optional(),
});

/** Asks to hold places of one performance: all of them or none. Without price type the centre's first applies. */
export const holdRequestSchema = z
  .strictObject({
    performance: referenceSchema,
    seats: z.array(seatRequestSchema).max(MAX_PLACES_PER_REQUEST).optional(),
    areas: z.array(areaRequestSchema).max(10).optional(),
  })
  .refine((request) => (request.seats?.length ?? 0) + (request.areas?.length ?? 0) > 0, {
    message: 'Name at least one seat or area.',
    path: ['seats'],
  })
  .meta({ id: 'HoldRequest' });
export type HoldRequest = z.infer<typeof holdRequestSchema>;

/** Other price types for lines already in the cart: all of them or none. */
export const lineChangesSchema = z
  .strictObject({
    lines: z
      .array(z.strictObject({ line: uuidSchema, priceType: slugSchema }))
      .min(1)
      .max(MAX_PLACES_PER_REQUEST),
  })
  .meta({ id: 'LineChanges' });
export type LineChanges = z.infer<typeof lineChangesSchema>;

/** Lines to give back; the others stay. */
export const releaseRequestSchema = z
  .strictObject({
    lines: z.array(uuidSchema).min(1).max(MAX_PLACES_PER_REQUEST),
  })
  .meta({ id: 'ReleaseRequest' });
export type ReleaseRequest = z.infer<typeof releaseRequestSchema>;

/** The place as a person says it. `seat` and `row` are absent for an area. */
export const placeSchema = z
  .strictObject({
    id: placeIdSchema.describe('Seat id, or area id for an unnumbered place.'),
    kind: z.enum(['standard', 'wheelchair', 'companion', 'restricted-view', 'house', 'area']),
    section: textSchema,
    row: z.string().optional(),
    seat: z.string().optional(),
    zone: slugSchema,
  })
  .meta({ id: 'Place' });
export type Place = z.infer<typeof placeSchema>;

/** One place in a cart or order with its price, as the server decided it. */
export const lineSchema = z
  .strictObject({
    id: uuidSchema,
    performance: z.strictObject({
      id: referenceSchema,
      title: textSchema,
      startsAt: instantSchema,
      hall: hallSchema,
      owner: ownerSchema.optional().describe('Who plays it, when that is not the selling centre.'),
      genre: slugSchema.optional().describe('What rules, subscriptions and products may go by.'),
      tags: z.array(slugSchema).optional(),
    }),
    place: placeSchema,
    priceType: slugSchema,
    priceTypeName: textSchema
      .optional()
      .describe('Of a partner’s price type, or of what came in its place: a UiTPAS tariff, a pass.'),
    price: moneySchema.describe('All-in.'),
    fee: moneySchema.describe('The part of price that is service cost.'),
    why: z
      .array(reasonSchema)
      .optional()
      .describe('How the price came about, when it is not just that of the price type. Adds up to it.'),
    subscription: uuidSchema
      .optional()
      .describe('The subscription in the cart’s or order’s extras that it is part of.'),
    owed: moneySchema
      .optional()
      .describe(
        'Between centres: what the selling centre owes for it, where that is not the price, as of a visit on a pass.',
      ),
  })
  .meta({ id: 'Line' });
export type Line = z.infer<typeof lineSchema>;

/** What is being chosen. The hold ends by itself at `expiresAt`; when it has ended, `lines` is empty. */
export const cartSchema = z
  .strictObject({
    id: uuidSchema,
    lines: z.array(lineSchema),
    total: moneySchema.describe('What is to be paid: places, products and fees, less what vouchers pay.'),
    expiresAt: instantSchema.nullable().describe('By the server’s clock; null while nothing is held.'),
    secondsLeft: z.int().min(0).nullable().describe('The same, free of clock differences.'),
    extendable: z.boolean().describe('False once the two-hour cap of this hold is reached.'),
    order: uuidSchema
      .nullable()
      .describe('The open or paid order made from this cart, if any; then the cart is closed.'),
    extras: cartExtrasSchema.optional().describe('Absent while there are only places at the prices of their types.'),
  })
  .meta({ id: 'Cart' });
export type Cart = z.infer<typeof cartSchema>;

/** A new cart with the bearer token that unlocks it and nothing else. The token is told once. */
export const newCartSchema = z.strictObject({ cart: cartSchema, token: z.string() }).meta({ id: 'NewCart' });
export type NewCart = z.infer<typeof newCartSchema>;
