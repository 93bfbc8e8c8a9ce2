/**
 * The outside world of the SDK. Whoever makes a client or a shop may give any part of it; what is not given is the web's
 * own, which is there wherever there is a standard `fetch`: in browsers, Node, Deno and workers.
 */

/** The part of an AbortSignal the SDK uses. */
export interface SignalShape {
  readonly aborted: boolean;
  addEventListener(type: 'abort', listener: () => void): void;
  removeEventListener(type: 'abort', listener: () => void): void;
}

/** An AbortSignal: the platform's own type where the program is compiled with one, so that its `fetch` fits {@link Fetch}. */
export type Signal = typeof globalThis extends { AbortSignal: { prototype: infer Own } } ? Own : SignalShape;

/** What the SDK asks of `fetch`. */
export interface RequestOptions {
  readonly method: string;
  readonly headers: Record<string, string>;
  readonly body?: string;
  readonly signal: Signal;
  readonly cache?: 'no-store';
  readonly credentials: 'omit';
}

/** The part of a Response the SDK uses; a real one fits. */
export interface Answer {
  readonly ok: boolean;
  readonly status: number;
  readonly headers: { get(name: string): string | null };
  readonly body: { getReader(): Reader } | null;
  json(): Promise<unknown>;
  text(): Promise<string>;
  arrayBuffer(): Promise<ArrayBuffer>;
}

/** Reads an answer piece by piece. */
export interface Reader {
  read(): Promise<{ readonly done: boolean; readonly value?: Uint8Array | undefined }>;
}

/** Web-standard fetch, or something that answers like it. */
export type Fetch = (url: string, options: RequestOptions) => Promise<Answer>;

/** Time, so that tests can decide it. */
export interface Timers {
  /** Milliseconds since epoch by this device's clock. Only ever compared with itself. */
  now(): number;
  /** Calls back once after so many milliseconds; returns the way to prevent it. */
  after(milliseconds: number, callback: () => void): () => void;
}

/** Chance, so that tests can decide it. */
export interface Randomness {
  /** From 0 up to 1, for spreading retries. */
  number(): number;
  /** 128 unguessable bits as text, for idempotency keys. */
  key(): string;
}

/** Where a cart is remembered over a reload, shared by the tabs of one page's origin. May refuse silently. */
export interface Memory {
  get(key: string): string | null;
  set(key: string, value: string): void;
  remove(key: string): void;
  /** Calls back when another tab changed the key; returns the way to stop. */
  follow(key: string, changed: () => void): () => void;
}

/** What a client needs of its surroundings. */
export interface Network {
  readonly fetch: Fetch;
  readonly timers: Timers;
  readonly random: Randomness;
}

/** What a shop needs of its surroundings. */
export interface Platform extends Network {
  readonly memory: Memory;
}

/** An AbortController as every platform with `fetch` has it. */
export interface Controller {
  readonly signal: Signal;
  abort(): void;
}

/** A key of WebCrypto's; nobody looks inside. */
export type KeyShape = { readonly type: string };

/** The part of WebCrypto the SDK uses; a real one fits. */
export interface Subtle {
  importKey(
    format: 'raw',
    bytes: Uint8Array<ArrayBuffer>,
    algorithm: string | object,
    extractable: boolean,
    usages: readonly string[],
  ): Promise<KeyShape>;
  exportKey(format: 'raw', key: KeyShape): Promise<ArrayBuffer>;
  generateKey(
    algorithm: object,
    extractable: boolean,
    usages: readonly string[],
  ): Promise<{ readonly publicKey: KeyShape; readonly privateKey: KeyShape }>;
  deriveBits(algorithm: object, key: KeyShape, length: number): Promise<ArrayBuffer>;
  deriveKey(
    algorithm: object,
    key: KeyShape,
    derived: object,
    extractable: boolean,
    usages: readonly string[],
  ): Promise<KeyShape>;
  encrypt(algorithm: object, key: KeyShape, bytes: Uint8Array<ArrayBuffer>): Promise<ArrayBuffer>;
}

interface Globals {
  fetch(url: string, options: RequestOptions): Promise<Answer>;
  setTimeout(callback: () => void, milliseconds: number): unknown;
  clearTimeout(timeout: unknown): void;
  readonly crypto: { getRandomValues<Bytes extends Uint8Array>(bytes: Bytes): Bytes; readonly subtle?: Subtle };
  readonly AbortController: new () => Controller;
  readonly TextDecoder: new () => { decode(bytes: Uint8Array | undefined, options: { stream: boolean }): string };
}

/** The one place where the SDK names globals: it is compiled without the types of any platform. */
const globals = globalThis as unknown as Globals;

export const createController = (): Controller => new globals.AbortController();

/** Turns chunks of bytes into text, also where a character is cut in two. */
export function createDecoder(): (chunk: Uint8Array) => string {
  const decoder = new globals.TextDecoder();
  return (chunk) => decoder.decode(chunk, { stream: true });
}

/** Undefined on pages that are not served over https. */
export const webSubtle = (): Subtle | undefined => globals.crypto.subtle;

export const webRandomBytes = (count: number): Uint8Array<ArrayBuffer> =>
  globals.crypto.getRandomValues(new Uint8Array(count));

export const webTimers: Timers = {
  now: () => Date.now(),
  after(milliseconds, callback) {
    const timeout = globals.setTimeout(callback, milliseconds);
    return () => globals.clearTimeout(timeout);
  },
};

export const webRandomness: Randomness = {
  number: () => Math.random(),
  // Not crypto.randomUUID: it is missing on pages that are not served over https.
  key: () => Array.from(globals.crypto.getRandomValues(new Uint8Array(16)), hexadecimal).join(''),
};

const hexadecimal = (byte: number) => byte.toString(16).padStart(2, '0');

/** Remembers until the program ends, for one shop. */
export function createMemory(entries: Record<string, string> = {}): Memory {
  const known = new Map(Object.entries(entries));
  return {
    get: (key) => known.get(key) ?? null,
    set: (key, value) => void known.set(key, value),
    remove: (key) => void known.delete(key),
    follow: () => () => {},
  };
}

/** Fills what is not given with the web's own. */
export function completePlatform(given: Partial<Platform>): Platform {
  return {
    fetch: given.fetch ?? ((url, options) => globals.fetch(url, options)),
    timers: given.timers ?? webTimers,
    random: given.random ?? webRandomness,
    memory: given.memory ?? createMemory(),
  };
}
