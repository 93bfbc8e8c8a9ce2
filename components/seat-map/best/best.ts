import { html, type LitElement, nothing, type ReactiveController, type TemplateResult } from 'lit';
import { bestSeatsList } from '../../../sdk/model/best-seats/index.ts';
import { KINDS, SeatState } from '../../../sdk/model/scene/index.ts';
import type { Suggestion } from '../../../sdk/model/seat-choice/types.ts';
import type { Localize } from '../../internal/localize.ts';
import { type SeatBestWords, seatBestWords } from '../../translations/seat-best/index.ts';
import type { Choosing } from '../choosing.ts';
import type { Hall } from '../hall-model.ts';
import { nowOf } from '../hall-now.ts';
import type { MapView } from '../map-view.ts';
import type { Names } from '../names.ts';
import { boxAround } from './box-around.ts';
import { renderForm } from './form.ts';
import { Party } from './party.ts';

/** What finding seats for somebody asks of the map around it. */
export interface BestSource {
  readonly localize: Localize;
  readonly map: MapView;
  readonly choosing: Choosing;
  hall(): Hall | undefined;
  names(): Names | undefined;
  announce(text: string): void;
  /** Seats that were found are the visitor's; this is the first of them. */
  taken(seat: number): void;
}

/** What a visitor asked for, as the form has it. */
export interface Asked {
  readonly places: number;
  /** Cents; null for any price. */
  readonly upTo: number | null;
  /** Index in `plan.sections`; -1 for anywhere. */
  readonly section: number;
  readonly aisle: boolean;
  readonly wheelchair: boolean;
  readonly companion: boolean;
}

/** As many suggestions as somebody looks at before asking for something else. */
const SUGGESTIONS = 5;
const MOST_PLACES = 12;

/** Finds good seats for who would rather be offered some: how many, at what price, where; then one press takes them. */
export class Best implements ReactiveController {
  asked: Asked = { places: 2, upTo: null, section: -1, aisle: false, wheelchair: false, companion: false };
  /** The visitor points for several people at once. */
  party: Party | null = null;
  private readonly host: LitElement;
  private readonly source: BestSource;
  private language: string;
  private suggestions: readonly Suggestion[] = [];
  private shown = 0;
  private message = '';
  private busy = false;

  constructor(host: LitElement, source: BestSource) {
    this.host = host;
    this.source = source;
    this.language = source.localize.language;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.clear();
  }

  /** The hall is another one: its parts and prices are not those of the wish. */
  forget(): void {
    this.asked = { ...this.asked, upTo: null, section: -1 };
    if (this.party) this.party = new Party(this.asked.places);
    this.clear();
  }

  get words(): SeatBestWords {
    const { language } = this.source.localize;
    // Once for each language that the page is in while this is shown.
    if (language !== this.language) void seatBestWords.load(language)?.then(() => this.host.requestUpdate());
    this.language = language;
    return seatBestWords.in(language);
  }

  /** Another wish: what was suggested for the last one is no answer to it. */
  readonly ask = (change: Partial<Asked>): void => {
    const asked = { ...this.asked, ...change };
    const most = Math.min(MOST_PLACES, this.source.hall()?.performance.maxPlacesPerCart ?? MOST_PLACES);
    const least = asked.wheelchair && asked.companion ? 2 : 1;
    this.asked = { ...asked, places: Math.min(most, Math.max(least, asked.places)) };
    if (this.party) this.party = new Party(this.asked.places);
    this.clear();
  };

  /** Looks for seats, and shows the best of them on the map. */
  readonly find = (): void => {
    this.suggestions = this.search();
    this.show(0);
  };

  readonly showOther = (): void => this.show((this.shown + 1) % Math.max(1, this.suggestions.length));

