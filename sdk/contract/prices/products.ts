import { z } from 'zod';
import { slugSchema } from '../identifiers.ts';
import { textSchema } from '../text.ts';
import { vatCodeSchema } from '../vat.ts';
import { selectionSchema } from './conditions.ts';

const centsSchema = z.int().min(0).max(10_000_000);

/**
 * Something sold without a seat. `voucher`: prepaid value, several times to be used, tax due when it is used; `pass`: of
 * the formula it names; `extra`: a drink, a bus, a brochure; `donation`: also a solidarity ticket for somebody else.
 */
export const productSchema = z
  .strictObject({
    id: slugSchema,
    kind: z.enum(['voucher', 'pass', 'extra', 'donation']),
    name: textSchema,
    explanation: textSchema.optional(),
    price: z
      .union([
        z.strictObject({ cents: centsSchema }),
        z.strictObject({
          least: centsSchema,
          most: centsSchema,
          step: z.int().min(1).default(1),
          proposals: z.array(centsSchema).max(8).default([]),
        }),
      ])
      .describe('Fixed, or the buyer chooses an amount.'),
    vat: vatCodeSchema.optional().describe('None for a voucher, whose tax is due when it is used, and for a donation.'),
    pass: slugSchema.optional().describe('The formula, of a pass.'),
    validMonths: z.int().min(1).max(120).optional().describe('Of a voucher; without it, for ever.'),
    offeredWith: selectionSchema.optional().describe('Only offered to who has a place of one of these performances.'),
    perTicket: z
      .literal(true)
      .optional()
      .describe('At most one a ticket of `offeredWith`, such as a drink in the interval.'),
    most: z.int().min(1).max(100).default(10).describe('So many an order.'),
    withdrawalDays: z.int().min(0).max(60).default(0).describe('Vouchers and goods: 14; what is dated: 0.'),
  })
  .meta({ id: 'Product' });
export type Product = z.infer<typeof productSchema>;
