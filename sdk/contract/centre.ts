import { z } from 'zod';
import { slugSchema } from './identifiers.ts';
import { languageSchema, textSchema } from './text.ts';
import { themePropertiesSchema } from './theme.ts';

/** Why a seat costs what it costs: adult, under 26, 65+ … Shown in this order; the first is the default. */
export const priceTypeSchema = z
  .strictObject({
    id: slugSchema,
    name: textSchema,
    explanation: textSchema.optional(),
  })
  .meta({ id: 'PriceType' });
export type PriceType = z.infer<typeof priceTypeSchema>;

/** The centre that plays something another centre sells: whose seats, prices and tickets they are. */
export const ownerSchema = z.strictObject({ id: slugSchema, name: z.string(), website: z.url() }).meta({ id: 'Owner' });
export type Owner = z.infer<typeof ownerSchema>;

/** Public key with which anybody can verify this centre's ticket codes offline. */
export const ticketKeySchema = z
  .strictObject({
    id: z.string().describe('First 8 hex digits of the SHA-256 of the raw public key; named in every code.'),
    publicKey: z.string().describe('Raw 32-byte Ed25519 public key, base64url without padding.'),
  })
  .meta({ id: 'TicketKey' });

/** What a centre tells everybody about itself. */
export const centreSchema = z
  .strictObject({
    id: slugSchema,
    name: z.string(),
    website: z.url(),
    email: z.email(),
    address: z.string(),
    language: languageSchema,
    currency: z.literal('EUR'),
    timeZone: z.string().describe('IANA name, such as Europe/Brussels. Performance times are shown in it.'),
    priceTypes: z.array(priceTypeSchema),
    ticketKeys: z.array(ticketKeySchema),
    colour: z
      .string()
      .regex(/^#[0-9a-f]{6}$/i)
      .optional()
      .describe('Its own, on a light ground: of its tickets and mails.'),
    theme: themePropertiesSchema.optional().describe('Its face, worked out: custom properties that elements take.'),
    termsUrl: z.url().optional(),
    privacyUrl: z.url().optional(),
  })
  .meta({ id: 'Centre' });
export type Centre = z.infer<typeof centreSchema>;
