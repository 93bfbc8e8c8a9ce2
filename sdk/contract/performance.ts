import { z } from 'zod';
import { ownerSchema, priceTypeSchema } from './centre.ts';
import { instantSchema, referenceSchema, slugSchema } from './identifiers.ts';
import { moneySchema } from './money.ts';
import { textSchema } from './text.ts';
import { uitpasOfferSchema } from './uitpas.ts';

export const availabilitySchema = z
  .strictObject({
    level: z.enum(['available', 'few', 'sold-out']).describe('few = under 10 % of the places are free.'),
    free: z.int().min(0),
    capacity: z.int().min(0),
  })
  .meta({ id: 'Availability' });

export const hallSchema = z.strictObject({ id: slugSchema, name: textSchema }).meta({ id: 'Hall' });

/**
 * What a house does so that more people can follow a performance: places for wheelchairs, a loop for hearing aids, words
 * shown above or beside the stage, sign language, a voice that tells what is to be seen, and a relaxed performance, where
 * one may move, make noise and go out.
 */
export const accessibilitySchema = z
  .enum(['wheelchair', 'hearing-loop', 'surtitles', 'sign-language', 'audio-description', 'relaxed'])
  .meta({ id: 'Accessibility' });
export type Accessibility = z.infer<typeof accessibilitySchema>;

/** One dated occurrence of a production, as a programme lists it. */
export const performanceSummarySchema = z
  .strictObject({
    id: referenceSchema,
    owner: ownerSchema.optional().describe('Who plays it, when that is not the centre that was asked.'),
    title: textSchema,
    subtitle: textSchema.optional(),
    genre: slugSchema,
    tags: z.array(slugSchema).optional().describe('What rules, subscriptions and passes may go by.'),
    onSaleAt: instantSchema.optional(),
    startsAt: instantSchema,
    endsAt: instantSchema.optional(),
    hall: hallSchema,
    image: z.url().optional(),
    accessibility: z.array(accessibilitySchema).max(10).optional(),
    languages: z
      .array(z.string().regex(/^[a-z]{2,3}$/))
      .max(10)
      .optional()
      .describe('ISO 639 codes of what is spoken or sung; zxx: nobody needs to understand words.'),
    state: z
      .enum(['on-sale', 'not-yet-on-sale', 'sale-ended', 'cancelled', 'unavailable'])
      .describe('unavailable: of a partner that cannot be reached at this moment.'),
    priceFrom: moneySchema.describe('Lowest all-in price of any price type.'),
    availability: availabilitySchema,
  })
  .meta({ id: 'PerformanceSummary' });
export type PerformanceSummary = z.infer<typeof performanceSummarySchema>;

/** What a seat of a price zone costs for a price type: `price` is all-in, `fee` is the part of it that is service cost. */
export const priceSchema = z
  .strictObject({
    zone: slugSchema,
    priceType: slugSchema,
    price: moneySchema,
    fee: moneySchema,
  })
  .meta({ id: 'Price' });
export type Price = z.infer<typeof priceSchema>;

/**
 * Who may sit where. `singleSeat`: whether an order may leave one free seat alone between taken ones (`strict`: never
 * while another choice is possible; `lenient`: seats at an aisle or a row's end may stay alone; `off`: always).
 * `wheelchair`: while `protected`, wheelchair places are only for who says that somebody comes in a wheelchair, and
 * companion seats only beside a wheelchair place in the same cart; `released` sells both to anybody.
 */
export const seatRulesSchema = z
  .strictObject({
    singleSeat: z.enum(['strict', 'lenient', 'off']),
    wheelchair: z.enum(['protected', 'released']),
  })
  .meta({ id: 'SeatRules' });
export type SeatRules = z.infer<typeof seatRulesSchema>;

/** All that is needed to choose seats for one performance. */
export const performanceSchema = z
  .strictObject({
    ...performanceSummarySchema.shape,
    description: textSchema.optional(),
    plan: z.strictObject({
      id: referenceSchema,
      version: z.int().min(1),
      href: z.string().describe('Relative to the centre’s base URL; immutable, cache it for ever.'),
    }),
    prices: z.array(priceSchema),
    priceTypes: z
      .array(priceTypeSchema)
      .optional()
      .describe('Of a partner’s performance: its own price types, in its own order.'),
    maxPlacesPerCart: z.int().min(1),
    seatRules: seatRulesSchema,
    uitpas: uitpasOfferSchema.optional().describe('Absent where UiTPAS cannot be used.'),
  })
  .meta({ id: 'Performance' });
export type Performance = z.infer<typeof performanceSchema>;

/** Part of what a centre plays and sells, by start. */
export const performanceListSchema = z
  .strictObject({ performances: z.array(performanceSummarySchema) })
  .meta({ id: 'PerformanceList' });
export type PerformanceList = z.infer<typeof performanceListSchema>;
