import type { Access } from '../client/client.ts';
import type { Memory } from '../platform.ts';

/** What is kept, and when it was last used to change something (milliseconds since epoch). */
export interface Remembered extends Kept {
  readonly at: number;
}

/** An access, and what is kept of an order besides. */
export interface Kept extends Access {
  /** Ids of the performances it is for. */
  readonly about?: readonly string[] | undefined;
  /** Id of the cart it was made of. */
  readonly cart?: string | undefined;
  /** The visitor put it aside. */
  readonly aside?: boolean | undefined;
  /** The order before it, when that was not done with. */
  readonly before?: Kept | undefined;
}

/** A cart's or order's access in the page's own storage, so that a reload and other tabs have it too. */
export interface RememberedAccess {
  get(): Remembered | null;
  /** Also how other tabs are told that there is something new to read. */
  set(kept: Kept): void;
  forget(): void;
  follow(changed: () => void): () => void;
}

export function rememberAccess(key: string, memory: Memory, now: () => number): RememberedAccess {
  return {
    get: () => parse(memory.get(key)),
    set: (kept) => memory.set(key, JSON.stringify({ ...kept, at: now() })),
    forget: () => memory.remove(key),
    follow: (changed) => memory.follow(key, changed),
  };
}

/** Anything on the page may have written there, so only what looks like ours is taken. */
function parse(text: string | null): Remembered | null {
  try {
    const known = JSON.parse(text ?? 'null') as Remembered;
    return typeof known.id === 'string' && typeof known.token === 'string'
      ? { ...known, at: Number(known.at) || 0 }
      : null;
  } catch {
    return null;
  }
}
