import { html, type LitElement, nothing, type ReactiveController, type TemplateResult } from 'lit';
import { SeatState } from '../../../sdk/model/scene/index.ts';
import type { Alternative } from '../../../sdk/model/seat-choice/types.ts';
import { strandedBy } from '../../../sdk/model/seat-rules/single-seat.ts';
import type { Localize } from '../../internal/localize.ts';
import { patiently } from '../../internal/patiently.ts';
import type { Choosing } from '../choosing.ts';
import type { Hall } from '../hall-model.ts';
import type { Names } from '../names.ts';

/** What advice asks of the map around it. */
export interface AdviceSource {
  readonly localize: Localize;
  readonly choosing: Choosing;
  hall(): Hall | undefined;
  names(): Names | undefined;
  announce(text: string): void;
}

/** Something a visitor had better change, and the nearest choices that are better. */
interface Advice {
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
  private busy = false;

  constructor(host: LitElement, source: AdviceSource) {
    this.host = host;
    this.source = source;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.advice = null;
  }

  /** The choice is another one, or the hall around it is. While a wish is under way it is not whole yet. */
  async look(): Promise<void> {
    const hall = this.source.hall();
    if (!hall || this.busy || hall.states.includes(SeatState.pending)) return;
    const before = this.advice;
    const advice = await this.aboutAlone(hall);
    // Meanwhile the hall went on, and was looked at again.
    if (this.source.hall()?.states !== hall.states) return;
    this.advice = advice;
    if (advice?.text === before?.text) return;
    this.source.announce(advice ? advice.text : this.words.mended);
    this.host.requestUpdate();
  }

  /** A seat the visitor wanted is somebody else's: offers one as good. */
  async lost(seat: number): Promise<void> {
    const { inPlaceOf } = await mending();
    const [hall, names] = [this.source.hall(), this.source.names()];
    const change = hall && inPlaceOf(hall, seat);
    if (!change || !names) return;
    const offers = [{ label: this.words.instead(names.placesWithin(change.take)), change }];
    this.advice = { text: this.words.lost(names.place(seat)), offers };
    this.host.requestUpdate();
  }

  private get words() {
    return this.source.localize.translation.seatAdvice;
  }

  private async aboutAlone(hall: Hall): Promise<Advice | null> {
    const { scene, states, performance } = hall;
    const stranded = strandedBy({ scene, states, rules: performance.seatRules });
    const names = this.source.names();
    const [first] = stranded;
    if (!first || !names) return null;
    const { waysToMend } = await mending();
    const offers = waysToMend(hall, stranded).map((change) => ({ label: this.labelOf(change, names), change }));
    return { text: this.words.alone(names.placesWithin([first.seat])), offers };
  }

  private labelOf({ take, release }: Alternative, names: Names): string {
    const places = names.placesWithin(take);
    return release.length === 0 ? this.words.takeToo(places) : this.words.moveTo(places);
  }

  private async accept({ take, release }: Alternative): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    await this.source.choosing.exchange(take, release);
    this.busy = false;
    this.advice = null;
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

/** Ways out are fetched when somebody needs one: most choices are fine as they are. */
const mending = () => patiently(() => import('./mending.ts'));
