import type { TestCentre } from './centre.ts';

/** A request of one centre to another, as it went over the wire. */
export interface Sent {
  /** Id of the centre that was asked. */
  readonly to: string;
  readonly method: string;
  readonly path: string;
  readonly headers: string;
  readonly body: string;
}

/** What lies between the centres of a cluster: their requests in process, and what may go wrong with them. */
export interface ClusterNetwork {
  /** What a centre's server asks others with; finds them by the path `/centres/<id>`. Rejects as `fetch` does. */
  readonly fetch: typeof fetch;
  /** Everything that was sent, oldest first. */
  readonly sent: readonly Sent[];
  /** Everything that came back, in pieces: headers, bodies and streams. */
  readonly heard: readonly string[];
  join(centre: Pick<TestCentre, 'id' | 'app'>): void;
  /** From now on nobody reaches this centre, and streams from it break; until `heal`. */
  cut(centre: { readonly id: string }): void;
  heal(centre: { readonly id: string }): void;
  /** From now on requests to it wait; `release` lets them through and ends it. */
  hold(centre: { readonly id: string }): { release(): void };
  /** From now on nobody hears that it did what these ask; what it refuses is heard. Until `found`. */
  loseAnswers(centre: { readonly id: string }, asked: RegExp): { found(): void };
}

export function createClusterNetwork(): ClusterNetwork {
  const apps = new Map<string, TestCentre['app']>();
  const cuts = new Map<string, AbortController>();
  const held = new Map<string, Promise<void>>();
  const losing = new Map<string, RegExp>();
  const sent: Sent[] = [];
  const heard: string[] = [];
  const lineOf = (id: string) => {
    const line = cuts.get(id) ?? new AbortController();
    cuts.set(id, line);
    return line;
  };

  async function ask(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
    const request = new Request(input, init);
    const { pathname, search } = new URL(request.url);
    const to = /^\/centres\/([^/]+)/.exec(pathname)?.[1] ?? '';
    const app = apps.get(to);
    const line = lineOf(to);
    if (!app || line.signal.aborted) throw new TypeError('fetch failed');
    const headers = JSON.stringify([...request.headers]);
    sent.push({ to, method: request.method, path: pathname + search, headers, body: await request.clone().text() });
    const signal = AbortSignal.any([request.signal, line.signal]);
    await orBroken(held.get(to), signal);
    const answer = await orBroken(app.fetch(new Request(request, { signal }), { incoming: SERVER } as never), signal);
    if (answer.ok && losing.get(to)?.test(`${request.method} ${pathname}`)) throw new TypeError('terminated');
    heard.push(JSON.stringify([...answer.headers]));
    return new Response(answer.body && breakable(answer.body, signal, heard), answer);
  }

  return {
    fetch: ask,
    ...{ sent, heard },
    join: ({ id, app }) => void apps.set(id, app),
    cut: ({ id }) => lineOf(id).abort(new TypeError('terminated')),
    heal: ({ id }) => void cuts.delete(id),
    hold({ id }) {
      const { promise, resolve } = Promise.withResolvers<void>();
      held.set(id, promise);
      return {
        release() {
          held.delete(id);
          resolve();
        },
      };
    },
    loseAnswers({ id }, asked) {
      losing.set(id, asked);
      return { found: () => void losing.delete(id) };
    },
  };
}

/** What requests between servers seem to come from. */
const SERVER = { socket: { remoteAddress: '198.51.100.1' } };

/** The same, or the signal's reason when that comes first. */
async function orBroken<T>(promise: Promise<T> | T, signal: AbortSignal): Promise<T> {
  signal.throwIfAborted();
  const broken = Promise.withResolvers<never>();
  const refuse = () => broken.reject(signal.reason);
  signal.addEventListener('abort', refuse, { once: true });
  try {
    return await Promise.race([promise, broken.promise]);
  } finally {
    signal.removeEventListener('abort', refuse);
  }
}

/** A body that fails when the line breaks, as one over a socket does. What came through is kept in `heard`. */
function breakable(body: ReadableStream<Uint8Array>, signal: AbortSignal, heard: string[]): ReadableStream<Uint8Array> {
  const reader = body.getReader();
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          const { done, value } = await orBroken(reader.read(), signal);
          if (done) controller.close();
          else {
            heard.push(new TextDecoder().decode(value));
            controller.enqueue(value);
          }
        } catch (error) {
          await reader.cancel().catch(() => {});
          controller.error(error);
        }
      },
      cancel: (reason) => reader.cancel(reason),
    },
    { highWaterMark: 0 },
  );
}
