import type { LitElement } from 'lit';
import { orderMoreWords } from '../../translations/order-more/index.ts';
import { FoyerOrderCloseEvent } from '../order.events.ts';
import type { MoreSource } from './more.ts';

/** Where one chooses. */
const CHOICES = 'foyer-seat-map, foyer-programme, foyer-calendar, foyer-subscription, foyer-performance';
const CONTROLS = 'button, a[href], input, select, [tabindex="0"]';

/**
 * Closes an order and brings the visitor to where choosing begins, beside it or in the same part of the page, and says so.
 * A page that puts the focus somewhere itself, as it hears of it, is left alone.
 */
export class Closing {
  private readonly host: LitElement;
  private readonly source: MoreSource;

  constructor(host: LitElement, source: MoreSource) {
    this.host = host;
    this.source = source;
  }

  async open(): Promise<void> {
    const { host, source } = this;
    source.shop()?.order.putAside();
    host.dispatchEvent(new FoyerOrderCloseEvent());
    // Whoever shows what comes instead of the order has done so by the next frame.
    await new Promise(requestAnimationFrame);
    source.announce(source.localize.worded(orderMoreWords).chooseAgain);
    if (!document.activeElement || document.activeElement === document.body) this.firstChoice?.focus();
  }

  private get firstChoice(): HTMLElement | undefined {
    const { host } = this;
    const around = host.closest('foyer-shop') ?? (host.getRootNode() as ParentNode);
    const roots = [...around.querySelectorAll(CHOICES), host].map((element) => element.shadowRoot);
    const controls = roots.flatMap((root) => [...(root?.querySelectorAll<HTMLElement>(CONTROLS) ?? [])]);
    return controls.find((one) => one.tabIndex >= 0 && one.checkVisibility({ visibilityProperty: true }));
  }
}