  /** Holds what is suggested; when somebody was ahead, the next best comes in its place. */
  readonly take = async (): Promise<void> => {
    const seats = this.suggestion?.seats;
    if (!seats || this.busy) return;
    this.busy = true;
    this.host.requestUpdate();
    const outcome = await this.source.choosing.exchange(seats);
    this.busy = false;
    if (outcome === 'done') {
      this.source.taken(seats[0] ?? 0);
      void this.showTaken(seats);
    } else if (outcome === 'taken') this.suggestOther(seats);
    this.host.requestUpdate();
  };

  /** Somebody may have taken what is suggested: then it is no suggestion any more. */
  hallChanged(hall: Hall): void {
    const seats = this.suggestion?.seats ?? [];
    const states = seats.map((seat) => hall.states[seat]);
    if (this.busy || states.every((state) => state === SeatState.free)) return;
    // The visitor who takes one of them by hand has chosen, and nobody was ahead.
    if (states.some((state) => state === SeatState.mine || state === SeatState.pending)) this.clear();
    else this.suggestOther([]);
  }

  /** @param refused Seats that the server would not give, which may not be known here as taken yet. */
  private suggestOther(refused: readonly number[]): void {
    const other = this.search(new Set(refused));
    this.suggestions = other.length > 0 ? other : this.search();
    this.show(0, this.words.taken);
  }

  /** Seats to ring while `pointed` is pointed at: what is suggested, or what that seat would bring along. */
  ringed(pointed: number): readonly number[] {
    const hall = this.source.hall();
    if (this.party && hall && pointed >= 0) return this.party.around(hall, pointed);
    return this.suggestion?.seats ?? [];
  }

  /** Takes the party's seats around a free one. */
  takeAround(hall: Hall, seat: number): void {
    const seats = this.party?.around(hall, seat) ?? [];
    if (seats.length > 0) void this.source.choosing.exchange(seats);
    else this.source.choosing.tell(this.words.partyNone(this.asked.places));
  }

  private readonly toggleParty = (): void => {
    const { places } = this.asked;
    this.clear();
    this.party = this.party ? null : new Party(places);
    this.source.map.draw();
    if (this.party) this.source.announce(this.words.partyOn(places));
    this.host.requestUpdate();
  };

  private get suggestion(): Suggestion | undefined {
    return this.suggestions[this.shown];
  }

  private search(not?: ReadonlySet<number>): readonly Suggestion[] {
    const hall = this.source.hall();
    if (!hall) return [];
    const { places, upTo, section, aisle, wheelchair, companion } = this.asked;
    return bestSeatsList(
      nowOf(hall),
      {
        places,
        prices: hall.prices,
        ...(upTo !== null && { upTo }),
        ...(section >= 0 && { section }),
        aisle,
        wheelchairs: wheelchair ? 1 : 0,
        companions: wheelchair && companion ? 1 : 0,
        ...(not && { not }),
      },
      SUGGESTIONS,
    );
  }

  private show(at: number, before = ''): void {
    this.shown = at;
    const hall = this.source.hall();
    const { suggestion } = this;
    this.message = suggestion ? before : this.words.none;
    this.source.map.draw('overlay');
    if (hall && suggestion) this.source.map.fitBox(boxAround(hall.scene, suggestion.seats));
    this.source.announce([this.message, this.inWords].filter(Boolean).join(' '));
    this.host.requestUpdate();
    if (suggestion) void this.bringMapIntoSight();
  }

  /** What was asked stands above the map, and pushes it down; what was found is to be seen there, and in words. */
  private async bringMapIntoSight(): Promise<void> {
    await this.host.updateComplete;
    const viewport = this.host.renderRoot.querySelector('.viewport');
    const { top, bottom } = viewport?.getBoundingClientRect() ?? { top: 0, bottom: 0 };
    if (top > innerHeight / 3 && bottom > innerHeight) this.bringIntoSight('.viewport', '.suggestion', '.best :focus');
  }

