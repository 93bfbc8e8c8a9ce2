import { z } from 'zod';
import { instantSchema, slugSchema, uuidSchema } from '../identifiers.ts';

/** Something a selling centre must know, from the owning centre's feed of one agreement. */
export const networkChangeSchema = z
  .strictObject({
    cursor: z.string().regex(/^\d{1,19}$/),
    at: instantSchema,
    kind: z.enum([
      'reservation-expired',
      'reservation-cancelled',
      'performance-cancelled',
      'performance-moved',
      'agreement-changed',
      'agreement-ended',
    ]),
    reservation: uuidSchema.optional(),
    performance: slugSchema.optional(),
    startsAt: instantSchema.optional().describe('Of a moved performance: when it is now.'),
  })
  .meta({ id: 'NetworkChange' });
export type NetworkChange = z.infer<typeof networkChangeSchema>;

/** A page of the feed: ask again with `after` = `cursor`, at once when there is `more`. */
export const networkChangesSchema = z
  .strictObject({ changes: z.array(networkChangeSchema), cursor: z.string().regex(/^\d{1,19}$/), more: z.boolean() })
  .meta({ id: 'NetworkChanges' });
export type NetworkChanges = z.infer<typeof networkChangesSchema>;
