import type { Context } from 'hono';
import { z } from 'zod';
import type { Env } from '../../http/env.ts';
import { isStorable } from '../../http/json-body.ts';
import { refuseInvalid } from '../../http/validation.ts';

/**
 * What resellers send. Fields that OCTO has and we have no use for are passed over, as it wants; free text about people is
 * said back to whoever sent it and kept nowhere.
 */
const text = z.string().max(2_000).nullish();
const reference = z.string().trim().min(1).max(100).refine(isStorable, 'Text that is not Unicode, or has a NUL.');
const localDate = z.iso.date();
const minutes = z.int().min(1).max(120);

export const contactSchema = z.object({
  fullName: text,
  firstName: text,
  lastName: text,
  emailAddress: text,
  phoneNumber: text,
  locales: z.array(z.string().max(35)).max(50).nullish(),
  postalCode: text,
  country: text,
  notes: text,
});
export type ContactRequest = z.infer<typeof contactSchema>;

const unitsSchema = z
  .array(z.object({ id: z.string().max(100), quantity: z.int().min(0).max(1_000) }))
  .max(50)
  .optional();

export const availabilitySchema = z.object({
  productId: z.string().max(200),
  optionId: z.string().max(200),
  localDate: localDate.optional(),
  localDateStart: localDate.optional(),
  localDateEnd: localDate.optional(),
  availabilityIds: z.array(z.string().max(200)).max(500).optional(),
  units: unitsSchema,
});

export const calendarSchema = z.object({
  productId: z.string().max(200),
  optionId: z.string().max(200),
  localDateStart: localDate,
  localDateEnd: localDate,
  units: unitsSchema,
});

const unitItemSchema = z.object({
  uuid: z.uuid().toLowerCase().optional(),
  unitId: z.string().max(200),
  resellerReference: reference.nullish(),
  seat: z.string().max(64).optional().describe('Capability foyer/seats: a seat or area of the plan.'),
  contact: contactSchema.nullish(),
});
export type UnitItemRequest = z.infer<typeof unitItemSchema>;
/** More than any performance allows, and few enough to look at. */
const unitItems = z.array(unitItemSchema).max(500).optional();

export const bookingSchema = z.object({
  uuid: z.uuid().toLowerCase().optional(),
  productId: z.string().max(200),
  optionId: z.string().max(200),
  availabilityId: z.string().max(200).nullish(),
  expirationMinutes: minutes.optional(),
  notes: text,
  unitItems,
  resellerReference: reference.nullish(),
  contact: contactSchema.nullish(),
});
export type BookingRequest = z.infer<typeof bookingSchema>;

export const updateSchema = z.object({
  productId: z.string().max(200).optional(),
  optionId: z.string().max(200).optional(),
  availabilityId: z.string().max(200).nullish(),
  expirationMinutes: minutes.optional(),
  notes: text,
  unitItems,
  resellerReference: reference.nullish(),
  contact: contactSchema.nullish(),
});
export type UpdateRequest = z.infer<typeof updateSchema>;

export const confirmSchema = z.object({
  resellerReference: reference.nullish(),
  contact: contactSchema.nullish(),
  notes: text,
  unitItems,
});
export const extendSchema = z.object({ expirationMinutes: minutes.optional() });
export const cancelSchema = z.object({ reason: text });
export const listSchema = z.object({
  resellerReference: reference.optional(),
  supplierReference: reference.optional(),
});

/** The body of a request; nothing counts as an empty one. @throws FoyerError `invalid_request` */
export async function bodyOf<Schema extends z.ZodType>(
  context: Context<Env>,
  schema: Schema,
): Promise<z.infer<Schema>> {
  const sent = await context.req.text();
  const result = schema.safeParse(sent === '' ? {} : JSON.parse(sent));
  refuseInvalid(result);
  return result.data as z.infer<Schema>;
}
