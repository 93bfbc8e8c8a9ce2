import { z } from 'zod';
import { instantSchema, slugSchema, uuidSchema } from '../identifiers.ts';
import { moneySchema } from '../money.ts';
import { vatCodeSchema } from '../vat.ts';

/**
 * sale: the all-in price a selling centre took for an owning centre, or what it owes for a visit on a pass · commission: what the seller keeps of it ·
 * admin: what the owner pays the seller for the work, a ticket · refund: a sale undone · commission-refund and
 * admin-refund: what goes with it.
 */
export const entryKindSchema = z.enum(['sale', 'commission', 'admin', 'refund', 'commission-refund', 'admin-refund']);
export type EntryKind = z.infer<typeof entryKindSchema>;

/**
 * One line on the account between an owning and a selling centre. The owner makes it, the seller stores it as it is, so
 * both sides can compare line by line. `amount` is above zero when the seller owes it to the owner, below zero when the
 * owner owes it.
 */
export const entrySchema = z
  .strictObject({
    id: uuidSchema,
    agreement: uuidSchema,
    reservation: uuidSchema,
    line: uuidSchema.describe('The reservation’s line it is about.'),
    performance: slugSchema,
    place: z.string(),
    kind: entryKindSchema,
    amount: moneySchema,
    vat: vatCodeSchema,
    at: instantSchema.describe('When the owning centre booked it; decides the period.'),
  })
  .meta({ id: 'Entry' });
export type Entry = z.infer<typeof entrySchema>;
