import { Hono } from 'hono';
import { z } from 'zod';
import type { Clock, Randomness } from '../../ports.ts';
import { type StandInEvent, TEST_ORGANIZER } from './dataset.ts';
import { PROBLEMS, Problem } from './problem.ts';
import { createWorld, type StandInSale, type World } from './world.ts';

/**
 * What goes wrong at UiTPAS: `down` nobody answers, `broken` it answers 503, `hangs` it takes a request and never
 * answers, `answer-lost` it does what is asked and the answer never comes.
 */
export type StandInFault = 'down' | 'broken' | 'hangs' | 'answer-lost';

export interface StandInOptions {
  readonly clock: Clock;
  readonly random: Pick<Randomness, 'token'>;
  /** Client ids with their secrets. */
  readonly clients: Readonly<Record<string, string>>;
  /** Beside publiq's own test events. */
  readonly events?: readonly StandInEvent[];
  /** What the clients may do; everything by default. */
  readonly permissions?: readonly string[];
}

/** A UiTPAS that answers as publiq documents it. */
export interface UitpasStandIn {
  /** The token address is `/realms/uitid/protocol/openid-connect/token`, the API is at the root. */
  readonly app: Hono;
  /** As `fetch` of an adapter, whatever host it asks. */
  readonly fetch: typeof fetch;
  readonly world: World;
  sales(): readonly StandInSale[];
  /** Of requests that are about ticket sales or tariffs (by method and path), how many came. */
  asked(): readonly string[];
  /** From now on, or for the requests whose `METHOD /path` begins with this. */
  fail(fault: StandInFault | null, only?: string): void;
  /** Tokens that were given are no good any more. */
  revokeTokens(): void;
}

const DEFAULT_PERMISSIONS = ['TARIFFS_READ', 'TICKETSALES_REGISTER', 'TICKETSALES_SEARCH'];
const DAY = 86_400;

const saleRequests = z
  .array(
    z.object({
      eventId: z.string().min(1),
      uitpasNumber: z.string().min(1),
      regularPrice: z.number().min(0),
      regularPriceLabel: z.string().optional(),
      tariff: z.object({ id: z.string().min(1) }),
    }),
  )
  .min(1);

export function createUitpasStandIn(options: StandInOptions): UitpasStandIn {
  const { random, permissions = DEFAULT_PERMISSIONS } = options;
  const world = createWorld(options);
  const tokens = new Set<string>();
  const asked: string[] = [];
  let fault: { readonly kind: StandInFault; readonly only: string } | undefined;
  const app = new Hono();

  app.onError((error) => {
    if (error instanceof Problem) return error.toResponse();
    throw error;
  });
  app.post('/realms/uitid/protocol/openid-connect/token', async (context) => {
    const form = new URLSearchParams(await context.req.text());
    const secret = options.clients[form.get('client_id') ?? ''];
    const known = form.get('grant_type') === 'client_credentials' && secret === form.get('client_secret');
    if (!known || secret === undefined) return context.json({ error: 'invalid_client' }, 401);
    const token = random.token(32);
    tokens.add(token);
    return context.json({ access_token: token, expires_in: DAY, token_type: 'Bearer' });
  });
  app.use('*', async (context, next) => {
    asked.push(`${context.req.method} ${context.req.path}`);
    if (!tokens.has(/^Bearer (.+)$/.exec(context.req.header('Authorization') ?? '')?.[1] ?? '')) {
      throw PROBLEMS.unauthorized();
    }
    await next();
  });
  const need = (permission: string) => {
    if (!permissions.includes(permission)) throw PROBLEMS.forbidden();
  };

  app.get('/tariffs', (context) => {
    need('TARIFFS_READ');
    const { eventId = '', uitpasNumber = '', regularPrice } = context.req.query();
    const { available, message } = world.tariffs(eventId, uitpasNumber, priceOf(regularPrice));
    return context.json({ available, ...(message && { endUserMessage: { nl: message } }) });
  });
  app.get('/tariffs/static', (context) => {
    need('TARIFFS_READ');
    const { eventId = '', regularPrice } = context.req.query();
    return context.json({ available: [{ ...world.staticTariff(eventId, priceOf(regularPrice)), remaining: 1 }] });
  });
  app.post('/ticket-sales', async (context) => {
    need('TICKETSALES_REGISTER');
    const { data } = saleRequests.safeParse(await context.req.json().catch(() => undefined));
    if (!data) throw PROBLEMS.body();
    return context.json(world.register(data).map(document));
  });
  app.get('/ticket-sales', (context) => {
    need('TICKETSALES_SEARCH');
    const { eventId, start = '0', limit = '20' } = context.req.query();
    const found = world.sales().filter((sale) => eventId === undefined || sale.eventId === eventId);
    const member = found.slice(Number(start), Number(start) + Number(limit)).map(document);
    return context.json({ totalItems: found.length, member });
  });
  app.delete('/ticket-sales/:id', (context) => {
    need('TICKETSALES_REGISTER');
    world.cancel(context.req.param('id'));
    return context.body(null, 204);
  });
  app.get('/permissions', (context) =>
    context.json([
      {
        organizer: TEST_ORGANIZER,
        permissionDetails: permissions.map((id) => ({ id, label: { nl: id } })),
      },
    ]),
  );

  return {
    app,
    world,
    sales: world.sales,
    asked: () => asked,
    revokeTokens: () => tokens.clear(),
    fail(kind, only = '') {
      fault = kind === null ? undefined : { kind, only };
    },
    async fetch(input, init) {
      const request = new Request(input, init);
      const { pathname } = new URL(request.url);
      const now = fault && `${request.method} ${pathname}`.startsWith(fault.only) ? fault.kind : undefined;
      if (now === 'down') throw new TypeError('fetch failed');
      if (now === 'broken') return PROBLEMS.unavailable().toResponse();
      if (now === 'hangs') return never(request.signal);
      const answer = await app.fetch(request);
      return now === 'answer-lost' ? never(request.signal) : answer;
    },
  };
}

function priceOf(text: string | undefined): number {
  const price = Number(text);
  if (text === undefined || text === '' || !Number.isFinite(price) || price < 0) throw PROBLEMS.body();
  return price;
}

/** With a passholder, as UiTPAS gives it to those who may search for them: nothing of it is for us to keep. */
const document = ({ at: _, ...sale }: StandInSale) => ({
  ...sale,
  passholder: {
    id: `passholder-${sale.id}`,
    name: 'Vogelpeeters',
    firstName: 'Kanariemarc',
    inszNumber: '85073003328',
  },
});

const never = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => {
    const end = () => reject(signal.reason);
    if (signal.aborted) end();
    else signal.addEventListener('abort', end, { once: true });
  });
