import { Refusal } from './errors.ts';
import type { Answer, ApiRequest } from './wire.ts';

/** Mollie remembers an answer this long. */
const REMEMBERED_MS = 3_600_000;

interface Entry {
  readonly at: number;
  readonly request: string;
  answer: Answer | null;
}

/** Answers already given to POST requests that carried an Idempotency-Key, by account. */
export interface Idempotency {
  /**
   * The answer given before to this very request.
   * @throws Refusal 400 when the key was used for another request, 409 while the first is still being handled.
   */
  recall(scope: string, request: ApiRequest, now: number): Answer | undefined;
  /** Keeps the answer; until it has been delivered the key counts as in flight. */
  keep(scope: string, request: ApiRequest, answer: Answer, now: number): void;
}

/** Only what was decided is worth repeating; whoever got a 5xx or 429 may simply try again. */
const isDecided = ({ status }: Answer) => status < 500 && status !== 429;

const fingerprint = ({ method, path, query, body }: ApiRequest) => `${method} ${path}?${query}\n${body}`;

export function createIdempotency(): Idempotency {
  // All entries live equally long, so the oldest are always in front.
  const entries = new Map<string, Entry>();

  function forget(now: number) {
    for (const [key, { at }] of entries) {
      if (now - at < REMEMBERED_MS) return;
      entries.delete(key);
    }
  }

  return {
    recall(scope, request, now) {
      forget(now);
      const entry = entries.get(`${scope} ${request.idempotencyKey}`);
      if (!entry) return undefined;
      if (entry.request !== fingerprint(request)) {
        throw new Refusal(400, 'The idempotency key was already used for a different request');
      }
      if (!entry.answer) throw new Refusal(409, 'A request with this idempotency key is still being processed');
      return { ...entry.answer, headers: { ...entry.answer.headers, 'idempotent-replayed': 'true' } };
    },
    keep(scope, request, answer, now) {
      if (!isDecided(answer)) return;
      const complete: Answer = { ...answer, delivery: 'now' };
      const entry: Entry = { at: now, request: fingerprint(request), answer: complete };
      entries.set(`${scope} ${request.idempotencyKey}`, entry);
      if (!(answer.delivery instanceof Promise)) return;
      entry.answer = null;
      const arrived = () => {
        entry.answer = complete;
      };
      answer.delivery.then(arrived, arrived);
    },
  };
}
