import type { ErrorBody, ErrorCode } from '../contract/index.ts';
import { type Answer, createController, type Network, type Signal } from '../platform.ts';
import type { Failure, Result } from '../stores/types.ts';

/** One thing asked of a centre's API. */
export interface Call {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH';
  /** Below the centre's base URL, with leading slash; empty for the centre itself. */
  readonly path: string;
  readonly token?: string;
  readonly body?: unknown;
  readonly signal?: Signal | undefined;
  /** Milliseconds one attempt may take; 10 seconds without it. */
  readonly deadline?: number;
}

/** Asks, and asks again when the answer may be better the second time. Never rejects. */
export type Send = <T>(call: Call, read: (answer: Answer) => Promise<T>) => Promise<Result<T>>;

const ATTEMPTS = 4;
const FIRST_PAUSE = 400;
/** A server that wants us to wait longer than this is better believed: the visitor hears of it and decides. */
const LONGEST_PAUSE = 10_000;
const DEADLINE = 10_000;

interface Attempt<T> {
  readonly result: Result<T>;
  /** Milliseconds the server asked to wait. */
  readonly pause?: number | undefined;
}

/**
 * How a client talks: JSON both ways, bearer tokens, no cookies. A verb carries one idempotency key over all its
 * attempts, so that a retry after a lost answer is not done twice. What may succeed later is tried again (no answer,
 * 429, 502–504 unless a partner is away, and 409 `request_in_progress`, which is our own earlier attempt still running); nothing else is.
 */
export function createSend(baseUrl: string, { fetch, timers, random }: Network): Send {
  return async (call, read) => {
    const headers = headersOf(call, () => random.key());
    for (let attempt = 1; ; attempt += 1) {
      const { result, pause } = await once(call, headers, read);
      if (!isForUsToRepeat(result.error) || attempt === ATTEMPTS || call.signal?.aborted) return result;
      const wait = pause ?? FIRST_PAUSE * 2 ** (attempt - 1) * (0.5 + random.number());
      if (wait > LONGEST_PAUSE) return result;
      await passed(wait, call.signal);
      if (call.signal?.aborted) return result;
    }
  };

  async function once<T>(
    call: Call,
    headers: Record<string, string>,
    read: (answer: Answer) => Promise<T>,
  ): Promise<Attempt<T>> {
    const controller = createController();
    const abort = () => controller.abort();
    const cancelDeadline = timers.after(call.deadline ?? DEADLINE, abort);
    call.signal?.addEventListener('abort', abort);
    try {
      if (call.signal?.aborted) abort();
      const answer = await fetch(baseUrl + call.path, {
        method: call.method,
        headers,
        signal: controller.signal,
        credentials: 'omit',
        ...(call.body === undefined ? {} : { body: JSON.stringify(call.body) }),
      });
      if (answer.ok) return { result: { data: await read(answer) } };
      return await refused(answer);
    } catch {
      // Whatever fetch throws (no connection, cut off, deadline, an answer that is not JSON), nobody answered us.
      return { result: { error: { code: 'network', retryable: true } } };
    } finally {
      cancelDeadline();
      call.signal?.removeEventListener('abort', abort);
    }
  }

  function passed(milliseconds: number, signal: Signal | undefined): Promise<void> {
    return new Promise((resolve) => {
      const end = () => {
        cancel();
        signal?.removeEventListener('abort', end);
        resolve();
      };
      const cancel = timers.after(milliseconds, end);
      signal?.addEventListener('abort', end);
    });
  }
}

/** Whom the server waited for already: the visitor hears of it at once, and decides. */
const AWAY: readonly string[] = ['partner_unavailable', 'uitpas_unavailable'];

const isForUsToRepeat = (error: Failure | undefined): boolean =>
  error?.retryable === true && !AWAY.includes(error.code);

function headersOf({ method, token, body }: Call, key: () => string): Record<string, string> {
  return {
    ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    ...(method === 'GET' ? {} : { 'idempotency-key': key() }),
  };
}

async function refused(answer: Answer): Promise<Attempt<never>> {
  const told = await errorOf(answer);
  const code = told?.code ?? codeOf(answer.status);
  const seconds = told?.retryAfter ?? Number(answer.headers.get('retry-after') ?? Number.NaN);
  const error: Failure = {
    code,
    retryable: isTransient(answer.status) || code === 'request_in_progress',
    ...(told?.field === undefined ? {} : { field: told.field }),
    ...(told?.seats === undefined ? {} : { seats: told.seats }),
    ...(told?.lines === undefined ? {} : { lines: told.lines }),
    ...(told?.text === undefined ? {} : { text: told.text }),
    ...(told?.centre === undefined ? {} : { centre: told.centre }),
    ...(told?.requestId === undefined ? {} : { requestId: told.requestId }),
  };
  return { result: { error }, pause: Number.isFinite(seconds) ? seconds * 1000 : undefined };
}

/** The error as our server words it; undefined when something between us and the server answered. */
async function errorOf(answer: Answer): Promise<ErrorBody['error'] | undefined> {
  try {
    const body = (await answer.json()) as Partial<ErrorBody> | null;
    return typeof body?.error?.code === 'string' ? body.error : undefined;
  } catch {
    return undefined;
  }
}

const isTransient = (status: number) => status === 429 || (status >= 502 && status <= 504);

function codeOf(status: number): ErrorCode {
  if (status === 429) return 'rate_limited';
  if (status === 404) return 'not_found';
  return isTransient(status) ? 'unavailable' : 'internal';
}
