import { randomBytes } from 'node:crypto';
import type { Cart, HoldRequest, NewCart } from '../../sdk/contract/index.ts';
import { type Timers, webTimers } from '../../sdk/platform.ts';
import { systemClock } from '../../server/adapters/clock.ts';
import { createJobQueue } from '../../server/adapters/jobs/queue.ts';
import { type Log, silentLog } from '../../server/adapters/log.ts';
import type { Mail } from '../../server/adapters/mail/port.ts';
import { createManageAccess } from '../../server/adapters/manage-access.ts';
import { type Database, openDatabase, provisionCentre } from '../../server/adapters/postgres/index.ts';
import { systemRandomness } from '../../server/adapters/randomness.ts';
import { createTicketPrinter, createTicketSigner, drawQr } from '../../server/adapters/tickets/index.ts';
import { createTokens } from '../../server/adapters/tokens.ts';
import { type AppLimits, createApp } from '../../server/app.ts';
import { closeStreams, createRuntime } from '../../server/centre.ts';
import { createAskOpenly } from '../../server/features/network/agreements/index.ts';
import { createNetworkKeys, networkSeedOf } from '../../server/features/network/keys.ts';
import { createPartners } from '../../server/features/network/partners.ts';
import type { PartnerFetch } from '../../server/features/network/safe-fetch.ts';
import { type PaymentProvider, ProviderError } from '../../server/features/payments/provider.ts';
import type { FoyerApp } from '../../server/http/env.ts';
import type { Clock } from '../../server/ports.ts';
import type { CentreConfig, CentreParts, CentreRuntime } from '../../server/runtime.ts';
import { openTestDatabase } from './database.ts';
import { type SmallHallOptions, seedSmallHall } from './small-hall.ts';

/** Opens the Manage API of every test centre. */
export const TEST_MANAGE_TOKEN = 'token-of-who-manages-the-centre-of-a-test';
export const TEST_ORIGIN = 'https://www.de-proef.example';

export interface TestCentreOptions extends SmallHallOptions {
  /** Another one each time by default. */
  readonly id?: string;
  /** Overrides of what the centre is made of, such as a payment provider. */
  readonly parts?: Partial<Omit<CentreParts, 'config' | 'db'>>;
  readonly config?: Partial<CentreConfig>;
  readonly limits?: Partial<AppLimits>;
  /** How it reaches partners; without it there are none. */
  readonly reach?: PartnerFetch;
  readonly log?: Log;
  readonly clock?: Clock;
  /** How it waits for partners. */
  readonly timers?: Timers;
  /** Connections of the centre's pool; 10 by default. */
  readonly connections?: number;
  /** False leaves the tables empty. */
  readonly seed?: boolean;
}

/** A real centre with a name of its own, on a real database, reached without a port. */
export interface TestCentre {
  readonly id: string;
  /** `/centres/<id>`; what `request` puts before a path. */
  readonly base: string;
  readonly app: FoyerApp;
  readonly runtime: CentreRuntime;
  /** Logged in as the centre's own role. */
  readonly db: Database;
  /** Address with the centre's own role; with the maintenance role. */
  readonly url: string;
  readonly adminUrl: string;
  readonly schema: string;
  readonly jobsSchema: string;
  /** What was mailed, oldest first. */
  readonly mails: Mail[];
  /** Asks the API; `json` is sent as body and `token` as bearer. */
  request(path: string, init?: TestRequest): Promise<Response>;
  /** A second server on the same database, with its own pool and memory. */
  another(): Promise<TestServer>;
  stop(): Promise<void>;
}

export interface TestServer {
  readonly app: FoyerApp;
  readonly runtime: CentreRuntime;
  request(path: string, init?: TestRequest): Promise<Response>;
}

export interface TestRequest extends RequestInit {
  readonly json?: unknown;
  readonly token?: string;
  /** Network the request seems to come from. */
  readonly from?: string;
}

const GENEROUS: AppLimits = {
  requests: { burst: 1_000_000, perMinute: 1_000_000 },
  newCarts: { burst: 1_000_000, perMinute: 1_000_000 },
  cardQuestions: { burst: 1_000_000, perMinute: 1_000_000 },
};

export async function createTestCentre(options: TestCentreOptions = {}): Promise<TestCentre> {
  const database = await openTestDatabase();
  const id = options.id ?? `proef-${randomBytes(4).toString('hex')}`;
  const centre = await provisionCentre(database.adminUrl, { id, password: randomBytes(12).toString('hex') });
  const mails: Mail[] = [];
  const open: Database[] = [];

  const start = (): TestServer => {
    const server = startTestServer({ id, ...centre }, mails, options);
    open.push(server.runtime.db);
    return server;
  };

  const first = start();
  const servers = [first];
  if (options.seed !== false) await seedSmallHall(first.runtime.db, options);
  return {
    ...first,
    id,
    base: `/centres/${id}`,
    db: first.runtime.db,
    url: centre.url,
    adminUrl: database.adminUrl,
    schema: centre.schema,
    jobsSchema: centre.jobsSchema,
    mails,
    async another() {
      const server = start();
      servers.push(server);
      return server;
    },
    async stop() {
      for (const { runtime } of servers) closeStreams(runtime);
      for (const db of open) await db.destroy();
      await database.stop();
    },
  };
}

