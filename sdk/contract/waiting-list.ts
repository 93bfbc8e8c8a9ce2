import { z } from 'zod';
import { languageSchema } from './text.ts';

/** Most places one may wait for; larger groups ring the centre. */
export const MAX_WAITING_PLACES = 8;

/** Asks for a place in the line for a performance of which too few places are free together. */
export const waitingRequestSchema = z
  .strictObject({
    email: z.email().max(254),
    places: z.int().min(1).max(MAX_WAITING_PLACES),
    language: languageSchema,
    returnUrl: z
      .url()
      .max(2000)
      .optional()
      .describe('The page that an offer is opened at, on a website of the centre; its home page without it.'),
  })
  .meta({ id: 'WaitingRequest' });
export type WaitingRequest = z.infer<typeof waitingRequestSchema>;

/** The same for everybody: it tells nothing of who waits already, not even whether this address does. */
export const waitingSchema = z
  .strictObject({ minutes: z.int().describe('How long places will be held for who is offered them.') })
  .meta({ id: 'Waiting' });
export type Waiting = z.infer<typeof waitingSchema>;

/** What stands before a cart's id and token behind the `#` of the link in a mail: `#foyer_cart=<id>.<token>`. */
export const CART_LINK_PARAMETER = 'foyer_cart';
