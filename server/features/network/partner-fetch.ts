import { UnsafeAddress } from './addresses.ts';
import type { OutgoingRequest, PartnerFetch } from './safe-fetch.ts';

/** Answers a request for a path below a centre's address. */
export type LocalCentre = (path: string, request: OutgoingRequest) => Response | Promise<Response>;

export interface PartnerFetchParts {
  /** Our own address, which is nobody's partner. */
  readonly own: string;
  /** Centres that work in this process, by their address. They are asked as any other, but for the socket. */
  readonly local: ReadonlyMap<string, LocalCentre>;
  readonly remote: PartnerFetch;
}

/** Reaches every partner where it is: in this process, or anywhere else. */
export function createPartnerFetch({ own, local, remote }: PartnerFetchParts): PartnerFetch {
  return async (address, request) => {
    const url = URL.canParse(address) ? new URL(address).href : address;
    if (isBelow(url, own)) throw new UnsafeAddress(url, 'it is our own.');
    for (const [base, ask] of local) {
      if (isBelow(url, base)) return untilAborted(ask, url.slice(base.length), request);
    }
    return remote(address, request);
  };
}

const isBelow = (url: string, base: string) => url === base || url.startsWith(`${base}/`) || url.startsWith(`${base}?`);

/** A signal ends a local answer as it would end one that comes over the network. */
async function untilAborted(ask: LocalCentre, path: string, request: OutgoingRequest): Promise<Response> {
  const { signal } = request;
  signal.throwIfAborted();
  const aborted = Promise.withResolvers<never>();
  const abort = () => aborted.reject(signal.reason);
  signal.addEventListener('abort', abort, { once: true });
  try {
    const { body, headers, status } = await Promise.race([ask(path, request), aborted.promise]);
    return new Response(body?.pipeThrough(new TransformStream(), { signal }), { status, headers });
  } finally {
    signal.removeEventListener('abort', abort);
  }
}
