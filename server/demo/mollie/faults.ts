import { errorDocument, Refusal } from './errors.ts';
import { type Answer, type ApiRequest, json } from './wire.ts';

/**
 * What can go wrong on the way. Without the request being done: `rate-limited` (429), `server-error` (500),
 * `bad-gateway` (502 with HTML), `unavailable` (503), `unreachable` (no connection), `not-found` (a read that does not
 * see a fresh write). After it was done: `cut` (no answer), `hang` (an answer that never comes), `malformed` (half a
 * JSON document), `empty` (success without a body), `server-error-after` (500) and `{ slow }` (until the promise
 * settles; the same idempotency key is in flight so long).
 */
export type Fault =
  | 'rate-limited'
  | 'server-error'
  | 'bad-gateway'
  | 'unavailable'
  | 'unreachable'
  | 'not-found'
  | 'cut'
  | 'hang'
  | 'malformed'
  | 'empty'
  | 'server-error-after'
  | { readonly slow: Promise<unknown> };

/** Which requests a fault is for; what is left out matches all. */
export interface RequestMatcher {
  readonly method?: string;
  /** Matched against the path below the API's base, such as `/payments/tr_x`. */
  readonly path?: RegExp;
}

const failed = (status: number, detail: string, headers: Record<string, string> = {}): Answer => {
  const answer = json(status, errorDocument(new Refusal(status, detail)));
  return { ...answer, headers: { ...answer.headers, ...headers } };
};

/** Official clients repeat a 5xx as soon as they are told to; without this they would wait seconds. */
const AT_ONCE = { 'retry-after': '0' };
const NOTHING: Answer = { status: 0, headers: {}, body: null, delivery: 'cut' };

const INSTEAD: Readonly<Record<string, (request: ApiRequest) => Answer>> = {
  'rate-limited': () => failed(429, 'You have exceeded the rate limit. Please try again later.', AT_ONCE),
  'server-error': () => failed(500, 'Something went wrong on our side.', AT_ONCE),
  'bad-gateway': () => ({
    status: 502,
    headers: { 'content-type': 'text/html', ...AT_ONCE },
    body: '<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>',
    delivery: 'now',
  }),
  unavailable: () => failed(503, 'Payment platform for this payment method temporarily not available', AT_ONCE),
  unreachable: () => NOTHING,
  'not-found': ({ path }) => failed(404, `No payment exists with token ${path.split('/')[2] ?? ''}.`),
};

const AFTER: Readonly<Record<string, (answer: Answer) => Answer>> = {
  cut: () => NOTHING,
  hang: (answer) => ({ ...answer, delivery: 'never' }),
  malformed: (answer) => ({ ...answer, body: (answer.body ?? '{').slice(0, -20) || '{' }),
  empty: (answer) => ({ ...answer, body: '' }),
  'server-error-after': () => failed(500, 'Something went wrong on our side.', AT_ONCE),
};

export interface Faults {
  add(matcher: RequestMatcher, fault: Fault, times: number): void;
  /** Takes the first fault that is meant for this request. */
  take(request: ApiRequest): Fault | undefined;
  clear(): void;
}

export function createFaults(): Faults {
  const waiting: { readonly matcher: RequestMatcher; readonly fault: Fault; times: number }[] = [];
  const isFor = ({ method, path }: RequestMatcher, request: ApiRequest) =>
    (method === undefined || method === request.method) && (path === undefined || path.test(request.path));
  return {
    add: (matcher, fault, times) => {
      waiting.push({ matcher, fault, times });
    },
    take(request) {
      const index = waiting.findIndex(({ matcher }) => isFor(matcher, request));
      const found = waiting[index];
      if (!found) return undefined;
      found.times -= 1;
      if (found.times <= 0) waiting.splice(index, 1);
      return found.fault;
    },
    clear: () => {
      waiting.length = 0;
    },
  };
}

/** The answer that takes the place of doing the request, for the faults that prevent it. */
export const insteadOf = (request: ApiRequest, fault: Fault | undefined): Answer | undefined =>
  typeof fault === 'string' ? INSTEAD[fault]?.(request) : undefined;

/** What becomes of the answer to a request that was done, for the faults that come after. */
export function spoil(answer: Answer, fault: Fault | undefined): Answer {
  if (fault === undefined) return answer;
  if (typeof fault === 'object') return { ...answer, delivery: fault.slow };
  return AFTER[fault]?.(answer) ?? answer;
}
