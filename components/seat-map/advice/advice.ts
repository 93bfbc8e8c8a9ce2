import { html, type LitElement, nothing, type ReactiveController, type TemplateResult } from 'lit';
import { SeatState } from '../../../sdk/model/scene/index.ts';
import type { Alternative } from '../../../sdk/model/seat-choice/types.ts';
import { strandedBy } from '../../../sdk/model/seat-rules/single-seat.ts';
import type { Localize } from '../../internal/localize.ts';
import type { Choosing } from '../choosing.ts';
import type { Hall } from '../hall-model.ts';
import { nowOf } from '../hall-now.ts';
import type { Names } from '../names.ts';
import { adviceOn, follow, type Missed, newsOf } from './mending.ts';

/** What advice asks of the map around it. */
export interface AdviceSource {
  readonly localize: Localize;
  readonly choosing: Choosing;
  hall(): Hall | undefined;
  names(): Names | undefined;
  announce(text: string): void;
}

/** Something a visitor had better change, and the nearest choices that are better. */
export interface Advice {
  readonly about: 'alone' | 'lost';
  readonly text: string;
  readonly offers: readonly { readonly label: string; readonly change: Alternative }[];
}

/**
 * Says kindly when a choice leaves one seat alone, or when somebody else took the seat one was about to have, and offers
 * the nearest choice that is fine: one press, and it is done. Nothing is forbidden before the order is made.
 */
export class Adviser implements ReactiveController {
  private readonly host: LitElement;
  private readonly source: AdviceSource;
  private advice: Advice | null = null;
  private missed: Missed | null = null;
  private busy = false;

  constructor(host: LitElement, source: AdviceSource) {
    this.host = host;
    this.source = source;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.forget();
  }

  /** The hall is another one: nothing that was said holds. */
  forget(): void {
    this.advice = null;
    this.missed = null;
  }

  /** The choice is another one, or the hall around it is. While a wish is under way it is not whole yet. */
  async look(): Promise<void> {
    const hall = this.source.hall();
    if (!hall || this.busy || hall.states.includes(SeatState.pending)) return;
    const before = this.advice;
    const advice = await this.about(hall);
    // Meanwhile the hall went on, and was looked at again.
    if (this.source.hall()?.states !== hall.states) return;
    this.advice = advice;
    this.host.requestUpdate();
    if (advice?.text === before?.text) return;
    const news = newsOf(advice, before, { hall, language: this.source.localize.language });
    if (news) this.source.announce(news);
  }

  /** A seat the visitor wanted is somebody else's: offers one as good, for as long as they have chosen no other. */
  async lost(seat: number): Promise<void> {
    const hall = this.source.hall();
    this.missed = hall ? { seat, states: hall.states } : null;
    await this.look();
  }

  private async about(hall: Hall): Promise<Advice | null> {
    const names = this.source.names();
    const stranded = strandedBy(nowOf(hall));
    if (!names || (!this.missed && stranded.length === 0)) return null;
    const { language } = this.source.localize;
    return adviceOn({ hall, names, language }, stranded, this.missed, this.advice);
  }

  private async accept(change: Alternative): Promise<void> {
    const hall = this.source.hall();
    if (this.busy || !hall) return;
    this.busy = true;
    this.host.requestUpdate();
    await follow(this.source.choosing, hall, change);
    this.busy = false;
    this.host.requestUpdate();
    await this.look();
  }

  render(): TemplateResult | typeof nothing {
    if (!this.advice) return nothing;
    const { text, offers } = this.advice;
    return html`
      <div class="notice" part="advice">
        <p>${text}</p>
        <div class="actions">
          ${offers.map(
            ({ label, change }) => html`
              <button type="button" class="button" aria-disabled=${this.busy} @click=${() => this.accept(change)}>
                ${label}
              </button>
            `,
          )}
        </div>
      </div>
    `;
  }
}
