import { z } from 'zod';
import { centreSchema } from './centre.ts';
import { referenceSchema } from './identifiers.ts';
import { performanceListSchema, performanceSchema } from './performance.ts';

const lang = z
  .string()
  .regex(/^(nl|fr|en|de)(-[A-Z]{2})?$/, 'Must be a language such as nl or en-GB.')
  .default('nl')
  .describe('Of the page, at the element.');

/** Where a browser goes, and does nothing else: `javascript:` is an address too. */
const address = z
  .string()
  .max(2000)
  .regex(/^(https?:\/\/|[^:]*$|[^:/?#]*[/?#])/i, 'Must be the address of a page.')
  .default('');

const flag = z.enum(['true', 'false']).default('false');

const shared = {
  lang,
  link: address.describe('Where a performance is shown, with `{id}` and `{owner}`.'),
  unthemed: flag.describe('`true` inside a `<foyer-shop unthemed>`.'),
  preload: z
    .enum(['true', 'false'])
    .default('true')
    .describe('`false` where the page has its elements from elsewhere, or by their version.'),
};

/** Of an element that keeps in the page's address what a visitor looks for. */
const addressed = {
  'in-address': z
    .string()
    .max(40)
    .optional()
    .describe('Where the tag has it: what stands before its names in the address.'),
  query: z.string().max(2000).default('').describe('Of the address of the page, such as `?genre=jazz`.'),
};

/** What the tag of a `<foyer-programme>` says, by the names of its attributes. */
export const programmePaintSchema = z.strictObject({
  ...shared,
  ...addressed,
  layout: z.enum(['cards', 'list']).default('cards'),
  'own-first': flag,
});

/** What the tag of a `<foyer-calendar>` says. */
export const calendarPaintSchema = z.strictObject({
  ...shared,
  ...addressed,
  view: z.enum(['month', 'week', 'agenda']).default('month'),
  day: z.iso.date().optional(),
});

/** What the tag of a `<foyer-performance>` says. */
export const performancePaintSchema = z.strictObject({
  ...shared,
  performance: referenceSchema,
  seats: address.describe('Where places are chosen, such as `#tickets`.'),
  level: z.enum(['1', '2']).default('2'),
  canonical: z
    .url({ protocol: /^https?$/ })
    .max(2000)
    .optional()
    .describe('Address of the page on the site of who plays: then it is told to search engines.'),
});

/** An element to be painted before any script runs. */
export type FirstPaint =
  | ({ readonly element: 'programme' } & z.infer<typeof programmePaintSchema>)
  | ({ readonly element: 'calendar' } & z.infer<typeof calendarPaintSchema>)
  | ({ readonly element: 'performance' } & z.infer<typeof performancePaintSchema>);

/** What the element would ask first, with the answers: it travels in what is painted, as JSON. */
export const toldSchema = z.strictObject({
  of: z.url().describe('Base address of the API that would answer.'),
  answers: z
    .record(z.string(), z.union([centreSchema, performanceListSchema, performanceSchema]))
    .describe('By path and query.'),
});
export type Told = z.infer<typeof toldSchema>;
