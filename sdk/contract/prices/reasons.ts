import { z } from 'zod';
import { moneySchema } from '../money.ts';
import { textSchema } from '../text.ts';

/** One step on the way to a price. The steps of a line add up to its price. */
export const reasonSchema = z
  .strictObject({
    kind: z.enum(['price', 'rule', 'subscription', 'pass', 'uitpas', 'fee']),
    id: z
      .string()
      .describe('Of the price type, rule, formula or tariff; with its kind unique among the reasons of one line.'),
    name: textSchema,
    amount: moneySchema.describe('What the step added; negative for what it took off.'),
  })
  .meta({ id: 'Reason' });
export type Reason = z.infer<typeof reasonSchema>;
