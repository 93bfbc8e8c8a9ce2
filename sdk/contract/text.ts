import { z } from 'zod';

/** Languages the interface speaks. Dutch is the reference; a text may lack the others and then falls back to Dutch. */
export const languageSchema = z.enum(['nl', 'fr', 'en', 'de']).meta({ id: 'Language' });
export type Language = z.infer<typeof languageSchema>;

/** A text the centre wrote, by language. Dutch is always there. */
export const textSchema = z
  .strictObject({
    nl: z.string(),
    fr: z.string().optional(),
    en: z.string().optional(),
    de: z.string().optional(),
  })
  .meta({ id: 'Text' });
export type Text = z.infer<typeof textSchema>;
