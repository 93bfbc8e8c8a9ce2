import type { PartnerFetch } from '../safe-fetch.ts';
import type { AskOpenly } from './ports.ts';

/** How long a person who manages a centre waits for another centre's server, in milliseconds. */
const DEADLINE = 10_000;

/** Asks servers whose addresses somebody typed, as safely as partners are asked. */
export const createAskOpenly =
  (fetch: PartnerFetch): AskOpenly =>
  (url, json) =>
    fetch(url, {
      method: json === undefined ? 'GET' : 'POST',
      headers: new Headers(json === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...(json !== undefined && { body: new TextEncoder().encode(JSON.stringify(json)) }),
      signal: AbortSignal.timeout(DEADLINE),
    });
