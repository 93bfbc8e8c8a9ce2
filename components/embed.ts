/**
 * The one script a page needs: `<script type="module" src="…/foyer.js"></script>`. It looks for Foyer's tags, now and
 * whenever the page changes, and fetches only what they need.
 */

/** How each element is fetched; the name is its tag without `foyer-`. */
const ELEMENTS: Readonly<Record<string, () => Promise<unknown>>> = {
  shop: () => import('./shop/shop.ts'),
  'seat-map': () => import('./seat-map/seat-map.ts'),
  'ticket-types': () => import('./ticket-types/ticket-types.ts'),
  cart: () => import('./cart/cart.ts'),
  checkout: () => import('./checkout/checkout.ts'),
  order: () => import('./order/order.ts'),
  voucher: () => import('./voucher/voucher.ts'),
  pass: () => import('./pass/pass.ts'),
  programme: () => import('./programme/programme.ts'),
  'buy-button': () => import('./buy-button/buy-button.ts'),
  performance: () => import('./performance/performance.ts'),
  calendar: () => import('./calendar/calendar.ts'),
  'waiting-list': () => import('./waiting-list/waiting-list.ts'),
  subscription: () => import('./subscription/subscription.ts'),
};

/** Milliseconds between attempts to fetch an element; after the last one the page going online is waited for. */
const PAUSES = [1000, 4000, 15_000];

const SELECTOR = Object.keys(ELEMENTS)
  .map((name) => `foyer-${name}:not(:defined)`)
  .join();

/** What `start` gives: the way to use it from a script, and to end it. */
export interface Embed {
  /** Fetches what the tags in a piece of page need, also where the embed does not look by itself: in shadow roots. */
  load(root: ParentNode): void;
  /** Looks for new tags no longer. Elements that are on the page stay. */
  destroy(): void;
}

const loading = new Map<string, Promise<void>>();

/** Serves one document. Harmless when the page has another copy of the script: what is defined is not fetched again. */
export function start(page: Document): Embed {
  const observer = new MutationObserver(() => load(page));
  observer.observe(page, { childList: true, subtree: true });
  page.addEventListener('click', keepPress);
  load(page);
  return {
    load,
    destroy() {
      observer.disconnect();
      page.removeEventListener('click', keepPress);
    },
  };
}

/** A button that a server painted was pressed before there is code for it: its element, once there, does what it says. */
function keepPress(press: Event): void {
  const [pressed] = press.composedPath();
  if (pressed instanceof Element && (press.target as Element).matches(SELECTOR))
    pressed.setAttribute('data-pressed', '');
}

function load(root: ParentNode): void {
  for (const { localName } of root.querySelectorAll(SELECTOR)) void define(localName.replace('foyer-', ''));
}

/** Once for each element; forgotten when it failed for good, so that the next change of the page tries again. */
function define(name: string): Promise<void> | undefined {
  const fetchElement = ELEMENTS[name];
  if (!fetchElement || loading.has(name)) return loading.get(name);
  const started = patiently(fetchElement).catch(() => void loading.delete(name));
  loading.set(name, started);
  return started;
}

async function patiently(fetchElement: () => Promise<unknown>): Promise<void> {
  for (const pause of PAUSES) {
    try {
      await fetchElement();
      return;
    } catch {
      // A phone in a tunnel, a server being restarted: the page shows its own fallback until the next attempt.
      await new Promise<void>((resolve) => {
        setTimeout(resolve, pause);
        addEventListener('online', () => resolve(), { once: true });
      });
    }
  }
  await fetchElement();
}

/** Null on a server, where there is no page to serve. */
export const embed: Embed | null = typeof document === 'undefined' ? null : start(document);
