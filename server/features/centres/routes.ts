import { createRoute } from '@hono/zod-openapi';
import { type Centre, centreSchema } from '../../../sdk/contract/index.ts';
import { centreParams, errors, json } from '../../http/documents.ts';
import type { FoyerApp } from '../../http/env.ts';
import type { CentreRuntime } from '../../runtime.ts';
import { listPriceTypes, toPriceType } from '../catalogue/index.ts';

const show = createRoute({
  method: 'get',
  path: '/centres/{centre}',
  summary: 'What a centre tells everybody about itself',
  request: { params: centreParams },
  responses: { 200: json(centreSchema, 'The centre.'), ...errors() },
});

/** Who the centre is, which price types it has, and the key its tickets verify with. */
export function registerCentres(app: FoyerApp): void {
  app.openapi(show, async (context) => context.json(await describeCentre(context.get('centre')), 200));
}

/** The centre as the contract tells it: for the API, and for printing on tickets and mails. */
export async function describeCentre({ config, db, signer }: CentreRuntime): Promise<Centre> {
  const types = await listPriceTypes(db);
  const { id, name, website, email, address, language, currency, timeZone, colour, theme, termsUrl, privacyUrl } =
    config;
  return {
    ...{ id, name, website, email, address, language, currency, timeZone },
    priceTypes: types.map(toPriceType),
    ticketKeys: [{ id: signer.keyId, publicKey: signer.publicKey }],
    ...(colour !== undefined && { colour }),
    ...(theme !== undefined && { theme }),
    ...(termsUrl !== undefined && { termsUrl }),
    ...(privacyUrl !== undefined && { privacyUrl }),
  };
}
