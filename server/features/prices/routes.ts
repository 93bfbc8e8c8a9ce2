import { createRoute } from '@hono/zod-openapi';
import { priceListSchema, publicPriceListSchema } from '../../../sdk/contract/prices/index.ts';
import { body, centreParams, errors, json } from '../../http/documents.ts';
import type { FoyerApp } from '../../http/env.ts';
import { refuseMistakes } from './check.ts';
import { toPublicList } from './public-list.ts';

const managed = { path: '/centres/{centre}/manage/price-list', security: [{ manage: [] }] };

const show = createRoute({
  method: 'get',
  path: '/centres/{centre}/price-list',
  summary: 'The rules, subscriptions, passes and products of the centre, without those that ask for a code',
  request: { params: centreParams },
  responses: {
    200: json(publicPriceListSchema, 'The list that holds now.'),
    304: { description: 'The list you have is this one.' },
    ...errors(),
  },
});
const read = createRoute({
  method: 'get',
  ...managed,
  summary: 'The whole price list',
  request: { params: centreParams },
  responses: { 200: json(priceListSchema, 'The list that holds now.'), ...errors('token_missing', 'token_invalid') },
});
const put = createRoute({
  method: 'put',
  ...managed,
  summary: 'Another price list from now on; what is in carts is priced anew, what was ordered stays as it was',
  request: { params: centreParams, body: body(priceListSchema) },
  responses: { 200: json(priceListSchema, 'The list that holds now.'), ...errors('token_missing', 'token_invalid') },
});

/** What makes the centre's prices, for everybody. */
export function registerPrices(app: FoyerApp): void {
  app.openapi(show, async (context) => {
    const { version, list } = await context.get('centre').priceLists.current();
    const tag = `"prices-${version ?? 0}"`;
    // A new list is everybody's within half a minute; the server decides every price by the list that holds.
    context.header('Cache-Control', 'public, max-age=30');
    context.header('ETag', `W/${tag}`);
    if (context.req.header('If-None-Match')?.includes(tag)) return context.body(null, 304);
    return context.json(toPublicList(list), 200);
  });
}

/** The same for the centre's own people, who also change it. */
export function registerPriceManagement(app: FoyerApp): void {
  app.openapi(read, async (context) => context.json((await context.get('centre').priceLists.current()).list, 200));
  app.openapi(put, async (context) => {
    const { priceLists } = context.get('centre');
    const list = context.req.valid('json');
    refuseMistakes(list);
    await priceLists.put(list);
    return context.json(list, 200);
  });
}
