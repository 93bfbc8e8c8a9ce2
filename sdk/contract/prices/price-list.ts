import { z } from 'zod';
import { instantSchema, slugSchema } from '../identifiers.ts';
import { textSchema } from '../text.ts';
import { vatCodeSchema } from '../vat.ts';
import { conditionsSchema, selectionSchema } from './conditions.ts';
import { passFormulaSchema, subscriptionFormulaSchema } from './formulas.ts';
import { productSchema } from './products.ts';

const centsSchema = z.int().min(0).max(10_000_000);
const basisPointsSchema = z.int().min(1).max(10_000).describe('Hundredths of a percent: 1000 is 10 %.');

/**
 * What a rule does to the price of the places it is true of. `price` replaces it (and never makes it dearer, unless the
 * rule says `evenDearer`), `percentage` and `amount` take off, `cheapest-free` makes the cheapest of every `of` places
 * free (all places of such a set have this rule and no other of its group), `fee-ticket` adds to a place and `fee-order`
 * once to the order. No price goes below zero.
 */
export const effectSchema = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('price'), cents: centsSchema, evenDearer: z.literal(true).optional() }),
    z.strictObject({ kind: z.literal('percentage'), basisPoints: basisPointsSchema }),
    z.strictObject({ kind: z.literal('amount'), cents: centsSchema }),
    z.strictObject({ kind: z.literal('cheapest-free'), of: z.int().min(2).max(100) }),
    z.strictObject({ kind: z.literal('fee-ticket'), cents: centsSchema }),
    z.strictObject({ kind: z.literal('fee-order'), cents: centsSchema }),
  ])
  .meta({ id: 'Effect' });
export type Effect = z.infer<typeof effectSchema>;

/** One rule of a centre's prices. Of the rules of one group at most one is used for a place; groups follow each other. */
export const ruleSchema = z
  .strictObject({
    id: slugSchema,
    name: textSchema.describe('As the visitor reads it in the reason of a price, such as “Early bird”.'),
    group: slugSchema,
    when: conditionsSchema.default({}),
    codes: z
      .array(z.string().regex(/^[A-Z0-9-]{3,40}$/))
      .min(1)
      .max(1000)
      .optional()
      .describe(
        'Promotion codes, compared without regard to case; of a rule whose condition is `code`. Never made public.',
      ),
    effect: effectSchema,
  })
  .refine(({ when, codes }) => (when.code === true) === (codes !== undefined), {
    message: 'A rule that asks for a code names its codes, and only such a rule does.',
    path: ['codes'],
  })
  .meta({ id: 'PriceRule' });
export type PriceRule = z.infer<typeof ruleSchema>;

/**
 * Groups in the order they are worked out, each on the price the former left. `best`: the rule with the lowest price for
 * the buyer is used; `first`: the first in the list that is true.
 */
export const ruleGroupSchema = z
  .strictObject({ id: slugSchema, pick: z.enum(['best', 'first']).default('best') })
  .meta({ id: 'RuleGroup' });

/** Who may have a price type of the centre. Without an entry here anybody may, by their own word. */
export const priceTypeAccessSchema = z
  .strictObject({
    priceType: slugSchema,
    pass: slugSchema
      .optional()
      .describe('Needs a pass of this formula, for so many places a performance as it has people.'),
    anybody: z
      .literal(true)
      .optional()
      .describe('Asks nothing of who comes, so that it may be proposed to everybody; every other is never assumed.'),
    uitpas: z.literal(true).optional().describe('Needs a tariff that UiTPAS gave.'),
    age: z
      .strictObject({ from: z.int().min(0).optional(), to: z.int().min(0).optional() })
      .optional()
      .describe('Only shown: for whom it is. Own declaration, or the birth year where it was told.'),
  })
  .meta({ id: 'PriceTypeAccess' });
export type PriceTypeAccess = z.infer<typeof priceTypeAccessSchema>;

/** What tax is due, from when to when. The rate on the day of sale is frozen on every line (facts: domain §7.1). */
export const vatRuleSchema = z
  .strictObject({
    code: vatCodeSchema,
    selection: selectionSchema.optional().describe('Of these performances; of everything else without.'),
    from: instantSchema.optional(),
    until: instantSchema.optional(),
    legalText: textSchema.optional().describe('Printed with a price that is exempt.'),
  })
  .meta({ id: 'VatRule' });
export type VatRule = z.infer<typeof vatRuleSchema>;

/** All that makes a centre's prices, beside the price of each price type in each zone of a performance. A file, and an API object. */
export const priceListSchema = z
  .strictObject({
    $schema: z
      .string()
      .max(500)
      .optional()
      .describe('Address of the JSON Schema of this, for editors; means nothing here.'),
    version: z.literal(1),
    groups: z.array(ruleGroupSchema).max(20).default([]),
    rules: z.array(ruleSchema).max(500).default([]),
    rounding: z
      .strictObject({
        to: z.union([z.literal(1), z.literal(5), z.literal(10), z.literal(50), z.literal(100)]),
        mode: z.enum(['nearest', 'down', 'up']),
      })
      .default({ to: 1, mode: 'nearest' })
      .describe(
        'Of the price of a place after a percentage, in cents. nearest: half goes up, which is down for the discount.',
      ),
    onReturn: z
      .enum(['reprice', 'keep'])
      .default('reprice')
      .describe(
        'When places that are in no subscription are given back. reprice: the rest is priced anew as if it had been bought alone, and what that adds is kept back, so that ten cannot be bought at a group price to keep two; keep: the rest keeps its price.',
      ),
    access: z.array(priceTypeAccessSchema).max(50).default([]),
    subscriptions: z.array(subscriptionFormulaSchema).max(100).default([]),
    passes: z.array(passFormulaSchema).max(50).default([]),
    products: z.array(productSchema).max(200).default([]),
    vat: z.array(vatRuleSchema).max(50).default([]),
  })
  .meta({ id: 'PriceList' });
export type PriceList = z.infer<typeof priceListSchema>;
/** A price list as somebody writes it, before defaults. */
export type WrittenPriceList = z.input<typeof priceListSchema>;

/** A price list as everybody may read it: without the rules that ask for a code. */
export const publicPriceListSchema = priceListSchema.meta({ id: 'PublicPriceList' });
