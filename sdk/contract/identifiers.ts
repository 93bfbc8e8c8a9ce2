import { z } from 'zod';

/** Unguessable id of a cart, line, order, payment or ticket: a random UUID. */
export const uuidSchema = z.uuid();

/** Name a centre gave to something public (performance, plan, zone, price type): lower-case words joined by hyphens. */
export const slugSchema = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(80);

/** Id of a seat or area inside one seating plan, such as `P-A-12` or `STAAN`. Unique within the plan. */
export const placeIdSchema = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]*$/)
  .max(64);

/** An instant, ISO 8601 with offset, such as `2026-12-04T20:00:00+01:00`. */
export const instantSchema = z.iso.datetime({ offset: true });

/**
 * A performance or plan as a selling centre names it: its own by their slug, a partner's as `owner.slug`, such as
 * `de-brug.hamlet-2026-12-04-2000`. No slug contains a dot, so the two never meet.
 */
export const referenceSchema = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)?$/)
  .max(121);
