import { z } from 'zod';
import { channelSchema } from '../channel.ts';
import { instantSchema, referenceSchema, slugSchema } from '../identifiers.ts';

/** Which performances are meant: those that every given condition is true of; all of the centre’s own when none is given. */
export const selectionSchema = z
  .strictObject({
    performances: z.array(referenceSchema).min(1).max(500).optional().describe('These; a partner’s as `owner.slug`.'),
    tags: z.array(slugSchema).min(1).max(50).optional().describe('With one of these tags.'),
    genres: z.array(slugSchema).min(1).max(50).optional(),
    centres: z
      .array(slugSchema)
      .min(1)
      .max(50)
      .optional()
      .describe(
        'Played by one of these centres, the own one by its own slug; without it the own centre’s alone, and partners’ that `performances` names.',
      ),
    notTags: z.array(slugSchema).min(1).max(50).optional().describe('With none of these tags.'),
  })
  .meta({ id: 'Selection' });
export type Selection = z.infer<typeof selectionSchema>;

/**
 * A moment: an instant, or so many days before the performance starts or after its sale began. By the centre's clock,
 * whole days count as 24 hours.
 */
export const momentSchema = z
  .union([
    z.strictObject({ at: instantSchema }),
    z.strictObject({ daysBeforeStart: z.number().min(0).max(1000) }),
    z.strictObject({ daysAfterOnSale: z.number().min(0).max(1000) }),
  ])
  .meta({ id: 'Moment' });
export type Moment = z.infer<typeof momentSchema>;

/** When a rule is true of a place in a cart: every given condition must hold. */
export const conditionsSchema = z
  .strictObject({
    selection: selectionSchema.optional(),
    zones: z.array(slugSchema).min(1).max(50).optional(),
    priceTypes: z.array(slugSchema).min(1).max(50).optional(),
    channels: z
      .array(z.enum([...channelSchema.options, 'partner']))
      .min(1)
      .optional()
      .describe('partner: sold by another centre, through whatever counter of it.'),
    from: momentSchema.optional().describe('Bought at this moment or later.'),
    until: momentSchema.optional().describe('Bought before this moment.'),
    age: z
      .strictObject({ from: z.int().min(0).max(120).optional(), to: z.int().min(0).max(120).optional() })
      .optional()
      .describe(
        'In whole years in the year of the performance, both included, by the birth year that was told for the place; false where none was.',
      ),
    pass: slugSchema
      .optional()
      .describe(
        'The buyer showed a valid pass of this formula; it serves so many places a performance as it has people.',
      ),
    subscription: slugSchema.optional().describe('The place is part of a complete subscription of this formula.'),
    code: z.boolean().optional().describe('True: one of the rule’s `codes` was given.'),
    quantity: z
      .strictObject({
        per: z.enum(['order', 'performance']),
        from: z
          .int()
          .min(1)
          .max(1000)
          .optional()
          .describe(
            'At least so many places that the other conditions are true of, also those whose price it does not change.',
          ),
        to: z.int().min(1).max(1000).optional().describe('At most so many.'),
        first: z
          .int()
          .min(1)
          .max(1000)
          .optional()
          .describe('Only for so many of them: those on which the buyer has most of it.'),
      })
      .optional(),
  })
  .meta({ id: 'Conditions' });
export type Conditions = z.infer<typeof conditionsSchema>;
