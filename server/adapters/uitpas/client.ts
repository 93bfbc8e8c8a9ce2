import { type Timers, webTimers } from '../../../sdk/platform.ts';
import { type Breaker, createBreaker } from '../../features/network/calls/breaker.ts';
import { startDeadline } from '../../features/network/calls/deadline.ts';
import { UitpasError } from '../../features/uitpas/port.ts';
import type { Clock } from '../../ports.ts';
import { readProblem } from './answers.ts';
import type { UitpasHosts } from './hosts.ts';
import { toUitpasError } from './problems.ts';
import { createTokenKeeper, type TokenKeeper } from './token.ts';

export interface UitpasClientOptions {
  readonly hosts: UitpasHosts;
  /** Of the organiser's own client at publiq. */
  readonly clientId: string;
  readonly clientSecret: string;
  readonly clock: Clock;
  readonly timers?: Timers;
  readonly fetch?: typeof fetch;
  /** Told of every attempt that failed, in one line: no card number, no key, nothing of an answer's body. */
  readonly log: (message: string) => void;
}

export interface UitpasCall<T> {
  readonly method: 'GET' | 'POST' | 'DELETE';
  /** With its query. */
  readonly path: string;
  readonly json?: unknown;
  /** Milliseconds for everything; each try gets an equal part. */
  readonly within: number;
  /** How often it is tried at most; more than once only what may be repeated. */
  readonly tries: number;
  /** Reads a good answer; throws when it does not fit. */
  readonly read: (body: unknown) => T;
}

/** @throws UitpasError */
export type CallUitpas = <T>(call: UitpasCall<T>) => Promise<T>;

/** Speaks with UiTPAS: bearer token, deadline, a second try of what is safe, and a rest while it does not answer. */
export function createCallUitpas(options: UitpasClientOptions): CallUitpas {
  const { hosts, clock, timers = webTimers, fetch = globalThis.fetch, log } = options;
  const tokens = createTokenKeeper({ url: hosts.tokens, ...options, clock, fetch });
  const breaker = createBreaker(timers);

  return async function callUitpas(call) {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await guarded(breaker, () => inTime(call));
      } catch (cause) {
        const error = toError(cause);
        log(`${call.method} ${call.path.split('?')[0]}: ${error.code}, ${error.outcome}, attempt ${attempt}`);
        if (error.outcome === 'refused' || attempt >= call.tries) throw error;
      }
    }
  };

  async function inTime<T>(call: UitpasCall<T>): Promise<T> {
    const deadline = startDeadline(timers, call.within / call.tries);
    try {
      return await once(call, deadline.signal, tokens);
    } finally {
      deadline.stop();
    }
  }

  async function once<T>(call: UitpasCall<T>, signal: AbortSignal, keeper: TokenKeeper, again = true): Promise<T> {
    const { method, path, json, read } = call;
    const token = await keeper.get(signal);
    const answer = await fetch(`${hosts.api}${path}`, {
      method,
      headers: {
        Accept: 'application/json',
        Authorization: `Bearer ${token}`,
        ...(json !== undefined && { 'Content-Type': 'application/json' }),
      },
      ...(json !== undefined && { body: JSON.stringify(json) }),
      signal,
    });
    // A token that was taken back before its time: nothing was done with it.
    if (answer.status === 401 && again) {
      keeper.forget();
      await answer.body?.cancel();
      return once(call, signal, keeper, false);
    }
    const body = await bodyOf(answer);
    if (!answer.ok) throw toUitpasError(answer.status, readProblem(body));
    return read(body);
  }
}

async function bodyOf(answer: Response): Promise<unknown> {
  const text = await answer.text();
  try {
    return text === '' ? undefined : JSON.parse(text);
  } catch {
    // A page of somebody in between is no answer; the status says enough.
    return undefined;
  }
}

async function guarded<T>(breaker: Breaker, work: () => Promise<T>): Promise<T> {
  if (breaker.enter() > 0) throw new UitpasError('unknown', 'uitpas_unavailable', { message: 'UiTPAS is resting.' });
  let healthy = false;
  try {
    const done = await work();
    healthy = true;
    return done;
  } catch (error) {
    healthy = error instanceof UitpasError && error.outcome === 'refused';
    throw error;
  } finally {
    breaker.leave(healthy);
  }
}

const toError = (cause: unknown): UitpasError =>
  cause instanceof UitpasError
    ? cause
    : new UitpasError('unknown', 'uitpas_unavailable', { message: cause instanceof Error ? cause.name : 'failed' });
