import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Tells whether its element lies further down the page than what is on the screen. */
export class FurtherDown implements ReactiveController {
  isSo = false;
  private readonly host: ReactiveControllerHost & HTMLElement;
  private observer: IntersectionObserver | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.observer = new IntersectionObserver((entries) => this.look(entries.at(-1)), { rootMargin: '0px 0px -64px' });
    this.observer.observe(this.host);
  }

  hostDisconnected(): void {
    this.observer?.disconnect();
  }

  private look(entry: IntersectionObserverEntry | undefined): void {
    const isSo = entry?.isIntersecting === false && entry.boundingClientRect.top > 0;
    if (isSo === this.isSo) return;
    this.isSo = isSo;
    this.host.requestUpdate();
  }
}
