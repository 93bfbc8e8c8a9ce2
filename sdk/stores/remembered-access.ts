import type { Access } from '../client/client.ts';
import type { Memory } from '../platform.ts';

/** What is remembered: the access, and when it was last used to change something (milliseconds since epoch). */
export interface Remembered extends Access {
  readonly at: number;
}

/** A cart's or order's access in the page's own storage, so that a reload and other tabs have it too. */
export interface RememberedAccess {
  get(): Remembered | null;
  /** Also how other tabs are told that there is something new to read. */
  set(access: Access): void;
  forget(): void;
  follow(changed: () => void): () => void;
}

export function rememberAccess(key: string, memory: Memory, now: () => number): RememberedAccess {
  return {
    get: () => parse(memory.get(key)),
    set: ({ id, token }) => memory.set(key, JSON.stringify({ id, token, at: now() })),
    forget: () => memory.remove(key),
    follow: (changed) => memory.follow(key, changed),
  };
}

/** Anything on the page may have written there, so only what looks like ours is taken. */
function parse(text: string | null): Remembered | null {
  try {
    const { id, token, at } = JSON.parse(text ?? 'null') as Partial<Remembered>;
    return typeof id === 'string' && typeof token === 'string' ? { id, token, at: Number(at) || 0 } : null;
  } catch {
    return null;
  }
}
