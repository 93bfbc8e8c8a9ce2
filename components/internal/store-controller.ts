import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Readable } from '../../sdk/stores/types.ts';

/** What has controllers, and is on the page or not. */
export type PageHost = ReactiveControllerHost & Pick<Node, 'isConnected'>;

/**
 * Shows a store in an element: subscribed while the element is connected, moved to another store when `select` gives
 * another, and silent otherwise. `changed` hears every new value with the one before, for what must be announced.
 */
export class StoreController<T> implements ReactiveController {
  /** What the store said last; undefined while there is no store. */
  value: T | undefined;
  private readonly host: PageHost;
  private readonly select: () => Readable<T> | undefined;
  private readonly changed: ((value: T, before: T | undefined) => void) | undefined;
  private source: Readable<T> | undefined;
  private stop: (() => void) | undefined;

  constructor(
    host: PageHost,
    select: () => Readable<T> | undefined,
    changed?: (value: T, before: T | undefined) => void,
  ) {
    this.host = host;
    this.select = select;
    this.changed = changed;
    host.addController(this);
  }

  hostConnected(): void {
    this.hostUpdate();
  }

  /** The shop may arrive, or change, with any update; an element that left the page may have one more of them. */
  hostUpdate(): void {
    if (this.host.isConnected) this.follow(this.select());
  }

  hostDisconnected(): void {
    this.follow(undefined);
  }

  private follow(source: Readable<T> | undefined): void {
    if (source === this.source) return;
    this.stop?.();
    this.source = source;
    if (!source) this.value = undefined;
    this.stop = source?.subscribe((value) => {
      const before = this.value;
      this.value = value;
      this.changed?.(value, before);
      this.host.requestUpdate();
    });
  }
}
