import { html, type LitElement, nothing, type ReactiveController, type TemplateResult } from 'lit';
import { adopt } from '../internal/adopt.ts';
import { downIcon } from '../internal/icons.ts';
import { barStyles } from './bar.styles.ts';

/** What the bar says. */
interface BarTexts {
  readonly count: string;
  readonly total: string;
  /** How little time is left; empty while it is enough. */
  readonly left: string;
  readonly goOn: string;
}

/** A bar at the foot of the window, for as long as its element lies further down the page, with the way to it. */
export class Bar implements ReactiveController {
  private readonly host: LitElement;
  private observer: IntersectionObserver | undefined;
  private isFurtherDown = false;

  /** Call it once the element has a shadow root. */
  constructor(host: LitElement) {
    this.host = host;
    adopt(host.renderRoot, [barStyles]);
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
    if (isSo === this.isFurtherDown) return;
    this.isFurtherDown = isSo;
    this.host.requestUpdate();
  }

  private handleGoOn(): void {
    this.host.scrollIntoView();
    this.host.renderRoot.querySelector<HTMLElement>('#title')?.focus({ preventScroll: true });
  }

  render({ count, total, left, goOn }: BarTexts): TemplateResult | typeof nothing {
    if (!this.isFurtherDown) return nothing;
    return html`
      <div class="bar" part="bar">
        <span>
          <strong>${count}</strong> · <strong class="amount">${total}</strong>
          ${left ? html`<span class="small left">${left}</span>` : nothing}
        </span>
        <button class="button primary" type="button" @click=${() => this.handleGoOn()}>${goOn} ${downIcon}</button>
      </div>
    `;
  }
}
