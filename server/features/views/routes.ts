import { createRoute, z } from '@hono/zod-openapi';
import { FoyerError } from '../../errors.ts';
import { centreParams, errors } from '../../http/documents.ts';
import type { FoyerApp } from '../../http/env.ts';
import { VIEW_NAME } from './files.ts';

const show = createRoute({
  method: 'get',
  path: '/centres/{centre}/views/{image}',
  summary: 'A photo or sketch of what one sees from a section, as a plan names it; never changes',
  request: { params: centreParams.extend({ image: z.string().regex(VIEW_NAME) }) },
  responses: {
    200: { description: 'The image.', content: { 'image/*': { schema: z.string() } } },
    304: { description: 'The image you have is this one.' },
    ...errors(),
  },
});

/** The views that a centre's plans show. They hold nothing of anybody, so every page may have them. */
export function registerViews(app: FoyerApp): void {
  app.openapi(show, async (context) => {
    const view = await context.get('centre').views.find(context.req.valid('param').image);
    if (!view) throw new FoyerError('not_found');
    context.header('Access-Control-Allow-Origin', '*');
    context.header('Cache-Control', 'public, max-age=31536000, immutable');
    context.header('ETag', view.etag);
    if (context.req.header('If-None-Match')?.includes(view.etag)) return context.body(null, 304);
    // A drawing may hold script; opened by itself it must not be able to do anything here.
    context.header('Content-Security-Policy', "default-src 'none'; style-src 'unsafe-inline'; sandbox");
    context.header('Content-Type', view.type);
    return context.body(view.body, 200);
  });
}
