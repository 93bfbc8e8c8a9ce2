import { z } from 'zod';
import { channelSchema } from '../channel.ts';
import { instantSchema, slugSchema, uuidSchema } from '../identifiers.ts';

const cents = z.int().min(0).max(1_000_000);

/** What an owning centre lets a selling centre sell, and on which terms. */
export const agreementTermsSchema = z
  .strictObject({
    performances: z
      .strictObject({
        ids: z.array(slugSchema).max(500).optional(),
        tags: z.array(slugSchema).max(50).optional().describe('Performances with one of these tags.'),
        from: instantSchema.optional().describe('Performances that start from here on.'),
        to: instantSchema.optional().describe('And before here.'),
      })
      .describe('Every part that is given must fit; nothing given offers the whole programme.'),
    priceTypes: z.array(slugSchema).max(50).optional().describe('Without it every price type.'),
    channels: z.array(channelSchema).min(1).default(['web', 'counter', 'kiosk']),
    stock: z
      .discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('live') }),
        z.strictObject({ kind: z.literal('quota'), places: z.int().min(1).max(100_000) }),
      ])
      .default({ kind: 'live' })
      .describe('live: whatever is free · quota: so many places of each performance at most, held and sold together.'),
    commission: z
      .strictObject({ basisPoints: z.int().min(0).max(10_000).default(0), centsPerTicket: cents.default(0) })
      .default({ basisPoints: 0, centsPerTicket: 0 })
      .describe('What the seller keeps: hundredths of a percent of the price, and an amount a ticket.'),
    adminCentsPerTicket: cents.default(0).describe('What the owner pays the seller besides, for its work.'),
    sale: z
      .strictObject({
        startsAfterHours: z
          .int()
          .min(0)
          .max(24 * 365)
          .default(0)
          .describe('The partner’s sale starts so much later than ours.'),
        endsBeforeHours: z
          .int()
          .min(0)
          .max(24 * 365)
          .default(0)
          .describe('And ends so long before the performance.'),
        subscribersEarly: z
          .literal(true)
          .optional()
          .describe(
            'The partner’s subscribers may book before that, from when a formula of ours lets subscribers choose (`bookFrom`).',
          ),
      })
      .default({ startsAfterHours: 0, endsBeforeHours: 0 }),
    caps: z
      .strictObject({
        heldPlaces: z.int().min(1).max(100_000).default(200),
        requestsPerMinute: z.int().min(1).max(100_000).default(1_200),
      })
      .default({ heldPlaces: 200, requestsPerMinute: 1_200 }),
    refunds: z
      .enum(['until-start', 'never'])
      .default('until-start')
      .describe('Whether the seller may undo a confirmed sale by itself before the performance starts.'),
    validFrom: instantSchema.optional(),
    validTo: instantSchema.optional(),
    accredited: z.boolean().default(true).describe('The seller may say it is an accredited seller of the owner.'),
  })
  .meta({ id: 'AgreementTerms' });
export type AgreementTerms = z.infer<typeof agreementTermsSchema>;

/** A public key that signs requests between centres. */
export const networkKeySchema = z
  .strictObject({
    id: z
      .string()
      .regex(/^[0-9a-f]{16}$/)
      .describe('First 16 hex digits of the SHA-256 of the raw public key.'),
    publicKey: z
      .string()
      .regex(/^[A-Za-z0-9_-]{43}$/)
      .describe('Raw 32-byte Ed25519 public key, base64url.'),
  })
  .meta({ id: 'NetworkKey' });
export type NetworkKey = z.infer<typeof networkKeySchema>;

/** Who a centre is to the centres it works with. */
export const networkCentreSchema = z
  .strictObject({
    id: slugSchema.max(40),
    name: z.string().min(1).max(200),
    website: z.url(),
    url: z.url().describe('Base address of its API, such as https://tickets.example/centres/de-brug.'),
    keys: z.array(networkKeySchema).min(1).max(10),
  })
  .meta({ id: 'NetworkCentre' });
export type NetworkCentre = z.infer<typeof networkCentreSchema>;

export const agreementStateSchema = z.enum(['offered', 'active', 'ended']);

/** An agreement as one of its two sides has it. `role` is what we are in it. */
export const agreementSchema = z
  .strictObject({
    id: uuidSchema,
    role: z.enum(['owner', 'seller']),
    partner: networkCentreSchema
      .extend({
        keys: z
          .array(networkKeySchema)
          .max(10)
          .describe('None when all were revoked, or when it is a reseller that comes in by a bearer key.'),
      })
      .nullable()
      .describe('Null while an offer was not accepted.'),
    terms: agreementTermsSchema,
    state: agreementStateSchema,
    version: z.int().min(1).describe('Counts the changes of its terms.'),
    createdAt: instantSchema,
    acceptedAt: instantSchema.nullable(),
    endedAt: instantSchema.nullable(),
    endedBy: z.enum(['owner', 'seller']).nullable(),
  })
  .meta({ id: 'Agreement' });
export type Agreement = z.infer<typeof agreementSchema>;
