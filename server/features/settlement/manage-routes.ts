import { createRoute, z } from '@hono/zod-openapi';
import { type Statement, slugSchema, statementSchema } from '../../../sdk/contract/index.ts';
import { printStatement, writeUbl } from '../../adapters/statements/index.ts';
import { centreParams, errors } from '../../http/documents.ts';
import type { FoyerApp } from '../../http/env.ts';
import type { CentreRuntime } from '../../runtime.ts';
import { statementCsv } from './csv.ts';
import { commissionInvoice } from './invoice.ts';
import { makeStatement } from './statement.ts';

/** A statement in each of its forms, by the ending of its name. */
const FORMS = {
  json: { type: 'application/json', make: (statement: Statement) => JSON.stringify(statement) },
  csv: { type: 'text/csv; charset=utf-8', make: (statement: Statement) => statementCsv(statement) },
  pdf: {
    type: 'application/pdf',
    make: (statement: Statement, { config, clock }: CentreRuntime) =>
      printStatement(statement, { language: config.language, clock }),
  },
  xml: { type: 'application/xml', make: (statement: Statement) => writeUbl(commissionInvoice(statement)) },
} as const;
type Form = keyof typeof FORMS;

const nameSchema = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])(\.(json|csv|pdf|xml))?$/, 'Must be a month such as 2026-11, and perhaps an ending.')
  .meta({ example: '2026-11.pdf' });
const binary = { schema: z.string().meta({ format: 'binary' }) };

const show = createRoute({
  method: 'get',
  path: '/centres/{centre}/manage/settlements/{partner}/{name}',
  security: [{ manage: [] }],
  summary: 'What this centre and a partner owe each other of a month, compared with what the partner has',
  description: 'As JSON, or by the ending .csv or .pdf; .xml is the invoice of our commissions (Peppol BIS Billing 3).',
  request: { params: centreParams.extend({ partner: slugSchema, name: nameSchema }) },
  responses: {
    200: {
      description: 'The statement, or the invoice.',
      content: {
        'application/json': { schema: statementSchema },
        'text/csv': binary,
        'application/pdf': binary,
        'application/xml': binary,
      },
    },
    ...errors('token_missing', 'token_invalid', 'invoice_not_possible'),
  },
});

/** What partners owe and are owed, for the centre's own people. */
export function registerSettlementManagement(app: FoyerApp): void {
  app.openapi(show, async (context) => {
    const { partner, name } = context.req.valid('param');
    const [period = '', ending = 'json'] = name.split('.');
    const centre = context.get('centre');
    const { type, make } = FORMS[ending as Form];
    const made = await make(await makeStatement(centre, partner, period), centre);
    return new Response(typeof made === 'string' ? made : Buffer.from(made), {
      headers: {
        'Content-Type': type,
        'Content-Disposition': `inline; filename="${partner}-${period}.${ending}"`,
        'Cache-Control': 'private, no-store',
      },
    });
  });
}