  /** The page moves as little as it can; where there is no room for all of them, the last are seen. */
  private bringIntoSight(...parts: readonly string[]): void {
    const { renderRoot } = this.host;
    // At once: on a page that scrolls smoothly, each would count from where the page still is.
    for (const part of parts) renderRoot.querySelector(part)?.scrollIntoView({ block: 'nearest', behavior: 'instant' });
  }

  /** What one has got is in the hall, which has more room now and may stand in another way, and in words below it. */
  private async showTaken(seats: readonly number[]): Promise<void> {
    await this.host.updateComplete;
    const viewport = this.host.renderRoot.querySelector('.viewport');
    if (viewport) await laidOut(viewport);
    await this.host.updateComplete;
    const hall = this.source.hall();
    if (hall) this.source.map.fitBox(boxAround(hall.scene, seats));
    this.bringIntoSight('.viewport', '.message');
  }

  /** Nothing is suggested any more, and seats are chosen one by one. */
  close(): void {
    this.party = null;
    this.source.map.draw();
    this.clear();
  }

  private clear(): void {
    this.suggestions = [];
    this.message = '';
    this.source.map.draw('overlay');
    this.host.requestUpdate();
  }

  /** `Rij F, stoelen 12 en 13, parterre. Samen € 44.` */
  private get inWords(): string {
    const { suggestion } = this;
    const [hall, names] = [this.source.hall(), this.source.names()];
    if (!hall || !names || !suggestion) return '';
    const cents = suggestion.seats.reduce((sum, seat) => {
      const zone = hall.scene.plan.zones[hall.scene.zone[seat] ?? 0];
      return sum + (hall.prices.get(zone?.id ?? '')?.usual ?? 0);
    }, 0);
    return this.words.found(names.places(suggestion.seats), names.amount(cents));
  }

  render(): TemplateResult | typeof nothing {
    const [hall, names] = [this.source.hall(), this.source.names()];
    if (!hall || !names) return nothing;
    const has = (kind: 'wheelchair' | 'companion') => hall.scene.kind.includes(KINDS.indexOf(kind));
    return html`
      <section class="best" part="best" aria-label=${this.words.title}>
        ${renderForm({
          asked: this.asked,
          ask: this.ask,
          find: this.find,
          hall,
          names,
          words: this.words,
          wheelchairs: has('wheelchair'),
          companions: has('companion'),
        })}
        ${this.party ? nothing : this.renderSuggestion()} ${this.asked.places > 1 ? this.renderParty() : nothing}
      </section>
    `;
  }

  private renderParty(): TemplateResult {
    const { party, words, asked } = this;
    return html`
      <p class="party">
        ${party ? html`<span>${words.partyOn(party.places)}</span>` : nothing}
        <button type="button" class="button quiet" @click=${this.toggleParty}>
          ${party ? words.partyOff : words.party(asked.places)}
        </button>
      </p>
    `;
  }

  private renderSuggestion(): TemplateResult | typeof nothing {
    const { suggestion, words, message } = this;
    if (!suggestion) return message ? html`<p class="notice">${message}</p>` : nothing;
    const { together, seats } = suggestion;
    return html`
      <div class="suggestion" data-seats=${seats.map((seat) => this.source.hall()?.scene.plan.seats[seat]?.id).join(' ')}>
        ${message ? html`<p class="quiet small">${message}</p>` : nothing}
        <p><strong>${this.inWords}</strong></p>
        ${seats.length > 1 ? html`<p class="quiet small">${words.together[together]}.</p>` : nothing}
        <div class="actions">
          <button type="button" class="button primary" aria-disabled=${this.busy} @click=${this.take}>
            ${words.take(seats.length)}
          </button>
          ${
            this.suggestions.length > 1
              ? html`<button type="button" class="button" @click=${this.showOther}>${words.other}</button>`
              : nothing
          }
        </div>
      </div>
    `;
  }
}

/** Resolves when the browser has given something its size, and all that watches it longer has been told. */
function laidOut(element: Element): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const observer = new ResizeObserver(() => resolve());
  observer.observe(element);
  return promise.finally(() => observer.disconnect());
}
