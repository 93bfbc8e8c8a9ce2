import { z } from 'zod';
import { instantSchema, referenceSchema, slugSchema } from '../../../sdk/contract/identifiers.ts';
import { conditionsSchema } from '../../../sdk/contract/prices/conditions.ts';
import { reasonSchema } from '../../../sdk/contract/prices/reasons.ts';
import { textSchema } from '../../../sdk/contract/text.ts';

const centsSchema = z.int().min(0).max(10_000_000);
const placeNameSchema = z
  .string()
  .regex(/^[a-z0-9]+([.-][a-z0-9]+)*$/i)
  .max(40);
const codeSchema = z.string().trim().min(3).max(40);

/** A performance that a tried cart has places of. */
const performanceSchema = z.strictObject({
  starts: instantSchema,
  onSale: instantSchema.optional().describe('When its sale began; half a year before it starts, without it.'),
  genre: slugSchema.default('theater'),
  tags: z.array(slugSchema).default([]),
  prices: z
    .record(slugSchema, z.record(slugSchema, centsSchema))
    .describe('Cents by zone, and in it by price type, all-in; the first of each is taken where a place names none.'),
  fee: centsSchema.default(0).describe('The part of every price that is service cost.'),
});

/** So many places of a performance. */
const placeSchema = z.strictObject({
  id: placeNameSchema.describe('How the answer and subscriptions name it; of several, `id.1`, `id.2`.'),
  performance: referenceSchema,
  zone: slugSchema.optional(),
  priceType: slugSchema.optional(),
  count: z.int().min(1).max(100).default(1),
  born: z.int().min(1900).max(2100).optional().describe('Year of birth, told for the place.'),
  visit: codeSchema.optional().describe('The code of the pass on which it is a visit.'),
  settled: z
    .array(
      z.strictObject({ kind: reasonSchema.shape.kind, id: z.string(), name: textSchema.optional(), cents: z.int() }),
    )
    .min(1)
    .optional()
    .describe('Its price, where UiTPAS or the partner that plays has decided: the steps that add up to it.'),
});

/** A cart that somebody wants to know the price of, as a file: what it has, without what only a shop needs. */
export const cartFileSchema = z.strictObject({
  at: instantSchema.optional().describe('When it is bought; now, without it.'),
  channel: conditionsSchema.shape.channels.unwrap().element.default('web'),
  centre: slugSchema.default('own').describe('Slug of the centre whose prices they are.'),
  timeZone: z.string().max(60).default('Europe/Brussels'),
  performances: z.record(referenceSchema, performanceSchema),
  priceTypes: z.record(slugSchema, textSchema).default({}).describe('Their names; their ids, without it.'),
  places: z.array(placeSchema).max(100).default([]),
  subscriptions: z
    .array(
      z.strictObject({ formula: slugSchema, holder: z.string().max(80).default(''), places: z.array(placeNameSchema) }),
    )
    .max(20)
    .default([]),
  codes: z.array(codeSchema).max(20).default([]),
  passes: z
    .array(
      z.strictObject({
        formula: slugSchema,
        code: codeSchema.optional().describe('Named by the visits on it; the formula’s id, without it.'),
        people: z.int().min(1).max(20).optional().describe('As the formula says, without it.'),
      }),
    )
    .max(20)
    .default([])
    .describe('Valid passes that the buyer shows.'),
  products: z
    .array(
      z.strictObject({
        product: slugSchema,
        quantity: z.int().min(1).max(100).default(1),
        cents: centsSchema.optional(),
      }),
    )
    .max(50)
    .default([]),
  bundles: z
    .array(
      z.strictObject({
        formula: slugSchema,
        kind: z.enum(['subscription', 'pass']).default('subscription'),
        size: z.int().min(1).max(200).describe('Performances of the whole, at all centres together.'),
        places: z.array(placeNameSchema),
      }),
    )
    .max(20)
    .default([])
    .describe('Places that another centre sells as part of a regional subscription.'),
});
export type CartFile = z.infer<typeof cartFileSchema>;
/** A cart file as somebody writes it, before defaults. */
export type WrittenCartFile = z.input<typeof cartFileSchema>;
