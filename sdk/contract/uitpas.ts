import { z } from 'zod';
import { uuidSchema } from './identifiers.ts';
import { moneySchema } from './money.ts';
import { textSchema } from './text.ts';

/** Longest sealed card number. */
const MAX_PROOF = 400;
/** Places that may be given a tariff in one request. */
const MAX_LINES = 50;

/**
 * The key to which a browser seals a UiTPAS number, so that only the centre that plays can read it: P-256, uncompressed,
 * base64url. It is another one every day; the one of the day before is still accepted.
 */
export const sealingKeySchema = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9]{1,20}$/),
    publicKey: z.string().regex(/^[A-Za-z0-9_-]{87}$/),
  })
  .meta({ id: 'SealingKey' });
export type SealingKey = z.infer<typeof sealingKeySchema>;

/** That UiTPAS tariffs can be asked for a performance, and how its card numbers are sealed. */
export const uitpasOfferSchema = z.strictObject({ key: sealingKeySchema }).meta({ id: 'UitpasOffer' });
export type UitpasOffer = z.infer<typeof uitpasOfferSchema>;

/**
 * A UiTPAS number, sealed to the key of the centre that plays: `<key id>.<base64url>`. Whoever passes it on learns
 * nothing from it: neither the number, nor whether two are of the same card.
 */
export const proofSchema = z
  .string()
  .max(MAX_PROOF)
  .regex(/^[a-z0-9]{1,20}\.[A-Za-z0-9_-]+$/)
  .describe('A card number, sealed to the centre that plays; opaque to everybody else, who keeps nothing of it.');

/** What UiTPAS calls a tariff, such as `SOCIALTARIFF` or `COUPON_1079`. */
export const tariffIdSchema = z.string().regex(/^[\x21-\x7e]{1,100}$/);

/** Asks which UiTPAS tariffs a card has for a place in the cart. */
export const uitpasAskSchema = z.strictObject({ line: uuidSchema, proof: proofSchema }).meta({ id: 'UitpasAsk' });
export type UitpasAsk = z.infer<typeof uitpasAskSchema>;

/** A tariff that a card has. UiTPAS decided its price; nobody computes it. */
export const uitpasTariffSchema = z
  .strictObject({
    id: tariffIdSchema,
    name: textSchema,
    kind: z.enum(['social', 'coupon', 'other']),
    price: moneySchema.describe('Of this place, all-in.'),
    remaining: z.int().min(0).describe('How many places more the card may have at it: 1, or more for a group pass.'),
  })
  .meta({ id: 'UitpasTariff' });
export type UitpasTariff = z.infer<typeof uitpasTariffSchema>;

/** The tariffs of a card for a place; there may be none. */
export const uitpasAnswerSchema = z
  .strictObject({
    line: uuidSchema,
    tariffs: z.array(uitpasTariffSchema),
    message: textSchema
      .nullable()
      .describe('What UiTPAS has to say to the visitor, with tariffs or without: always shown, as it is.'),
  })
  .meta({ id: 'UitpasAnswer' });
export type UitpasAnswer = z.infer<typeof uitpasAnswerSchema>;

/** Gives places of one performance a tariff of a card, or takes it from them: then they are at their normal price again. */
export const uitpasChoiceSchema = z
  .union([
    z.strictObject({
      lines: z.array(uuidSchema).min(1).max(MAX_LINES),
      tariff: tariffIdSchema,
      proof: proofSchema,
    }),
    z.strictObject({ lines: z.array(uuidSchema).min(1).max(MAX_LINES), tariff: z.null() }),
  ])
  .meta({ id: 'UitpasChoice' });
export type UitpasChoice = z.infer<typeof uitpasChoiceSchema>;
