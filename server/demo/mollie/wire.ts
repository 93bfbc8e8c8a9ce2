/** A request to the API, free of any server or client. */
export interface ApiRequest {
  readonly method: string;
  /** Path below the API's base, such as `/payments/tr_x`. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** Base address the caller really uses, without trailing slash; links are built from it. */
  readonly base: string;
  readonly authorization: string | null;
  readonly idempotencyKey: string | null;
  readonly contentType: string | null;
  readonly body: string;
}

/** What goes back, and how: at once, when a promise says so, never, or by cutting the connection. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
  readonly delivery: 'now' | 'never' | 'cut' | Promise<unknown>;
}

const HAL = { 'content-type': 'application/hal+json; charset=utf-8' };

export const json = (status: number, document: unknown): Answer => ({
  status,
  headers: HAL,
  body: JSON.stringify(document),
  delivery: 'now',
});

export const noContent: Answer = { status: 204, headers: {}, body: null, delivery: 'now' };
