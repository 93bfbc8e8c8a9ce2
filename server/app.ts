import type { Log } from './adapters/log.ts';
import { FoyerError } from './errors.ts';
import { registerCatalogue } from './features/catalogue/index.ts';
import { registerCentres } from './features/centres/index.ts';
import { registerEntitlements } from './features/entitlements/index.ts';
import { registerHolds } from './features/holds/index.ts';
import { registerNetwork, registerNetworkManagement } from './features/network/index.ts';
import { octoErrors, registerOcto, registerResellerManagement } from './features/octo/index.ts';
import { registerOrders } from './features/orders/index.ts';
import { registerPayments } from './features/payments/index.ts';
import { registerPriceManagement, registerPrices } from './features/prices/index.ts';
import { registerSeating } from './features/seating/index.ts';
import { registerSettlementManagement, registerSettlements } from './features/settlement/index.ts';
import { registerTickets } from './features/tickets/index.ts';
import { registerUitpas } from './features/uitpas/index.ts';
import { registerViews } from './features/views/index.ts';
import { registerLeavingWaitingList, registerWaitingList } from './features/waiting-list/index.ts';
import { bodyLimit } from './http/body-limit.ts';
import { cors } from './http/cors.ts';
import { createFoyerApp, type FoyerApp } from './http/env.ts';
import { answerErrors } from './http/errors.ts';
import { jsonBody } from './http/json-body.ts';
import { managersOnly } from './http/managers-only.ts';
import { network } from './http/network.ts';
import { answerUnknown } from './http/not-found.ts';
import { packed } from './http/packed.ts';
import { type RateLimit, rateLimit } from './http/rate-limit.ts';
import { requestId } from './http/request-id.ts';
import { securityHeaders } from './http/security-headers.ts';
import type { Clock, Randomness } from './ports.ts';
import type { CentreRuntime } from './runtime.ts';

export interface AppParts {
  readonly centres: readonly CentreRuntime[];
  readonly log: Log;
  readonly clock: Clock;
  readonly random: Randomness;
  /** What is not in order yet, in words for operators; empty when the server can do its work. */
  readonly ready: () => Promise<readonly string[]>;
  readonly limits: AppLimits;
  /** How many proxies of the operator stand before this server. */
  readonly trustedProxies: number;
}

/** What one network may do. */
export interface AppLimits {
  readonly requests: RateLimit;
  readonly newCarts: RateLimit;
  /** Card numbers that may be asked about: nobody finds cards, or who has a social tariff, by trying. */
  readonly cardQuestions?: RateLimit;
}

/** Enough for a family, or a class with a group pass and some mistakes. */
const CARD_QUESTIONS: RateLimit = { burst: 12, perMinute: 6 };

/** A form with a button. */
const LARGEST_FORM = 1024;
const LARGEST_BODY = 64 * 1024;
/** A price list of hundreds of rules in four languages. */
const LARGEST_PRICE_LIST = 1024 * 1024;
/** What is large and the same for everybody. */
const PACKED = ['/plans/*', '/views/*', '/performances', '/performances/:performance/status'];

/** The whole API as a function from request to answer. Does nothing until it is asked something. */
export function createApp(parts: AppParts): FoyerApp {
  const { clock, limits, log, random } = parts;
  const app = createFoyerApp();
  const centres = new Map(parts.centres.map((centre) => [centre.config.id, centre]));

  app.onError(answerErrors(log));
  app.notFound(answerUnknown(app));
  app.use(requestId(random), securityHeaders(), network(parts.trustedProxies));
  describe(app, parts);

  app.use('/centres/:centre/*', async (context, next) => {
    const centre = centres.get(context.req.param('centre'));
    if (!centre) throw new FoyerError('not_found');
    context.set('centre', centre);
    await next();
  });
  // Before what follows: a payment provider has no origin, speaks no JSON and calls as often as it must.
  registerPayments(app);
  // A form of our own, which has the origin of this server and no JSON.
  app.use('/centres/:centre/waiting-list/*', rateLimit(limits.requests, clock), bodyLimit(LARGEST_FORM));
  registerLeavingWaitingList(app);
  app.use('/centres/:centre/octo/*', octoErrors());
  app.use('/centres/*', cors(), rateLimit(limits.requests, clock), limitBodies(), jsonBody());
  for (const path of PACKED) app.use(`/centres/:centre${path}`, packed());
  app.on('POST', '/centres/:centre/carts', rateLimit(limits.newCarts, clock));
  app.on('POST', '/centres/:centre/performances/:performance/waiting-list', rateLimit(limits.newCarts, clock));
  app.on('POST', '/centres/:centre/carts/:cart/uitpas', rateLimit(limits.cardQuestions ?? CARD_QUESTIONS, clock));

  registerCentres(app);
  registerCatalogue(app);
  registerPrices(app);
  registerViews(app);
  registerSeating(app);
  registerHolds(app);
  registerWaitingList(app);
  registerOrders(app);
  registerEntitlements(app);
  registerUitpas(app);
  registerTickets(app);
  registerNetwork(app);
  registerSettlements(app);
  app.use('/centres/:centre/manage/*', managersOnly());
  registerNetworkManagement(app);
  registerPriceManagement(app);
  registerResellerManagement(app);
  registerOcto(app);
  registerSettlementManagement(app);
  return app;
}

/** No body is larger than it has to be. */
function limitBodies(): ReturnType<typeof bodyLimit> {
  const [usual, priceList] = [bodyLimit(LARGEST_BODY), bodyLimit(LARGEST_PRICE_LIST)];
  return (context, next) => (context.req.path.endsWith('/manage/price-list') ? priceList : usual)(context, next);
}

/** Whether the process lives, whether it can work, and what it offers. */
function describe(app: FoyerApp, { ready }: AppParts): void {
  app.get('/health', (context) => context.json({ status: 'alive' }));
  app.get('/ready', async (context) => {
    const problems = await ready();
    return context.json({ ready: problems.length === 0, problems }, problems.length === 0 ? 200 : 503);
  });
  const bearer = { type: 'http', scheme: 'bearer' } as const;
  app.openAPIRegistry.registerComponent('securitySchemes', 'cart', bearer);
  app.openAPIRegistry.registerComponent('securitySchemes', 'order', bearer);
  app.openAPIRegistry.registerComponent('securitySchemes', 'manage', bearer);
  app.openAPIRegistry.registerComponent('securitySchemes', 'partner', {
    type: 'apiKey',
    in: 'header',
    name: 'Signature',
    description: 'HTTP Message Signature (RFC 9421), Ed25519, tag foyer-network-1.',
  });
  app.doc31('/openapi.json', { openapi: '3.1.0', info: { title: 'Foyer', version: '1' } });
}
