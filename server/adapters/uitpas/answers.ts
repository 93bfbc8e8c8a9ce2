import { z } from 'zod';
import type { Text } from '../../../sdk/contract/text.ts';
import type { UitpasTariff } from '../../../sdk/contract/uitpas.ts';
import type { OrganizerPermissions, RegisteredSale, TariffAnswer } from '../../features/uitpas/port.ts';

/** Of what UiTPAS answers only what is used; a passholder that comes along is never read. */
const messageSchema = z.object({ nl: z.string().min(1).max(5_000) });
const euros = z.number().min(0).max(100_000);
const id = z.string().regex(/^[\x21-\x7e]{1,100}$/);

const tariffsSchema = z.object({
  available: z.array(
    z.object({ id, name: z.string(), price: euros, type: z.string(), remaining: z.int().min(0).default(1) }),
  ),
  endUserMessage: messageSchema.nullish(),
});
const saleSchema = z.object({
  id: z.union([z.string(), z.int()]).transform(String),
  regularPriceLabel: z.string().nullish(),
  tariff: z.object({ id, price: euros }),
});
const salesSchema = z.array(saleSchema);
const pageSchema = z.object({ totalItems: z.int(), member: salesSchema });
const permissionsSchema = z.array(
  z.object({
    organizer: z.object({ id: z.string(), name: z.string().default('') }),
    permissionDetails: z.array(z.object({ id: z.string() })).default([]),
  }),
);
const problemSchema = z.object({
  type: z.string(),
  title: z.string().optional(),
  jsonPointer: z.string().optional(),
  endUserMessage: messageSchema.optional().catch(undefined),
});
export type Problem = z.infer<typeof problemSchema>;

/** UiTPAS counts in euros. */
export const toCents = (price: number): number => Math.round(price * 100);
export const toEuros = (cents: number): number => cents / 100;

const KINDS: Record<string, UitpasTariff['kind']> = { SOCIALTARIFF: 'social', COUPON: 'coupon' };

const textOf = (message: { readonly nl: string } | null | undefined): Text | null =>
  message ? { nl: message.nl } : null;

/** Each throws when the answer is not what the documentation says. */
export function readTariffs(body: unknown): TariffAnswer {
  const { available, endUserMessage } = tariffsSchema.parse(body);
  return {
    message: textOf(endUserMessage),
    tariffs: available.map(({ id, name, price, type, remaining }) => ({
      ...{ id, name: { nl: name }, kind: KINDS[type] ?? 'other', remaining },
      price: { cents: toCents(price), currency: 'EUR' },
    })),
  };
}

const toSale = ({ id, regularPriceLabel, tariff }: z.infer<typeof saleSchema>): RegisteredSale => ({
  id,
  label: regularPriceLabel ?? '',
  cents: toCents(tariff.price),
});

export const readSales = (body: unknown): readonly RegisteredSale[] => salesSchema.parse(body).map(toSale);

export function readPage(body: unknown): { readonly sales: readonly RegisteredSale[]; readonly total: number } {
  const { totalItems, member } = pageSchema.parse(body);
  return { sales: member.map(toSale), total: totalItems };
}

export const readPermissions = (body: unknown): readonly OrganizerPermissions[] =>
  permissionsSchema.parse(body).map(({ organizer, permissionDetails }) => ({
    organizer,
    permissions: permissionDetails.map(({ id }) => id),
  }));

/** @returns undefined for what is no problem document, such as a proxy's page. */
export const readProblem = (body: unknown): Problem | undefined => problemSchema.safeParse(body).data;
