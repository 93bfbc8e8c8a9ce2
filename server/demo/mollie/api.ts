import { readAmount } from './amounts.ts';
import { parseBody } from './body.ts';
import { errorDocument, missing, Refusal } from './errors.ts';
import { chargebackDocument, paymentDocument, type Rendering, refundDocument } from './hal.ts';
import { pageOf } from './lists.ts';
import { METHODS, methodDocument, methodOf } from './methods.ts';
import { cancelPayment, createPayment, findPayment, isEnabled, methodsFor, updatePayment } from './payments.ts';
import { cancelRefund, createRefund } from './refunds.ts';
import { createRoute, routeDocument, routeList } from './routes.ts';
import { type Answer, type ApiRequest, json, noContent } from './wire.ts';
import type { Account, Payment, PaymentRoute, Refund, World } from './world.ts';

interface Call {
  readonly world: World;
  readonly account: Account;
  readonly request: ApiRequest;
  readonly rendering: Rendering;
  /** What stood in the path. */
  readonly ids: readonly string[];
}

type Route = readonly [method: string, path: RegExp, answer: (call: Call) => Answer];

const paymentOf = ({ world, account, ids }: Call): Payment => findPayment(world, account, ids[0] ?? '');

function refundOf(call: Call): Refund {
  const found = paymentOf(call).refunds.find(({ id }) => id === call.ids[1]);
  if (!found) throw new Refusal(404, `No refund exists with token ${call.ids[1]}.`);
  return found;
}

function routeOf(call: Call): PaymentRoute {
  const found = paymentOf(call).routes.find(({ id }) => id === call.ids[1]);
  if (!found) throw new Refusal(404, `No route exists with token ${call.ids[1]}.`);
  return found;
}

const embedOf = ({ request }: Call) => request.query.get('embed')?.split(',') ?? [];

const ROUTES: readonly Route[] = [
  ['POST', /^\/payments$/, (call) => show(call, createPayment(call.world, call.account, bodyOf(call)), 201)],
  ['GET', /^\/payments$/, listPayments],
  ['GET', /^\/payments\/([^/]+)$/, (call) => show(call, paymentOf(call))],
  [
    'PATCH',
    /^\/payments\/([^/]+)$/,
    (call) => {
      const payment = paymentOf(call);
      updatePayment(call.world, payment, bodyOf(call));
      return show(call, payment);
    },
  ],
  [
    'DELETE',
    /^\/payments\/([^/]+)$/,
    (call) => {
      const payment = paymentOf(call);
      cancelPayment(call.world, payment);
      return show(call, payment);
    },
  ],
  [
    'POST',
    /^\/payments\/([^/]+)\/refunds$/,
    (call) => json(201, refundDocument(createRefund(call.world, paymentOf(call), bodyOf(call)), call.rendering)),
  ],
  ['GET', /^\/payments\/([^/]+)\/refunds$/, (call) => listRefunds(call, paymentOf(call).refunds)],
  [
    'GET',
    /^\/payments\/([^/]+)\/refunds\/([^/]+)$/,
    (call) => json(200, refundDocument(refundOf(call), call.rendering)),
  ],
  [
    'DELETE',
    /^\/payments\/([^/]+)\/refunds\/([^/]+)$/,
    (call) => {
      cancelRefund(refundOf(call));
      return noContent;
    },
  ],
  [
    'POST',
    /^\/payments\/([^/]+)\/routes$/,
    (call) => json(201, routeDocument(createRoute(call.world, paymentOf(call), bodyOf(call)), call.rendering)),
  ],
  ['GET', /^\/payments\/([^/]+)\/routes$/, (call) => json(200, routeList(paymentOf(call), call.rendering))],
  ['GET', /^\/payments\/([^/]+)\/routes\/([^/]+)$/, (call) => json(200, routeDocument(routeOf(call), call.rendering))],
  ['GET', /^\/payments\/([^/]+)\/chargebacks$/, listChargebacks],
  ['GET', /^\/refunds$/, (call) => listRefunds(call, call.account.refunds)],
  ['GET', /^\/methods$/, listMethods],
  ['GET', /^\/methods\/all$/, (call) => methodList(call, METHODS)],
  [
    'GET',
    /^\/methods\/([^/]+)$/,
    (call) => json(200, methodDocument(methodOf(call.ids[0], 'id'), call.rendering, includesIssuers(call))),
  ],
];

