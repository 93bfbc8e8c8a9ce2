import type { Memory, Platform } from '../../sdk/platform.ts';
import { createShop } from '../../sdk/stores/shop.ts';
import type { Shop } from '../../sdk/stores/types.ts';

interface Opened {
  readonly shop: Shop;
  readonly hooks: AbortController;
  users: number;
}

const opened = new Map<string, Opened>();

/**
 * The page's shop for a centre: one for everybody who asks, alive to what happens to the page while somebody uses it.
 * Who brings a `platform` gets a shop apart. Gives the shop, and what to call when it is not needed any more.
 * @throws TypeError when `baseUrl` is not an http(s) address.
 */
export function openPageShop(
  baseUrl: string,
  platform?: Partial<Platform>,
): { readonly shop: Shop; readonly leave: () => void } {
  const entry = (platform ? undefined : opened.get(baseUrl)) ?? open(baseUrl, platform);
  if (!platform) opened.set(baseUrl, entry);
  entry.users += 1;
  return {
    shop: entry.shop,
    leave() {
      entry.users -= 1;
      if (entry.users > 0) return;
      entry.hooks.abort();
      if (opened.get(baseUrl) === entry) opened.delete(baseUrl);
    },
  };
}

function open(baseUrl: string, platform: Partial<Platform> | undefined): Opened {
  const shop = createShop({ baseUrl, memory: pageMemory, ...platform });
  const hooks = new AbortController();
  const { signal } = hooks;
  // A page with an open stream is not kept for the back button, and a page that was kept shows what was true then.
  window.addEventListener('pagehide', () => shop.sleep(), { signal });
  window.addEventListener('pageshow', ({ persisted }) => persisted && shop.wake(), { signal });
  window.addEventListener('online', () => shop.wake(), { signal });
  document.addEventListener('visibilitychange', () => (document.hidden ? shop.sleep() : shop.wake()), { signal });
  return { shop, hooks, users: 0 };
}

/** The page's own storage, for the cart's token. A browser that refuses it still sells; only a reload forgets the cart. */
const pageMemory: Memory = {
  get: (key) => guarded(() => localStorage.getItem(key)),
  set: (key, value) => guarded(() => localStorage.setItem(key, value)),
  remove: (key) => guarded(() => localStorage.removeItem(key)),
  follow(key, changed) {
    const listener = (event: StorageEvent) => {
      // Without key: everything was cleared.
      if (event.key === key || event.key === null) changed();
    };
    window.addEventListener('storage', listener);
    return () => window.removeEventListener('storage', listener);
  },
};

function guarded<T>(use: () => T): T | null {
  try {
    return use();
  } catch {
    // Private windows and strict settings throw here; a cart that is not remembered is still a cart.
    return null;
  }
}
