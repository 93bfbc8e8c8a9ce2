import { z } from 'zod';
import { lineSchema } from './cart.ts';
import { ownerSchema } from './centre.ts';
import { instantSchema, uuidSchema } from './identifiers.ts';
import { moneySchema } from './money.ts';
import { cartExtrasSchema, entitlementSchema } from './prices/choices.ts';
import { languageSchema } from './text.ts';

const emailSchema = z.email().max(254);

/** Agrees to pay for the cart. Prices are not sent: `expectedTotal` only says what the buyer saw, and a difference is refused. */
export const orderRequestSchema = z
  .strictObject({
    email: emailSchema,
    name: z
      .string()
      .trim()
      .max(120)
      // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused
      .regex(/^[^\u0000-\u001f\u007f]*$/, 'No control characters.')
      .optional(),
    language: languageSchema,
    returnUrl: z
      .url()
      .max(2000)
      .describe('Page of the shop the buyer comes back to; its origin must be allowed by the centre.'),
    expectedTotal: moneySchema,
  })
  .meta({ id: 'OrderRequest' });
export type OrderRequest = z.infer<typeof orderRequestSchema>;

/** Corrects the address an order's mails go to. */
export const orderEmailSchema = z.strictObject({ email: emailSchema }).meta({ id: 'OrderEmail' });
export type OrderEmail = z.infer<typeof orderEmailSchema>;

/** A right to enter. `code` is what the QR shows: signed, no personal data, verifiable offline. */
export const ticketSchema = z
  .strictObject({
    id: uuidSchema,
    line: uuidSchema,
    code: z.string(),
    state: z.enum(['valid', 'blocked', 'refunded']),
  })
  .meta({ id: 'Ticket' });
export type Ticket = z.infer<typeof ticketSchema>;

/**
 * waiting: not decided yet, or the buyer may still pay · paid: tickets are issued · failed / cancelled / expired: the
 * last attempt ended so, nothing was charged · refunding / refunded: money came in for places that could not be given.
 */
export const orderStateSchema = z.enum(['waiting', 'paid', 'failed', 'cancelled', 'expired', 'refunding', 'refunded']);
export type OrderState = z.infer<typeof orderStateSchema>;

/**
 * How far the part of an order is that a partner plays. reserved: not paid yet · confirming: paid, and the partner is
 * being told · confirmed: its tickets are here · lost: its places could not be given; that part of the money goes back ·
 * cancelled: given up before it was paid.
 */
export const orderPartSchema = z
  .strictObject({
    owner: ownerSchema,
    state: z.enum(['reserved', 'confirming', 'confirmed', 'lost', 'cancelled']),
    lines: z.array(uuidSchema),
  })
  .meta({ id: 'OrderPart' });
export type OrderPart = z.infer<typeof orderPartSchema>;

/** What was agreed to be paid. Shows no personal data back but `mailedTo`, and that for a short time. */
export const orderSchema = z
  .strictObject({
    id: uuidSchema,
    number: z.string().describe('For people: printed on tickets and mails, such as 2026-7KQ4X2.'),
    state: orderStateSchema,
    reason: z
      .enum([
        'seats-lost',
        'paid-twice',
        'paid-after-cancel',
        'payment-mismatch',
        'charged-back',
        'performance-cancelled',
        'voucher-used',
        'withdrawn',
      ])
      .nullable()
      .describe('Why money goes back or needs a person, when it does.'),
    createdAt: instantSchema,
    lines: z.array(lineSchema),
    mailedTo: emailSchema
      .optional()
      .describe('Where its mails go, for as long as the buyer may correct that: until it is paid and an hour after.'),
    total: moneySchema.describe('What was to be paid, less what vouchers paid.'),
    extras: cartExtrasSchema.optional().describe('What was bought beside places, as it was agreed to.'),
    entitlements: z
      .array(entitlementSchema)
      .optional()
      .describe('Vouchers and passes that came with it, once it is paid.'),
    parts: z.array(orderPartSchema).describe('What partners play of it; empty when all is the selling centre’s own.'),
    tickets: z.array(ticketSchema),
    checkoutUrl: z.url().nullable().describe('Where to pay now; null when there is nothing to pay or no open attempt.'),
    payUntil: instantSchema.optional().describe('Until when the payment page of checkoutUrl takes the payment.'),
    canPayAgain: z.boolean().describe('True after a failed attempt while the places are still held.'),
    holdEndsAt: instantSchema.nullable(),
    refund: z
      .strictObject({
        amount: moneySchema,
        state: z.enum(['queued', 'pending', 'refunded', 'failed']),
      })
      .nullable(),
  })
  .meta({ id: 'Order' });
export type Order = z.infer<typeof orderSchema>;

/** An order with the bearer token that reads it, cancels it or pays it again, and nothing else. */
export const orderAccessSchema = z.strictObject({ order: orderSchema, token: z.string() }).meta({ id: 'OrderAccess' });
export type OrderAccess = z.infer<typeof orderAccessSchema>;

/** Code the payment page's return carried as `?foyer_return=`. Works once, and again for two minutes after. */
export const orderReturnSchema = z
  .strictObject({ code: z.string().regex(/^[A-Za-z0-9_-]{20,100}$/) })
  .meta({ id: 'OrderReturn' });
export type OrderReturn = z.infer<typeof orderReturnSchema>;

/** Query parameter by which the host page learns that a buyer came back from paying. */
export const RETURN_PARAMETER = 'foyer_return';
