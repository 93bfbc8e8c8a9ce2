import type { CancelRequest, ConfirmRequest, ExtendRequest, ReservationRequest } from '../../../sdk/contract/index.ts';
import { type Forgery, type SigningKey, signatureHeaders } from './signing.ts';
import type { Time } from './time.ts';

/** The same as the platform's, for who has no port to ask. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** An answer as it came, judged by whoever asked. */
export interface Answer {
  /** What was asked, for the report. */
  readonly asked: string;
  readonly status: number;
  readonly headers: Headers;
  /** Undefined when it is no JSON. */
  readonly body: unknown;
}

/** Whether a request is signed rightly, not at all, or wrongly in some way; and what is sent instead of `json`. */
export interface Sending {
  readonly json?: unknown;
  /** A body as it is, instead of JSON. */
  readonly text?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly sign?: Forgery | false;
}

/** One that asks the centre under test, in the name of one agreement. */
export interface Partner {
  readonly agreement: string;
  /** First 16 hex digits of the SHA-256 of its public key. */
  readonly keyId: string;
  /** Reservations it tried to make, oldest first. */
  readonly made: readonly string[];
  /** A path below `/network/v1`. */
  send(method: string, path: string, sending?: Sending): Promise<Answer>;
  put(id: string, request: Loose<ReservationRequest>): Promise<Answer>;
  read(id: string): Promise<Answer>;
  extend(id: string, request: Loose<ExtendRequest>): Promise<Answer>;
  confirm(id: string, request: ConfirmRequest): Promise<Answer>;
  cancel(id: string, reason: CancelRequest['reason']): Promise<Answer>;
  changes(after: string, limit?: number): Promise<Answer>;
  forget(): void;
}

/** What a sender may leave out because the contract has a default for it. */
export type Loose<T> = Omit<T, 'channel' | 'forPayment'> & { channel?: string; forPayment?: boolean };

export interface PartnerParts {
  /** Base address of the owning centre's API, such as `https://tickets.example/centres/de-brug`. */
  readonly url: string;
  readonly agreement: string;
  readonly key: SigningKey;
  readonly fetch: Fetch;
  readonly time: Time;
}

/** Longer nobody waits for one answer. */
const PATIENCE = 15_000;
/** So often a request is sent again that was told to come back later. */
const RETRIES = 3;

export function createPartner({ url: base, agreement, key, fetch, time }: PartnerParts): Partner {
  const made: string[] = [];

  const once = async (method: string, path: string, sending: Sending): Promise<Answer> => {
    const url = new URL(`${base.replace(/\/$/, '')}/network/v1${path}`);
    const body = sending.text ?? (sending.json === undefined ? undefined : JSON.stringify(sending.json));
    const now = Math.floor(time.now() / 1000);
    const plain: Record<string, string> = body === undefined ? {} : { 'content-type': 'application/json' };
    const signed =
      sending.sign === false ? plain : signatureHeaders({ method, url, body }, { agreement, key, now }, sending.sign);
    const response = await fetch(url.href, {
      method,
      headers: { accept: 'application/json', ...signed, ...sending.headers },
      redirect: 'error',
      signal: AbortSignal.timeout(PATIENCE),
      ...(body !== undefined && { body }),
    });
    const text = await response.text();
    return { asked: `${method} ${path}`, status: response.status, headers: response.headers, body: parsed(text) };
  };

  const send: Partner['send'] = async (method, path, sending = {}) => {
    const id = /^\/reservations\/([^/]+)$/.exec(path)?.[1];
    if (method === 'PUT' && id && !made.includes(id)) made.push(id);
    for (let attempt = 0; ; attempt += 1) {
      const answer = await once(method, path, sending);
      const wait = Number(answer.headers.get('retry-after') ?? 1);
      if (codeIn(answer.body) !== 'rate_limited' || attempt === RETRIES || wait > 60) return answer;
      await time.pause(wait * 1000);
    }
  };
  const about = (id: string, verb = '') => `/reservations/${id}${verb}`;

  return {
    agreement,
    keyId: key.id,
    made,
    send,
    put: (id, json) => send('PUT', about(id), { json }),
    read: (id) => send('GET', about(id)),
    extend: (id, json) => send('POST', about(id, '/extend'), { json }),
    confirm: (id, json) => send('POST', about(id, '/confirm'), { json }),
    cancel: (id, reason) => send('POST', about(id, '/cancel'), { json: { reason } }),
    changes: (after, limit) => send('GET', `/changes?after=${after}${limit === undefined ? '' : `&limit=${limit}`}`),
    forget() {
      made.length = 0;
    },
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The code of an error's body, whatever else it is. */
export function codeIn(body: unknown): string | undefined {
  const error = typeof body === 'object' && body !== null && 'error' in body ? body.error : undefined;
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : undefined;
}
