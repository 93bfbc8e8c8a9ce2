import type { ReactiveController, ReactiveControllerHost } from 'lit';

/**
 * Keeps something of an element in the address of its page, where the page asks for that, so that a way back and a shared
 * link find it again. No page is added to where the visitor came along: what is kept is still the same page.
 */
export class PageAddress implements ReactiveController {
  private readonly host: ReactiveControllerHost;
  private leave: AbortController | undefined;
  private readAs: string | null = null;

  constructor(host: ReactiveControllerHost) {
    this.host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.leave = new AbortController();
    addEventListener('popstate', () => this.readAgain(), { signal: this.leave.signal });
    this.readAgain();
  }

  hostDisconnected(): void {
    this.leave?.abort();
  }

  /**
   * Whether the address has something to say that the element does not know: at first, and when a visitor went to it.
   * @param prefix What the page wants before each name; null where nothing is kept in its address.
   */
  isNews(prefix: string | null): prefix is string {
    const isNews = prefix !== this.readAs;
    this.readAs = prefix;
    return isNews && prefix !== null;
  }

  /** @param change Gives the query that is to be in the address instead of the one that is. */
  put(change: (query: string) => string): void {
    const address = new URL(location.href);
    address.search = change(address.search);
    if (address.href === location.href) return;
    try {
      history.replaceState(history.state, '', address);
    } catch {
      // A document without an address of its own, or a browser that finds it too often: it is kept with the next change.
    }
  }

  private readAgain(): void {
    this.readAs = null;
    this.host.requestUpdate();
  }
}
