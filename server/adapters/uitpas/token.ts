import { z } from 'zod';
import { UitpasError } from '../../features/uitpas/port.ts';
import type { Clock } from '../../ports.ts';

const answerSchema = z.object({ access_token: z.string().min(1), expires_in: z.number().min(1) });
/** A token is renewed so long before its end, in milliseconds. */
const MARGIN = 60_000;

export interface TokenOptions {
  /** See `UitpasHosts`. */
  readonly url: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly clock: Clock;
  readonly fetch: typeof fetch;
}

/** Keeps one client access token. It is never read, only passed on; asked for once however many wait for it. */
export interface TokenKeeper {
  /** @throws UitpasError */
  get(signal: AbortSignal): Promise<string>;
  /** It is no good any more, whatever its end was said to be. */
  forget(): void;
}

export function createTokenKeeper({ url, clientId, clientSecret, clock, fetch }: TokenOptions): TokenKeeper {
  let kept: { readonly token: string; readonly until: number } | undefined;
  let asking: Promise<string> | undefined;

  const ask = async (signal: AbortSignal): Promise<string> => {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded', Accept: 'application/json' },
      body: new URLSearchParams({ grant_type: 'client_credentials', client_id: clientId, client_secret: clientSecret }),
      signal,
    });
    const refused = answer.status === 400 || answer.status === 401 || answer.status === 403;
    if (refused) {
      throw new UitpasError('refused', 'uitpas_not_offered', { message: 'UiTPAS does not take our credentials.' });
    }
    const { data } = answerSchema.safeParse(answer.ok ? await answer.json() : undefined);
    if (!data) throw new UitpasError('unknown', 'uitpas_unavailable', { message: `No token: ${answer.status}.` });
    kept = { token: data.access_token, until: clock.now().getTime() + data.expires_in * 1000 - MARGIN };
    return data.access_token;
  };

  return {
    async get(signal) {
      if (kept && kept.until > clock.now().getTime()) return kept.token;
      asking ??= ask(signal).finally(() => {
        asking = undefined;
      });
      return asking;
    },
    forget() {
      kept = undefined;
    },
  };
}