/** A server of a centre that exists, such as one made by another process. Whoever starts it ends its database. */
export function startTestServer(
  { id, url, jobsSchema }: Pick<TestCentre, 'id' | 'url' | 'jobsSchema'>,
  mails: Mail[],
  options: TestCentreOptions = {},
): TestServer {
  const db = openDatabase(url, { max: options.connections ?? 10 });
  const runtime = createRuntime(testParts(id, db, jobsSchema, mails, options));
  const app = createApp({
    centres: [runtime],
    log: runtime.log,
    clock: runtime.clock,
    random: runtime.random,
    ready: async () => [],
    limits: { ...GENEROUS, ...options.limits },
    trustedProxies: 0,
  });
  return { app, runtime, request: requester(app, `/centres/${id}`) };
}

function testParts(
  id: string,
  db: Database,
  jobsSchema: string,
  mails: Mail[],
  {
    clock = systemClock,
    config,
    log = silentLog,
    parts,
    reach = unreachablePartner,
    timers = webTimers,
  }: TestCentreOptions,
): CentreParts {
  const random = systemRandomness;
  const networkKeys = parts?.networkKeys ?? createNetworkKeys([networkSeedOf(new Uint8Array(32).fill(7))]);
  const partners = createPartners({
    ...{ db, clock, log, random },
    keys: networkKeys,
    fetch: reach,
    timers,
  });
  return {
    config: {
      id,
      name: 'De Proef',
      website: TEST_ORIGIN,
      email: 'onthaal@de-proef.example',
      address: 'Proefstraat 1, 9999 Wolvegem',
      language: 'nl',
      currency: 'EUR',
      timeZone: 'Europe/Brussels',
      apiUrl: `https://api.example/centres/${id}`,
      origins: [TEST_ORIGIN],
      maxHeldPerAddress: 10_000,
      ...config,
    },
    db,
    tokens: createTokens('a secret of a test, long enough'.padEnd(40, '.')),
    clock,
    random,
    log,
    provider: noProvider,
    mailer: { send: async (mail) => void mails.push(mail) },
    signer: createTicketSigner(new Uint8Array(32).fill(7)),
    networkKeys,
    partners,
    agreementCalls: partners,
    settlementCalls: partners,
    uitpasCalls: partners,
    askOpenly: createAskOpenly(reach),
    printer: createTicketPrinter({ look: { colour: '#5b2a86' }, clock }),
    drawQr,
    jobs: createJobQueue(jobsSchema),
    manage: createManageAccess(TEST_MANAGE_TOKEN),
    ...parts,
  };
}

const unreachable = async (): Promise<never> => {
  throw new ProviderError('unknown', 'unreachable', 'This test has no payment provider.');
};
const noProvider: PaymentProvider = {
  mode: 'test',
  create: unreachable,
  read: unreachable,
  find: unreachable,
  cancel: unreachable,
  refund: unreachable,
  refunds: unreachable,
};

const unreachablePartner: PartnerFetch = async () => {
  throw new TypeError('This test has no partners.');
};

function requester(app: FoyerApp, base: string): TestServer['request'] {
  return async (path, { json, token, from = '192.0.2.1', ...init } = {}) => {
    const headers = new Headers(init.headers);
    if (json !== undefined) headers.set('Content-Type', 'application/json');
    if (token !== undefined) headers.set('Authorization', `Bearer ${token}`);
    const body = json === undefined ? init.body : JSON.stringify(json);
    const method = init.method ?? (body === undefined || body === null ? 'GET' : 'POST');
    return app.request(`${base}${path}`, { ...init, method, headers, body }, {
      incoming: { socket: { remoteAddress: from } },
    } as never);
  };
}

/** A cart as a shop uses it: verbs that give the answer's status and body. */
export interface TestCart {
  readonly id: string;
  readonly token: string;
  hold(request: HoldRequest, headers?: Record<string, string>): Promise<TestAnswer>;
  holdSeats(seats: readonly string[], performance?: string): Promise<TestAnswer>;
  show(): Promise<Cart>;
  /** A path below the cart, such as `/extend`. */
  request(path: string, init?: TestRequest): Promise<Response>;
}

export interface TestAnswer {
  readonly status: number;
  readonly headers: Headers;
  /** The cart when the status is 200. */
  readonly cart: Cart;
  readonly code: string | undefined;
  readonly seats: readonly string[] | undefined;
  readonly field: string | undefined;
}

export async function openTestCart(server: Pick<TestServer, 'request'>, from?: string): Promise<TestCart> {
  const made = await server.request('/carts', { method: 'POST', from });
  const { cart, token } = (await made.json()) as NewCart;
  const request: TestCart['request'] = (path, init) =>
    server.request(`/carts/${cart.id}${path}`, { token, from, ...init });
  const hold: TestCart['hold'] = async (json, headers = {}) => answerOf(await request('/lines', { json, headers }));
  return {
    id: cart.id,
    token,
    request,
    hold,
    holdSeats: (seats, performance = 'het-gedacht') => hold({ performance, seats: seats.map((seat) => ({ seat })) }),
    show: async () => (await (await request('')).json()) as Cart,
  };
}

/** Reads an answer that is a cart or an error. */
export async function answerOf(response: Response): Promise<TestAnswer> {
  const body = await response.json();
  const { code, seats, field } = body.error ?? {};
  return { status: response.status, headers: response.headers, cart: body, code, seats, field };
}
