import { z } from 'zod';

/** An amount in integer minor units (cents) with its ISO 4217 currency. Never a float, never without currency. */
export const moneySchema = z
  .strictObject({
    cents: z.int().min(-1_000_000_000).max(1_000_000_000),
    currency: z.literal('EUR'),
  })
  .meta({ id: 'Money' });
export type Money = z.infer<typeof moneySchema>;
