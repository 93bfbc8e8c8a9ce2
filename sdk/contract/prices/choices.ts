import { z } from 'zod';
import { instantSchema, referenceSchema, slugSchema, uuidSchema } from '../identifiers.ts';
import { moneySchema } from '../money.ts';
import { textSchema } from '../text.ts';

/** Longest name of a holder, as it is printed on a subscription's tickets. */
const MAX_HOLDER_NAME = 80;

/** A subscription that is being chosen: one holder's, with their places. */
export const chosenSubscriptionSchema = z
  .strictObject({
    id: uuidSchema.describe('Made by the client.'),
    formula: slugSchema,
    holder: z
      .string()
      .trim()
      .max(MAX_HOLDER_NAME)
      // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused
      .regex(/^[^\u0000-\u001f\u007f]*$/, 'No control characters.')
      .default('')
      .describe('Who it is for, when that is not the buyer. Stays with the selling centre.'),
    lines: z.array(uuidSchema).max(200),
  })
  .meta({ id: 'ChosenSubscription' });
export type ChosenSubscription = z.infer<typeof chosenSubscriptionSchema>;

/** So many of a product, at an amount where the buyer chooses it. */
export const chosenProductSchema = z
  .strictObject({
    product: slugSchema,
    quantity: z.int().min(1).max(100),
    cents: z.int().min(0).max(10_000_000).optional().describe('Of one, where the price is for the buyer to choose.'),
  })
  .meta({ id: 'ChosenProduct' });
export type ChosenProduct = z.infer<typeof chosenProductSchema>;

/** All that changes what a cart costs and takes no seat. Sent as a whole; lines that are gone are passed over. */
export const cartChoicesSchema = z
  .strictObject({
    codes: z
      .array(z.string().trim().min(3).max(40))
      .max(20)
      .default([])
      .describe('Promotion codes, vouchers and passes, as the buyer typed them; the centre finds out which is what.'),
    subscriptions: z.array(chosenSubscriptionSchema).max(20).default([]),
    products: z.array(chosenProductSchema).max(50).default([]),
    birthYears: z
      .array(z.strictObject({ line: uuidSchema, year: z.int().min(1900).max(2100) }))
      .max(200)
      .default([]),
    visits: z
      .array(z.strictObject({ line: uuidSchema, code: z.string().trim().min(3).max(40) }))
      .max(200)
      .default([])
      .describe('Places that are taken on a pass with visits, by the pass’s code.'),
  })
  .meta({ id: 'CartChoices' });
export type CartChoices = z.infer<typeof cartChoicesSchema>;

/** How far a subscription is. */
export const subscriptionStateSchema = z
  .strictObject({
    id: uuidSchema,
    formula: slugSchema,
    holder: z.string(),
    lines: z.array(uuidSchema),
    complete: z.boolean(),
    missing: z.int().min(0).describe('So many performances more and it is complete; 0 when it is.'),
    missingParts: z.array(z.strictObject({ name: textSchema, count: z.int().min(1) })),
    next: z
      .strictObject({ more: z.int().min(1), from: z.int().min(1) })
      .nullable()
      .describe('So many more bring the next tier.'),
    saved: moneySchema,
  })
  .meta({ id: 'SubscriptionState' });
export type SubscriptionState = z.infer<typeof subscriptionStateSchema>;

/** A product in a cart or order with its price. */
export const productLineSchema = z
  .strictObject({
    product: slugSchema,
    kind: z.enum(['voucher', 'pass', 'extra', 'donation']),
    name: textSchema,
    quantity: z.int().min(1),
    each: moneySchema,
    total: moneySchema,
  })
  .meta({ id: 'ProductLine' });
export type ProductLine = z.infer<typeof productLineSchema>;

/** A code that was given, and what it is worth here. */
export const usedCodeSchema = z
  .strictObject({
    code: z.string().describe('As it was given.'),
    kind: z.enum(['promotion', 'voucher', 'pass']),
    name: textSchema,
    used: moneySchema.optional().describe('Of a voucher: what it pays of this cart.'),
    left: moneySchema.optional().describe('Of a voucher: what is on it afterwards.'),
    validUntil: z.iso.datetime({ offset: true }).nullable().describe('Null: for ever.'),
    people: z.int().min(1).optional().describe('Of a pass.'),
    formula: slugSchema.optional().describe('Of a pass.'),
    works: z.boolean().describe('False: nothing in this cart is cheaper by it.'),
  })
  .meta({ id: 'UsedCode' });
export type UsedCode = z.infer<typeof usedCodeSchema>;

/** What a cart has beside its places. */
export const cartExtrasSchema = z
  .strictObject({
    choices: cartChoicesSchema,
    codes: z.array(usedCodeSchema),
    products: z.array(productLineSchema),
    subscriptions: z.array(subscriptionStateSchema),
    fees: z
      .array(z.strictObject({ rule: slugSchema, name: textSchema, amount: moneySchema }))
      .describe('Once for the order.'),
    saved: moneySchema.describe('What rules, subscriptions and passes took off together.'),
    paidByVouchers: moneySchema,
  })
  .meta({ id: 'CartExtras' });
export type CartExtras = z.infer<typeof cartExtrasSchema>;

/** What comes with an order beside tickets: a voucher or pass, with the code that is it. */
export const entitlementSchema = z
  .strictObject({
    id: uuidSchema,
    kind: z.enum(['voucher', 'pass']),
    product: referenceSchema,
    name: textSchema,
    code: z.string(),
    amount: moneySchema.nullable().describe('Of a voucher.'),
    validFrom: z.iso.datetime({ offset: true }),
    validUntil: z.iso.datetime({ offset: true }).nullable(),
    left: moneySchema.nullable().optional().describe('Of a voucher: what it still pays.'),
    visits: z
      .array(z.strictObject({ performance: referenceSchema, title: textSchema, startsAt: instantSchema }))
      .optional()
      .describe('Of a pass: the visits that are still to come.'),
    state: z.enum(['valid', 'withdrawn', 'blocked']),
    withdrawableUntil: z.iso.datetime({ offset: true }).nullable().describe('Null when it cannot be given back.'),
  })
  .meta({ id: 'Entitlement' });
export type Entitlement = z.infer<typeof entitlementSchema>;
