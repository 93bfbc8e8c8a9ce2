import { createRoute, z } from '@hono/zod-openapi';
import { uuidSchema } from '../../../sdk/contract/index.ts';
import { FoyerError } from '../../errors.ts';
import { requireToken } from '../../http/bearer.ts';
import { centreParams, errors } from '../../http/documents.ts';
import type { FoyerApp } from '../../http/env.ts';
import { printableOrder } from './printable.ts';

const TICKETS = '/centres/{centre}/orders/{order}';
const params = centreParams.extend({ order: uuidSchema });
const security = [{ order: [] }];
const file = (type: string, description: string) => ({
  200: { description, content: { [type]: { schema: z.string().meta({ format: 'binary' }) } } },
});
const wrong = errors('token_missing', 'token_invalid');

const pdf = createRoute({
  method: 'get',
  path: `${TICKETS}/tickets.pdf`,
  summary: 'The tickets of a paid order, a page each',
  security,
  request: { params },
  responses: { ...file('application/pdf', 'To print, or to keep on a phone.'), ...wrong },
});
const qr = createRoute({
  method: 'get',
  path: `${TICKETS}/tickets/{ticket}`,
  summary: 'The QR of one ticket',
  security,
  request: {
    params: params.extend({
      ticket: z
        .string()
        .regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\.svg$/)
        .describe('The ticket’s id and `.svg`.'),
    }),
  },
  responses: { ...file('image/svg+xml', 'To show at the door.'), ...wrong },
});

/** Tickets as they are carried to the door. */
export function registerTickets(app: FoyerApp): void {
  app.openapi(pdf, async (context) => {
    const { order } = context.req.valid('param');
    requireToken(context, 'order', order);
    const centre = context.get('centre');
    const printable = await printableOrder(centre, order);
    return new Response(Buffer.from(await centre.printer(printable)), {
      headers: {
        'Content-Type': 'application/pdf',
        'Content-Disposition': `attachment; filename="tickets-${printable.number}.pdf"`,
        'Cache-Control': 'private, no-store',
      },
    });
  });
  app.openapi(qr, async (context) => {
    const { order, ticket } = context.req.valid('param');
    requireToken(context, 'order', order);
    const { db, drawQr } = context.get('centre');
    const found = await db
      .selectFrom('ticket')
      .select('code')
      .where('id', '=', ticket.slice(0, -'.svg'.length))
      .where('order_id', '=', order)
      .executeTakeFirst();
    if (!found) throw new FoyerError('not_found');
    return new Response(drawQr(found.code), {
      headers: { 'Content-Type': 'image/svg+xml', 'Cache-Control': 'private, no-store' },
    });
  });
}
