import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** So far ahead of what is seen, in heights of the window, it is drawn already. */
const AHEAD = '150%';
/** So many parts are drawn in one frame; the others follow in the next ones. Two took a phone more than 50 ms. */
const IN_A_FRAME = 1;

/**
 * Knows which parts of something long have come near the visitor, so that only those are drawn, and few of them in one
 * frame. A part that is not drawn yet carries `data-near` with its key, and `ref(near.watch)`. Once near stays near.
 */
export class Near implements ReactiveController {
  private readonly host: ReactiveControllerHost & { readonly renderRoot: ParentNode };
  private observer: IntersectionObserver | undefined;
  private readonly keys = new Set<string>();
  /** Near, and to be drawn in one of the next frames. */
  private readonly waiting = new Set<string>();
  private frame: number | undefined;
  private isStale = false;

  constructor(host: ReactiveControllerHost & { readonly renderRoot: ParentNode }) {
    this.host = host;
    host.addController(this);
  }

  has(key: string): boolean {
    return this.keys.has(key);
  }

  /** Draws a part before anybody comes near, for who asks for it by name. */
  add(key: string): void {
    this.keys.add(key);
    this.host.requestUpdate();
  }

  /** Something else is shown: nobody has come near any of it. */
  clear(): void {
    this.keys.clear();
    this.stop();
    this.isStale = true;
  }

  readonly watch = (part: Element | undefined): void => {
    if (!part || this.isStale) return;
    this.observer ??= new IntersectionObserver((entries) => this.handleNear(entries), { rootMargin: `${AHEAD} 0px` });
    this.observer.observe(part);
  };

  hostConnected(): void {
    this.isStale = true;
    this.host.requestUpdate();
  }

  hostDisconnected(): void {
    this.stop();
  }

  hostUpdated(): void {
    if (!this.isStale) return;
    this.isStale = false;
    for (const part of this.host.renderRoot.querySelectorAll('[data-near]')) this.watch(part);
  }

  private stop(): void {
    this.observer?.disconnect();
    this.observer = undefined;
    this.waiting.clear();
    if (this.frame !== undefined) cancelAnimationFrame(this.frame);
    this.frame = undefined;
  }

  private handleNear(entries: readonly IntersectionObserverEntry[]): void {
    for (const { target, isIntersecting } of entries) {
      const key = target instanceof HTMLElement ? (target.dataset.near ?? '') : '';
      if (isIntersecting) this.waiting.add(key);
      else this.waiting.delete(key);
    }
    this.frame ??= requestAnimationFrame(this.drawSome);
  }

  private readonly drawSome = (): void => {
    this.frame = undefined;
    const some = [...this.waiting].slice(0, IN_A_FRAME);
    if (some.length === 0) return;
    for (const key of some) {
      this.waiting.delete(key);
      this.keys.add(key);
    }
    this.host.requestUpdate();
    this.frame = requestAnimationFrame(this.drawSome);
  };
}
