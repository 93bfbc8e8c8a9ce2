import type { LitElement, ReactiveController } from 'lit';
import { orderMoreWords } from '../../translations/order-more/index.ts';
import type { MoreSource } from './more.ts';
import { saveFile } from './save-file.ts';

/** Gives the tickets of an order as a file. */
export class Download implements ReactiveController {
  private readonly source: MoreSource;
  private forget: (() => void) | undefined;

  constructor(host: LitElement, source: MoreSource) {
    this.source = source;
    host.addController(this);
  }

  async open(): Promise<void> {
    const { source } = this;
    const orders = source.shop()?.order;
    const now = orders?.get();
    const pdf = await source.settle(orders?.ticketsPdf());
    if (!pdf || now?.state !== 'ready') return;
    this.forget?.();
    this.forget = saveFile(pdf, 'application/pdf', `${now.order.number}.pdf`);
    source.announce(source.localize.worded(orderMoreWords).downloaded);
  }

  hostDisconnected(): void {
    this.forget?.();
  }
}
