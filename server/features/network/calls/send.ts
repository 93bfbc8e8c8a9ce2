import type { Log } from '../../../adapters/log.ts';
import type { Clock, Randomness } from '../../../ports.ts';
import { UnsafeAddress } from '../addresses.ts';
import type { NetworkKeys, SigningKey } from '../keys.ts';
import type { PartnerAnswer } from '../partner-api.ts';
import { UnreadableAnswer } from '../read-json.ts';
import type { PartnerFetch } from '../safe-fetch.ts';
import { signRequest } from '../signatures/index.ts';
import { NO_ANSWER, readAnswer } from './answer.ts';

/** What is asked of a partner. */
export interface Question<T> {
  readonly method: 'GET' | 'POST' | 'PUT';
  /** Below /network/v1 of the partner, such as `/changes?after=0`. */
  readonly path: string;
  readonly json?: unknown;
  readonly accept?: string;
  /** Reads a good answer; throws when it does not fit. */
  readonly read: (answer: Response) => Promise<T>;
}

export interface SendParts {
  readonly keys: NetworkKeys;
  readonly fetch: PartnerFetch;
  readonly clock: Clock;
  readonly random: Randomness;
  readonly log: Log;
}

/** Asks once. Resolves to an answer also when there is none. */
export type Send = <T>(
  to: { readonly agreement: string; readonly url: string },
  question: Question<T>,
  signal: AbortSignal,
) => Promise<PartnerAnswer<T>>;

/**
 * Signs and sends, each time anew. After a change of keys a partner may not know the newest yet: then the older ones are
 * tried, and the one it knew is remembered.
 */
export function createSend({ keys, fetch, clock, random, log }: SendParts): Send {
  const known = new Map<string, SigningKey>();

  return async function send({ agreement, url }, question, signal) {
    const first = known.get(agreement) ?? keys.current;
    const candidates = [first, ...keys.all.filter((key) => key !== first)];
    for (const [index, key] of candidates.entries()) {
      const answer = await sendWith(key, agreement, `${url}/network/v1${question.path}`, question, signal);
      if (answer.error?.code === 'signature_invalid' && index + 1 < candidates.length) continue;
      if (!answer.error) known.set(agreement, key);
      return answer;
    }
    return { error: NO_ANSWER };
  };

  async function sendWith<T>(
    { privateKey, shown }: SigningKey,
    agreement: string,
    url: string,
    { accept = 'application/json', json, method, read }: Question<T>,
    signal: AbortSignal,
  ): Promise<PartnerAnswer<T>> {
    const headers = new Headers({ Accept: accept, ...(json !== undefined && { 'Content-Type': 'application/json' }) });
    const body = json === undefined ? undefined : new TextEncoder().encode(JSON.stringify(json));
    const name = { agreement, key: shown.id };
    const signed = signRequest({ method, url, headers, body }, { name, privateKey, clock, random });
    try {
      return await readAnswer(await fetch(url, { method, headers: signed, body, signal }), read);
    } catch (error) {
      // No connection, too late, an address that must not be asked, or not the protocol: nothing is known.
      const why = faultOf(error);
      if (why !== undefined) log.warn('partner-unusable', { agreement, why });
      return { error: NO_ANSWER };
    }
  }
}

/** What an operator must put right, here or there; not that a partner is away. */
function faultOf(error: unknown): string | undefined {
  const causes = error instanceof Error ? [error, error.cause] : [];
  return causes.find((cause) => cause instanceof UnsafeAddress || cause instanceof UnreadableAnswer)?.message;
}
