import type { LookupFunction } from 'node:net';
import { Agent, fetch } from 'undici';
import { type AddressRules, checkUrl, type Resolve, resolvePublic, systemResolve, UnsafeAddress } from './addresses.ts';

/** A request to another server, no more than partners need. */
export interface OutgoingRequest {
  readonly method: string;
  readonly headers: Headers;
  readonly body?: Uint8Array<ArrayBuffer> | undefined;
  /** Ends the request, and the answer's body with it. */
  readonly signal: AbortSignal;
}

/**
 * Asks another server. Rejects when there is no answer, also with UnsafeAddress.
 * @param url A whole address.
 */
export type PartnerFetch = (url: string, request: OutgoingRequest) => Promise<Response>;

export interface SafeFetch {
  readonly fetch: PartnerFetch;
  /** Ends what is under way and all idle connections. */
  close(): Promise<void>;
}

/** A partner's live stream says something at least every 15 seconds; silence for so long means that it is gone. */
const LONGEST_SILENCE = 60_000;
const LONGEST_CONNECTING = 3_000;

/**
 * Reaches servers whose address somebody else named, without being led where only we can go: each connection is made to
 * an address that was judged itself, no redirect is followed, and nothing but what is given is sent along.
 */
export function createSafeFetch(rules: AddressRules, resolve: Resolve = systemResolve): SafeFetch {
  const agent = new Agent({
    allowH2: false,
    bodyTimeout: LONGEST_SILENCE,
    connect: { lookup: pinningLookup(rules, resolve), timeout: LONGEST_CONNECTING },
  });
  return {
    close: () => agent.destroy(),
    async fetch(address, { body: sent, headers, method, signal }) {
      const url = checkUrl(address, rules);
      const answer = await fetch(url, {
        dispatcher: agent,
        redirect: 'manual',
        ...{ method, signal, headers: [...headers] },
        ...(sent && { body: sent }),
      });
      if (answer.status >= 300 && answer.status < 400) {
        await answer.body?.cancel();
        throw new UnsafeAddress(url, `it leads elsewhere (${answer.status}).`);
      }
      // The package types its streams by Node's, the platform by its own; they are the same.
      const body = answer.status === 204 ? null : (answer.body as ReadableStream<Uint8Array> | null);
      return new Response(body, { status: answer.status, headers: [...answer.headers] });
    },
  };
}

/** What sockets use to find where to connect: they get only addresses that were judged. */
const pinningLookup =
  (rules: AddressRules, resolve: Resolve): LookupFunction =>
  (hostname, options, callback) => {
    resolvePublic(hostname, rules, resolve).then(
      (addresses) => {
        const [first] = addresses;
        if (options.all) callback(null, [...addresses]);
        else callback(null, first?.address ?? '', first?.family);
      },
      (error: unknown) => callback(error instanceof Error ? error : new Error(String(error)), ''),
    );
  };
