import { z } from 'zod';
import { instantSchema, slugSchema } from '../identifiers.ts';
import { textSchema } from '../text.ts';
import { vatCodeSchema } from '../vat.ts';
import { selectionSchema } from './conditions.ts';

const centsSchema = z.int().min(0).max(10_000_000);

/** What each ticket of a subscription is worth less, or costs, or what the whole costs. */
export const subscriptionPriceSchema = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('percentage'), basisPoints: z.int().min(1).max(10_000) }),
    z.strictObject({ kind: z.literal('amount'), cents: centsSchema.describe('Off every ticket.') }),
    z.strictObject({ kind: z.literal('ticket'), cents: centsSchema.describe('Every ticket costs this.') }),
    z.strictObject({
      kind: z.literal('whole'),
      cents: centsSchema.describe('All of it costs this; divided over its tickets in proportion, to the cent.'),
    }),
  ])
  .meta({ id: 'SubscriptionPrice' });
export type SubscriptionPrice = z.infer<typeof subscriptionPriceSchema>;

/**
 * A subscription (abonnement): so many performances for one holder, cheaper together. The tiers say from how many on which
 * price holds; below the first it is not complete. Shapes: exactly 5 = one tier from 5 and `most` 5; 5 or more = one tier
 * from 5; tiers = several; a fixed series = `series`; 4 out of a theme = `among` its tag; a region = `among` several
 * centres, every one of which prices its own part by a formula of the same id in its own list.
 */
export const subscriptionFormulaSchema = z
  .strictObject({
    id: slugSchema,
    name: textSchema,
    explanation: textSchema.optional(),
    among: selectionSchema.default({}).describe('What can be chosen from.'),
    series: z.literal(true).optional().describe('Not to choose: all of `among` is in it.'),
    most: z.int().min(1).max(200).optional(),
    tiers: z
      .array(z.strictObject({ from: z.int().min(1).max(200), price: subscriptionPriceSchema }))
      .min(1)
      .max(10)
      .refine((tiers) => tiers.every(({ from }, index) => index === 0 || from > (tiers[index - 1]?.from ?? 0)), {
        message: 'Tiers go up.',
      }),
    parts: z
      .array(z.strictObject({ name: textSchema, among: selectionSchema, from: z.int().min(1).max(50) }))
      .max(10)
      .default([])
      .describe('At least so many of these among the chosen, such as two of a partner or one of dance.'),
    priceTypes: z.array(slugSchema).min(1).max(50).optional().describe('Reduces these price types; all without it.'),
    rules: z
      .enum(['cheaper', 'after', 'never'])
      .default('cheaper')
      .describe(
        'How a complete subscription goes with the rules. cheaper: a place costs what is lower, the price by the subscription or the price by the rules (of `whole`, all its places together); after: the rules work on the price by the subscription; never: the price by the subscription holds. In every case, fees and the rules that ask for this subscription work on its price.',
      ),
    bookFrom: instantSchema
      .optional()
      .describe('Subscribers may choose from this moment on, also before the sale of a performance begins.'),
    bookUntil: instantSchema.optional(),
    onReturn: z
      .enum(['reprice', 'keep', 'none'])
      .default('reprice')
      .describe(
        'When a part is given back. reprice: the rest is priced anew, and what that adds is kept back; keep: the rest keeps its price; none: no part is taken back.',
      ),
  })
  .meta({ id: 'SubscriptionFormula' });
export type SubscriptionFormula = z.infer<typeof subscriptionFormulaSchema>;

/** How long a pass is valid, from the day it is bought unless it says from when. */
export const passPeriodSchema = z.union([
  z.strictObject({ months: z.int().min(1).max(60) }),
  z.strictObject({ from: instantSchema, until: instantSchema }),
]);

/**
 * A pass: for a period, for one or more people. A friend's pass opens price types and conditions of rules; a pass with
 * `visits` (CUBO, Podiumpas: facts domain §3) lets them in for the price it names, to what is among its performances.
 */
export const passFormulaSchema = z
  .strictObject({
    id: slugSchema,
    name: textSchema,
    explanation: textSchema.optional(),
    price: centsSchema,
    vat: vatCodeSchema,
    period: passPeriodSchema,
    people: z.int().min(1).max(20).default(1).describe('Of one household.'),
    visits: z
      .strictObject({
        among: selectionSchema,
        price: centsSchema.default(0),
        maxOpen: z
          .int()
          .min(1)
          .max(100)
          .optional()
          .describe('Reservations of performances still to come, at once, a person.'),
        daysAhead: z.int().min(1).max(400).optional().describe('A visit can be reserved from so many days before.'),
        noShowFee: centsSchema.optional(),
        settlement: centsSchema
          .optional()
          .describe('What the centre that sold the pass owes the one that plays, a visit.'),
      })
      .optional(),
    withdrawalDays: z
      .int()
      .min(0)
      .max(60)
      .default(14)
      .describe('It may be given back within so many days (facts: domain §7.7).'),
  })
  .meta({ id: 'PassFormula' });
export type PassFormula = z.infer<typeof passFormulaSchema>;