/** Answers one request of an account that is known. Never throws: a refusal is Mollie's error document. */
export function answerApi(world: World, account: Account, request: ApiRequest): Answer {
  const rendering = {
    api: request.base,
    checkout: world.checkoutBaseUrl,
    omitsEmptyMethod: world.omitsEmptyMethod,
  };
  try {
    let known = false;
    for (const [method, path, answer] of ROUTES) {
      const found = path.exec(request.path);
      known ||= found !== null;
      if (found && method === request.method)
        return answer({ world, account, request, rendering, ids: found.slice(1) });
    }
    throw known
      ? new Refusal(405, `The ${request.method} method is not allowed here`)
      : new Refusal(404, `No resource exists at ${request.path}`);
  } catch (error) {
    return refusal(error);
  }
}

/** The error document for a refusal. @throws whatever is not one: that is a mistake of ours. */
export function refusal(error: unknown): Answer {
  if (!(error instanceof Refusal)) throw error;
  return json(error.status, errorDocument(error));
}

const bodyOf = ({ request }: Call) => parseBody(request);

const show = (call: Call, payment: Payment, status = 200) =>
  json(status, paymentDocument(payment, call.rendering, embedOf(call)));

function listPayments(call: Call): Answer {
  const { world, account, request, rendering } = call;
  const indexOf = (id: string) => {
    const payment = world.payments.get(id);
    return payment?.account === account ? payment.index : -1;
  };
  return json(
    200,
    pageOf('payments', account.payments, request.query, `${rendering.api}/payments`, indexOf, (payment) =>
      paymentDocument(payment, rendering),
    ),
  );
}

function listRefunds({ request, rendering }: Call, refunds: readonly Refund[]): Answer {
  const indexOf = (wanted: string) => refunds.findIndex(({ id }) => id === wanted);
  return json(
    200,
    pageOf('refunds', refunds, request.query, rendering.api + request.path, indexOf, (refund) =>
      refundDocument(refund, rendering),
    ),
  );
}

function listChargebacks(call: Call): Answer {
  const { request, rendering } = call;
  const { chargebacks } = paymentOf(call);
  const indexOf = (wanted: string) => chargebacks.findIndex(({ id }) => id === wanted);
  return json(
    200,
    pageOf('chargebacks', chargebacks, request.query, rendering.api + request.path, indexOf, (chargeback) =>
      chargebackDocument(chargeback, rendering),
    ),
  );
}

const includesIssuers = ({ request }: Call) => request.query.get('include')?.split(',').includes('issuers') ?? false;

function listMethods(call: Call): Answer {
  const { account, request } = call;
  const { query } = request;
  const value = query.get('amount[value]');
  const currency = query.get('amount[currency]');
  if (value !== null && currency === null) throw missing('amount.currency');
  const amount = value === null ? null : readAmount({ value, currency });
  const wallets = query.get('includeWallets')?.split(',') ?? [];
  const offered = amount ? methodsFor(account, amount, null) : METHODS.filter((method) => isEnabled(account, method));
  // Apple Pay shows only to shops that ask for it.
  return methodList(
    call,
    offered.filter(({ id }) => id !== 'applepay' || wallets.includes(id)),
  );
}

function methodList(call: Call, methods: typeof METHODS): Answer {
  return json(200, {
    count: methods.length,
    _embedded: { methods: methods.map((method) => methodDocument(method, call.rendering, includesIssuers(call))) },
    _links: {
      self: { href: `${call.rendering.api}/methods`, type: 'application/hal+json' },
      documentation: { href: 'https://docs.mollie.com/reference/list-methods', type: 'text/html' },
    },
  });
}
