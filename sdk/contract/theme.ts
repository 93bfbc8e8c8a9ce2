import { z } from 'zod';

const hexSchema = z.string().regex(/^#[0-9a-f]{6}$/i, 'Must be a colour such as #5b2a86.');

/** One colour for both schemes, from which the other one is worked out, or one for each. */
export const themeColourSchema = z.union([hexSchema, z.strictObject({ light: hexSchema, dark: hexSchema })]);
export type ThemeColour = z.infer<typeof themeColourSchema>;

/** What colours are for. Elements know no others. */
export const THEME_ROLES = [
  'surface',
  'surface-raised',
  'surface-sunken',
  'text',
  'text-quiet',
  'border',
  'border-strong',
  'accent',
  'on-accent',
  'accent-quiet',
  'danger',
  'danger-quiet',
  'success',
  'success-quiet',
  'warning',
  'warning-quiet',
  'focus',
] as const;
/** What a colour of a theme is for. */
export type ThemeRole = (typeof THEME_ROLES)[number];

/** Name of a family that the page has, or a generic one. Nothing that could end a declaration. */
const fontSchema = z
  .string()
  .regex(/^[\p{L}\p{N}][\p{L}\p{N} -]{0,59}$/u, 'Must be the name of a font, such as Source Serif or sans-serif.');
const fontsSchema = z.array(fontSchema).min(1).max(8);

/**
 * The face of a centre: a small file at its server that reaches every element, mail and ticket. One line is enough, its
 * accent; all that is left out follows from the rest.
 */
export const themeSchema = z
  .strictObject({
    accent: themeColourSchema.describe('Buttons, links, what is chosen.'),
    surface: themeColourSchema.optional().describe('The ground that elements stand on: the colour of the page.'),
    text: themeColourSchema.optional(),
    colours: z
      .partialRecord(z.enum(THEME_ROLES), themeColourSchema)
      .optional()
      .describe('Any role by itself, for who wants to say it all.'),
    fonts: z
      .strictObject({ body: fontsSchema.optional(), heading: fontsSchema.optional() })
      .optional()
      .describe('Families that the page loads or every machine has, the first that is there is used.'),
    shape: z.enum(['square', 'soft', 'round']).optional(),
    space: z.enum(['tight', 'normal', 'wide']).optional(),
    motion: z.enum(['normal', 'none']).optional(),
    logo: z
      .string()
      .regex(/^[\w-][\w.-]{0,80}\.png$/, 'Must be the name of a PNG beside the theme’s file.')
      .optional()
      .describe('On tickets and mails. At most 100 kB.'),
  })
  .meta({ id: 'Theme' });
export type Theme = z.infer<typeof themeSchema>;

/** A theme worked out: every custom property that elements take, with its value. Safe to set as it is. */
export const themePropertiesSchema = z
  .record(z.string().regex(/^--foyer-theme-[a-z0-9-]+$/), z.string().max(600))
  .meta({ id: 'ThemeProperties' });
export type ThemeProperties = z.infer<typeof themePropertiesSchema>;
