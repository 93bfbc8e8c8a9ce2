import { Hono } from 'hono';
import {
  type AgreementTerms,
  agreementTermsSchema,
  cancelRequestSchema,
  confirmRequestSchema,
  extendRequestSchema,
  reservationRequestSchema,
} from '../../../sdk/contract/index.ts';
import { FoyerError } from '../../../server/errors.ts';
import { SMALL_HALL } from '../../harness/small-hall.ts';
import type { Fetch } from '../kit/partner.ts';
import { signingKey } from '../kit/signing.ts';
import type { Time } from '../kit/time.ts';
import { read } from './body.ts';
import type { Defect } from './defects.ts';
import { cancel, confirm, extend } from './end.ts';
import { type Booking, bookingOf, createOwner, type Owner } from './owner.ts';
import { performanceOf, statusOf, summaries } from './programme.ts';
import { reserve } from './reserve.ts';
import { verify } from './verify.ts';
import { changesOf, present } from './wire.ts';

export const OWNER_URL = 'https://tickets.example/centres/de-brug';
const CREATED = '2026-11-01T10:00:00.000Z';

/** Two partners with the same terms, small enough to reach every limit. */
export const SELLERS = [
  { agreement: 'a7b0a3de-6a55-4d0f-9a32-6a44e0f0a001', key: new Uint8Array(32).fill(1) },
  { agreement: 'a7b0a3de-6a55-4d0f-9a32-6a44e0f0a002', key: new Uint8Array(32).fill(2) },
] as const;
export const TERMS: AgreementTerms = agreementTermsSchema.parse({
  performances: {},
  priceTypes: ['adult'],
  commission: { basisPoints: 550, centsPerTicket: 25 },
  adminCentsPerTicket: 40,
  caps: { heldPlaces: 20, requestsPerMinute: 100_000 },
});

/** An owning centre in memory that breaks one promise of the protocol, or none. */
export function ownerApp(time: Time, defect?: Defect, terms = TERMS): Fetch {
  const sellers = SELLERS.map(({ agreement, key }) => {
    const { id, publicKey } = signingKey(key);
    return [agreement, { keys: new Map([[id, publicKey]]), terms }] as const;
  });
  const app = routes(createOwner(new Map(sellers), time, defect));
  return async (url, init) => app.fetch(new Request(url, init));
}

function routes(owner: Owner) {
  const app = new Hono<{ Variables: { agreement: string; body: string } }>().basePath('/centres/de-brug/network/v1');
  app.onError((error, context) => {
    if (!(error instanceof FoyerError)) throw error;
    const body = owner.breaks('errs without codes') ? { message: error.message } : error.toBody(crypto.randomUUID());
    return context.json(body, error.status);
  });
  app.get('/', (context) => context.json(discovery(owner)));
  app.use('/*', async (context, next) => {
    const { method, url, raw } = context.req;
    const body = await context.req.text();
    context.set('agreement', await verify(owner, { method, url: new URL(url), headers: raw.headers, body }));
    context.set('body', body);
    await next();
  });
  const found = (context: { get(name: 'agreement'): string; req: { param(name: 'id'): string } }) =>
    bookingOf(owner, context.get('agreement'), context.req.param('id'));

  app.get('/agreement', (context) => context.json(agreementOf(owner, context.get('agreement'))));
  app.get('/performances', (context) => context.json({ performances: summaries(owner) }));
  app.get('/performances/:id', (context) =>
    context.json(performanceOf(owner, context.req.param('id'), TERMS.priceTypes)),
  );
  app.get('/performances/:id/status', (context) => context.json(statusOf(owner, context.req.param('id'))));
  app.get('/plans/:id/:version', (context) => context.json(SMALL_HALL));
  app.get('/changes', (context) => {
    const { after = '0', limit = '100' } = context.req.query();
    return context.json(changesOf(owner, context.get('agreement'), Number(after), Number(limit)));
  });
  app.put('/reservations/:id', async (context) => {
    const request = read(owner, reservationRequestSchema, context.get('body'), context.req.header('content-type'));
    const sent = { agreement: context.get('agreement'), id: context.req.param('id'), text: context.get('body') };
    const { booking, isNew } = await reserve(owner, sent, request);
    return context.json(present(owner, booking), isNew ? 201 : 200);
  });
  app.get('/reservations/:id', (context) => context.json(present(owner, found(context))));
  const verbs = {
    extend: (booking: Booking, body: string) => extend(owner, booking, read(owner, extendRequestSchema, body)),
    confirm: (booking: Booking, body: string) => confirm(owner, booking, read(owner, confirmRequestSchema, body)),
    cancel: (booking: Booking, body: string) => cancel(owner, booking, read(owner, cancelRequestSchema, body)),
  };
  for (const [name, act] of Object.entries(verbs)) {
    app.post(`/reservations/:id/${name}`, async (context) => {
      const booking = found(context as never);
      await act(booking, context.get('body'));
      return context.json(present(owner, booking));
    });
  }
  return app;
}

const discovery = ({ breaks }: Owner) => {
  const { id, publicKey } = signingKey(new Uint8Array(32).fill(9));
  const website = 'https://www.de-brug.example/';
  return {
    id: 'de-brug',
    name: 'De Brug',
    website,
    url: OWNER_URL,
    keys: breaks('hides its keys') ? [] : [{ id, publicKey }],
  };
};

const agreementOf = ({ agreements }: Owner, id: string) => ({
  ...{ id, terms: agreements.get(id)?.terms, createdAt: CREATED, acceptedAt: CREATED },
  role: 'owner',
  partner: null,
  state: 'active',
  version: 1,
  endedAt: null,
  endedBy: null,
});
