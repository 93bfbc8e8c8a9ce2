import type { ReactiveController } from 'lit';
import type { SeatingState, SeatingStore, Shop } from '../../sdk/stores/types.ts';
import type { PageHost } from './store-controller.ts';

interface Followed {
  readonly store: SeatingStore;
  readonly stop: () => void;
}

/** Follows several performances of a shop at once: those that `wanted` names, and only while the host is connected. */
export class SeatingController implements ReactiveController {
  private readonly host: PageHost;
  private readonly shop: () => Shop | undefined;
  private readonly wanted: () => readonly string[];
  private readonly followed = new Map<string, Followed>();
  private from: Shop | undefined;

  constructor(host: PageHost, shop: () => Shop | undefined, wanted: () => readonly string[]) {
    this.host = host;
    this.shop = shop;
    this.wanted = wanted;
    host.addController(this);
  }

  /** What is known of a performance; undefined when it is not followed. */
  state(performance: string): SeatingState | undefined {
    return this.followed.get(performance)?.store.get();
  }

  hostUpdate(): void {
    // An element that left the page may have one more update.
    if (!this.host.isConnected) return;
    const shop = this.shop();
    if (shop !== this.from) this.stopAll();
    this.from = shop;
    const wanted = new Set(shop ? this.wanted() : []);
    for (const [performance, { stop }] of this.followed) {
      if (wanted.has(performance)) continue;
      stop();
      this.followed.delete(performance);
    }
    for (const performance of wanted) {
      if (shop && !this.followed.has(performance)) this.follow(shop, performance);
    }
  }

  hostDisconnected(): void {
    this.stopAll();
  }

  private follow(shop: Shop, performance: string): void {
    const store = shop.seating(performance);
    const stop = store.subscribe(() => this.host.requestUpdate());
    this.followed.set(performance, { store, stop });
  }

  private stopAll(): void {
    for (const { stop } of this.followed.values()) stop();
    this.followed.clear();
  }
}
