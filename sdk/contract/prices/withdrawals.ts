import { z } from 'zod';
import { uuidSchema } from '../identifiers.ts';

/**
 * Gives vouchers or passes of an order back within their withdrawal days: all of them or none. The answer is the order;
 * the money goes back the way it came, and the buyer gets a mail that says so (facts: domain §7.7).
 */
export const withdrawalRequestSchema = z
  .strictObject({ entitlements: z.array(uuidSchema).min(1).max(50) })
  .meta({ id: 'WithdrawalRequest' });
export type WithdrawalRequest = z.infer<typeof withdrawalRequestSchema>;
