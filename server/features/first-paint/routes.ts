import { createHash } from 'node:crypto';
import { createRoute, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import {
  calendarPaintSchema,
  type FirstPaint,
  performancePaintSchema,
  programmePaintSchema,
} from '../../../sdk/contract/index.ts';
import { centreParams, errors } from '../../http/documents.ts';
import type { Env, FoyerApp } from '../../http/env.ts';
import { packed } from '../../http/packed.ts';
import type { Beginnings } from '../embed/index.ts';
import { fragmentOf, sheetOf } from './fragment.ts';
import type { Painter } from './painter.ts';

const html = { description: 'HTML for inside the tag.', content: { 'text/html': { schema: z.string() } } };

const paint = <Query extends z.ZodObject>(element: FirstPaint['element'], query: Query) =>
  createRoute({
    method: 'get',
    path: `/centres/{centre}/first-paint/${element}`,
    summary: `What a page puts into its <foyer-${element}>, to be seen before any script runs`,
    request: { params: centreParams, query },
    responses: { 200: html, 304: { description: 'The one you have is this one.' }, ...errors('partner_unavailable') },
  });

const sheet = createRoute({
  method: 'get',
  path: '/centres/{centre}/first-paint/{sheet}',
  summary: 'The styles of a first paint, by the name that stands in it',
  request: {
    params: centreParams.extend({
      sheet: z.string().regex(/^(programme|calendar|performance)-(unthemed-)?[\w-]{10}\.css$/),
    }),
  },
  responses: { 200: { description: 'CSS.', content: { 'text/css': { schema: z.string() } } }, ...errors() },
});

/** First paints of elements, for pages that are made on a server. The same for everybody, so they may be kept a while. */
export function registerFirstPaint(app: FoyerApp, open: () => Promise<Painter>, beginnings: Beginnings): void {
  app.use('/centres/:centre/first-paint/*', packed());
  const answer = async (context: Context<Env>, asked: FirstPaint) => {
    const fragment = await fragmentOf(asked, context.get('centre'), { painter: await open(), beginnings });
    const etag = `"${createHash('sha256').update(fragment).digest('base64url').slice(0, 22)}"`;
    context.header('ETag', etag);
    context.header('Cache-Control', 'public, max-age=60');
    if (context.req.header('If-None-Match')?.includes(etag)) return context.body(null, 304);
    return context.html(fragment, 200);
  };
  app.openapi(paint('programme', programmePaintSchema), (context) =>
    answer(context, { element: 'programme', ...context.req.valid('query') }),
  );
  app.openapi(paint('calendar', calendarPaintSchema), (context) =>
    answer(context, { element: 'calendar', ...context.req.valid('query') }),
  );
  app.openapi(paint('performance', performancePaintSchema), (context) =>
    answer(context, { element: 'performance', ...context.req.valid('query') }),
  );
  app.openapi(sheet, async (context) => {
    const asked = context.req.valid('param').sheet;
    const [element] = asked.split('-') as [FirstPaint['element']];
    const { theme } = context.get('centre').config;
    const isThemed = theme !== undefined && !asked.includes('-unthemed-');
    const { name, css } = sheetOf(element, isThemed ? { theme } : {}, await open());
    context.header('Access-Control-Allow-Origin', '*');
    // A page that somebody kept may name the styles of another day: these are better than none.
    context.header('Cache-Control', name === asked ? 'public, max-age=31536000, immutable' : 'no-cache');
    context.header('Content-Type', 'text/css; charset=utf-8');
    return context.body(css, 200);
  });
}
