import { z } from 'zod';
import { instantSchema, slugSchema, uuidSchema } from '../identifiers.ts';
import { agreementSchema, networkCentreSchema, networkKeySchema } from './agreement.ts';

/** Address of an offer, with its one-time code. */
export const offerUrlSchema = z.url({ protocol: /^https?$/ }).max(500);

/** Every agreement of a centre, of either side. */
export const agreementListSchema = z
  .strictObject({ agreements: z.array(agreementSchema) })
  .meta({ id: 'AgreementList' });
export type AgreementList = z.infer<typeof agreementListSchema>;

/** An offer as who made it gets it, once. */
export const newOfferSchema = z
  .strictObject({
    agreement: agreementSchema,
    offerUrl: offerUrlSchema.describe('For the other centre, and nobody else.'),
    expiresAt: instantSchema,
  })
  .meta({ id: 'NewOffer' });
export type NewOffer = z.infer<typeof newOfferSchema>;

/** Another centre's offer, looked at. */
export const seenOfferSchema = z
  .strictObject({ owner: networkCentreSchema, agreement: agreementSchema })
  .meta({ id: 'SeenOffer' });
export type SeenOffer = z.infer<typeof seenOfferSchema>;

/** A seller's keys, as it announces them to an owner. */
export const keyListSchema = z.strictObject({ keys: z.array(networkKeySchema).min(1).max(10) }).meta({ id: 'KeyList' });

/** What became of telling our keys to each owner that we sell or sold for. */
export const keysToldSchema = z
  .strictObject({
    told: z.array(
      z.strictObject({
        agreement: uuidSchema,
        owner: slugSchema,
        outcome: z
          .enum(['told', 'unreachable', 'refused'])
          .describe('unreachable: say it again later; until then the owner knows the older keys.'),
      }),
    ),
  })
  .meta({ id: 'KeysTold' });
/** What became of telling them to one owner. */
export type KeysTold = z.infer<typeof keysToldSchema>['told'][number];
