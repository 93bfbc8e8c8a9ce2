import type { LitElement } from 'lit';
import type { Result } from '../../../sdk/stores/types.ts';
import type { PartSource } from '../../internal/foyer-element.ts';
import { CancelQuestion } from './cancel-question.ts';
import { Closing } from './closing.ts';
import { Download } from './download.ts';
import { EmailForm } from './email-form.ts';
import { OrderAside } from './order-aside.ts';

/** What a visitor asked for. */
export type Wish = 'email' | 'cancel' | 'download' | 'close';

export interface MoreSource extends PartSource {
  /** What was asked for before this part was there. */
  wish(): Wish | undefined;
  /** What a verb of the order gave; what could not be done is shown and said by the order itself. */
  settle<T>(verb: Promise<Result<T>> | undefined): Promise<T | undefined>;
}

/** What an order does when it is asked to: correct its address, cancel it, give its tickets, stand aside. */
export class OrderMore {
  readonly email: EmailForm;
  readonly cancel: CancelQuestion;
  readonly aside: OrderAside;
  private readonly download: Download;
  private readonly close: Closing;

  constructor(host: LitElement, source: MoreSource) {
    this.email = new EmailForm(host, source);
    this.cancel = new CancelQuestion(host, source);
    this.close = new Closing(host, source);
    this.aside = new OrderAside(host, source, () => this.grant('close'));
    this.download = new Download(host, source);
    const wish = source.wish();
    if (wish) this.grant(wish);
  }

  grant(wish: Wish): void {
    void this[wish].open();
  }
}
