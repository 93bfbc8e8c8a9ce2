import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { guard } from 'lit/directives/guard.js';
import {
  CHOOSABLE_PITCH,
  firstSeat,
  SeatState,
  type Step,
  stateName,
  toView,
  walk,
} from '../../sdk/model/scene/index.ts';
import type { SeatingState, SeatingStore } from '../../sdk/stores/types.ts';
import { FoyerElement } from '../internal/foyer-element.ts';
import { register } from '../internal/register.ts';
import { StoreController } from '../internal/store-controller.ts';
import { buttonStyles } from '../styles/button.ts';
import { noticeStyles } from '../styles/notice.ts';
import { renderAreas } from './areas.ts';
import { Choice, type Outcome } from './choice.ts';
import type { Frame } from './drawing/frame.ts';
import { type Palette, readPalette } from './drawing/palette.ts';
import { type Hall, nextHall } from './hall-model.ts';
import { renderLegend } from './legend.ts';
import { MapView } from './map-view.ts';
import { Names } from './names.ts';
import { Pointing } from './pointing.ts';
import { renderSeatGrid } from './seat-grid.ts';
import { renderSeatList } from './seat-list.ts';
import { FoyerSeatPickEvent, FoyerSeatsChangeEvent } from './seat-map.events.ts';
import { seatMapStyles } from './seat-map.styles.ts';
import { readKey } from './stage/gestures/keyboard.ts';
import {
  type Parts,
  renderAsking,
  renderControls,
  renderParts,
  renderSectionsNearby,
  renderTooltip,
} from './viewport-parts.ts';

/**
 * Shows the hall of one performance and lets a visitor choose seats in it, on a map or in a list, by pointer, by touch
 * or by keys. Choosing is holding: what is marked as yours here, nobody else can take.
 *
 * The canvas is only the picture. Over it lie the seats of one section as a grid of focusable cells, made from the same
 * scene, so that keyboards and screen readers walk through the real hall.
 *
 * @tag foyer-seat-map
 * @status stable
 * @since 0.1
 *
 * @event foyer-seat-pick - Before a place is chosen or given back; cancelable. `place`, `intent`.
 * @event foyer-seats-change - After the visitor's own places changed. `performance`, `seats`, `areas`.
 *
 * @csspart base - Everything.
 * @csspart toolbar - Parts of the hall, and the choice between map and list.
 * @csspart viewport - The box the hall is seen in.
 * @csspart canvas - The picture of the hall.
 * @csspart controls - Zoom in, zoom out, whole hall.
 * @csspart tooltip - What the seat under the pointer is.
 * @csspart asking - What to know before choosing a special place.
 * @csspart list - The hall as a list.
 * @csspart list-section - Opens a section of the list.
 * @csspart areas - The places without numbers.
 * @csspart area - One area, with its stepper.
 * @csspart legend - Zones with prices, and signs.
 * @csspart zone - One zone of the legend.
 * @csspart message - What happened last.
 *
 * @cssproperty --background - Around the hall.
 * @cssproperty --floor-color - Under the seats.
 * @cssproperty --line-color - Outlines.
 * @cssproperty --stage-color - The stage.
 * @cssproperty --text-color - Names in the hall.
 * @cssproperty --taken-color - Seats of others.
 * @cssproperty --mine-color - The visitor's own seats.
 * @cssproperty --zone-1-color - The first zone, and so on; made darker or lighter until it can be seen.
 * @cssproperty [--map-height=clamp(22rem, 72svh, 46rem)] - Height of the map.
 *
 * @cssstate loading - Nothing is known yet.
 * @cssstate failed - The plan could not be had.
 * @cssstate ready - Seats can be chosen.
 * @cssstate stale - The live connection is interrupted.
 * @cssstate sold-out - Nothing is left.
 * @cssstate closed - The performance is not on sale.
 */
export class FoyerSeatMap extends FoyerElement<'seatMap'> {
  static override styles = [FoyerElement.styles, buttonStyles, noticeStyles, seatMapStyles];

  protected readonly area = 'seatMap';
  private readonly seating = new StoreController(this, () => this.seatingStore);
  private readonly cart = new StoreController(this, () => this.shop?.cart);
  private readonly centre = new StoreController(this, () => this.shop?.centre);
  private readonly choice = new Choice(this, {
    performance: () => this.performanceId,
    cart: () => this.shop?.cart,
    cartState: () => this.cart.value,
  });
  private readonly map = new MapView(this, {
    viewport: () => this.viewport,
    scene: () => this.hall?.scene,
    frame: (camera, view, ratio) => ({ ...this.picture(), camera, view, ratio }),
    cameraMoved: () => this.placeOverlays(),
    cameraRested: () => this.requestUpdate(),
  });
  private readonly pointing = new Pointing(this, this.map, {
    viewport: () => this.viewport,
    hall: () => this.hall,
    seatTapped: (seat) => this.handleSeatTap(seat),
    areaTapped: (area) => this.focusOn(`.area:nth-child(${area + 1}) .step:last-child`),
  });
  private hall: Hall | undefined;
  private names: Names | undefined;
  private palette: Palette | undefined;
  /** The seat that takes part in the tab order. */
  private current = 0;

  @query('.base') private readonly base!: HTMLElement | null;
  @query('.viewport') private readonly viewport!: HTMLElement | null;

  @state() private isList = false;
  @state() private openSection = -1;
  @state() private zones: ReadonlySet<number> | null = null;
  /** A special seat that a pointer chose: what is special about it is said first. */
  @state() private asking = -1;
  /** The seat with the visible focus. */
  @state() private focused = -1;
  @state() private message: { readonly text: string; readonly tone: '' | 'danger' } = { text: '', tone: '' };

  /** Id of the performance to choose seats for. */
  @property() performance = '';

  /** Where plan and status come from; without it the shop's own store of the performance. */
  @property({ attribute: false }) store: SeatingStore | undefined;

  protected override willUpdate(): void {
    const seating = this.seating.value;
    const before = this.hall;
    this.hall = seating?.state === 'ready' ? this.hallOf(seating, before) : undefined;
    this.names = this.hall && new Names(this.localize, this.words, this.hall.scene, this.hall.prices);
    if (!this.hall) return;
    if (before?.scene.plan === this.hall.scene.plan) {
      this.noticeLostSeats(before.states, this.hall.states);
      return;
    }
    this.current = firstSeat(this.hall.scene, 0) ?? 0;
    this.openSection = this.hall.scene.plan.sections.length > 1 ? -1 : 0;
    this.palette = undefined;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    this.enter(this.phase);
    this.map.draw();
  }

  /** Chooses a seat by its id, or gives it back when it is the visitor's already. Resolves when the server has answered. */
  async pick(id: string): Promise<void> {
    const seat = this.hall?.scene.indexOf.get(id);
    if (seat !== undefined) await this.choose(seat);
  }

  private get performanceId(): string {
    return this.store?.performance ?? this.performance;
  }

  private get seatingStore(): SeatingStore | undefined {
    return this.store ?? (this.performance ? this.shop?.seating(this.performance) : undefined);
  }

  private get phase(): string {
    const seating = this.seating.value;
    if (seating?.state === 'failed') return 'failed';
    if (seating?.state !== 'ready') return 'loading';
    if (seating.performance.state !== 'on-sale') return 'closed';
    if (this.hall?.free === 0) return 'sold-out';
    return seating.stale ? 'stale' : 'ready';
  }

  private hallOf(seating: SeatingState & { state: 'ready' }, before: Hall | undefined): Hall {
    const centre = this.centre.value;
    return nextHall(
      {
        ...seating,
        mine: this.choice.seats.keys(),
        pending: this.choice.pending,
        usualType: centre?.state === 'ready' ? centre.centre.priceTypes[0]?.id : undefined,
        aspect: this.map.aspect,
      },
      before,
    );
  }

  /** All of a frame but where one looks from. */
  private picture(): Omit<Frame, 'camera' | 'view' | 'ratio'> {
    const hall = this.hall;
    if (!hall) throw new Error('foyer-seat-map: expected a hall before it is drawn');
    this.palette ??= this.readColours(hall);
    return {
      scene: hall.scene,
      states: hall.states,
      summary: hall.summary,
      palette: this.palette,
      hovered: this.pointing.seat,
      hoveredArea: this.pointing.area,
      zones: this.zones,
      text: (text) => this.localize.text(text),
      freeText: (free) => this.words.free(free),
      areaFree: (area) => hall.areaFree(hall.scene.plan.areas[area]?.id ?? ''),
    };
  }

  /** The canvas and the rest of the element show zones in the same colours. */
  private readColours({ scene }: Hall): Palette {
    const palette = readPalette(this, scene.plan.zones);
    palette.zones.forEach((colour, zone) => {
      this.base?.style.setProperty(`--_zone-${zone}`, colour);
      this.base?.style.setProperty(`--_zone-ink-${zone}`, palette.zoneInks[zone] ?? '');
    });
    return palette;
  }

  /** What lies over the canvas goes where the camera goes. */
  private placeOverlays(): void {
    const { camera, view } = this.map;
    if (!camera || !this.viewport || !this.hall) return;
    const origin = toView(camera, view, { x: 0, y: 0 });
    const { style } = this.viewport;
    style.setProperty('--_left', `${origin.x}px`);
    style.setProperty('--_top', `${origin.y}px`);
    style.setProperty('--_scale', String(camera.scale));
  }

  private noticeLostSeats(before: Uint8Array, after: Uint8Array): void {
    const lost = [this.asking, this.focused, this.pointing.seat].find(
      (seat) => before[seat] === SeatState.free && (after[seat] === SeatState.held || after[seat] === SeatState.sold),
    );
    if (lost === undefined) return;
    if (lost === this.asking) this.asking = -1;
    this.tell(this.words.justTaken(this.names?.place(lost) ?? ''));
  }

  /** Shows what happened, and says it to who cannot see it. */
  private tell(text: string, tone: '' | 'danger' = ''): void {
    this.message = { text, tone };
    this.announce(text);
  }

  private focusOn(selector: string): void {
    this.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }

  private handleSeatTap(seat: number): void {
    this.current = seat;
    const special = this.names?.warning(seat) !== '' && this.hall?.states[seat] === SeatState.free;
    if (!special || this.phase === 'closed') return void this.choose(seat);
    this.asking = seat;
    this.announce(`${this.names?.place(seat)}. ${this.names?.warning(seat)}`);
  }

  private async choose(seat: number): Promise<void> {
    const { hall, names } = this;
    const id = hall?.scene.plan.seats[seat]?.id;
    if (!hall || !names || !id || this.choice.pending.has(id)) return;
    this.asking = -1;
    const state = hall.states[seat] ?? SeatState.blocked;
    const isMine = state === SeatState.mine;
    if (!isMine && (state !== SeatState.free || this.phase === 'closed')) {
      this.tell(
        this.phase === 'closed'
          ? this.closedWords
          : this.words.notFree(names.place(seat), this.words.state[stateName(state)]),
      );
      return;
    }
    await this.change(id, isMine ? 'release' : 'choose', names.place(seat), () =>
      isMine ? this.choice.releaseSeat(id) : this.choice.holdSeat(id),
    );
  }

  private async changeArea(area: string, by: 1 | -1): Promise<void> {
    const name = this.hall?.scene.plan.areas.find(({ id }) => id === area)?.name;
    await this.change(area, by === 1 ? 'choose' : 'release', name ? this.localize.text(name) : '', () =>
      by === 1 ? this.choice.holdArea(area) : this.choice.releaseArea(area),
    );
  }

  /** Asks the page, then the server, and tells the visitor what came of it. */
  private async change(id: string, intent: 'choose' | 'release', place: string, ask: () => Promise<Outcome>) {
    if (!this.dispatchEvent(new FoyerSeatPickEvent(id, intent))) return;
    const outcome = await ask();
    if (!outcome.done) {
      const { failure } = outcome;
      this.tell(
        failure.code === 'seats_taken' ? this.words.justTaken(place) : this.localize.failure(failure),
        'danger',
      );
      return;
    }
    const { count } = this.choice;
    const places = count === 0 ? this.words.noPlaces : this.localize.translation.common.places(count);
    this.tell(intent === 'choose' ? this.words.chosen(place, places) : this.words.released(place, places));
    this.dispatchEvent(new FoyerSeatsChangeEvent(this.performanceId, [...this.choice.seats.keys()], this.choice.areas));
  }

  private handleGridKey(event: KeyboardEvent): void {
    const wish = readKey(event);
    if (!wish) return;
    event.preventDefault();
    if (wish === 'choose') void this.choose(this.current);
    else if (wish === 'leave') this.focusOn('.chip[aria-current="true"], .display button');
    else if (wish === 'fit') this.map.fitHall();
    else if ('walk' in wish) void this.walk(wish.walk);
    else if ('zoom' in wish) this.map.zoomStep(wish.zoom);
    else this.map.pan(...wish.pan);
  }

  private async walk(step: Step): Promise<void> {
    if (!this.hall) return;
    this.current = walk(this.hall.scene, this.current, step);
    this.requestUpdate();
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('.cells [tabindex="0"]')?.focus({ preventScroll: true });
  }

  private handleGridFocus(event: FocusEvent): void {
    const cell = event.target as HTMLElement;
    if (!this.hall || !cell.dataset.seat) return;
    this.current = Number(cell.dataset.seat);
    if (!cell.matches(':focus-visible')) return;
    this.focused = this.current;
    const { x, y } = this.hall.scene;
    const at = { x: x[this.current] ?? 0, y: y[this.current] ?? 0 };
    if (this.map.pitch < CHOOSABLE_PITCH) this.map.approach(at);
    else this.map.show(at);
  }

  /** Only assistive technology clicks a cell: pointers go through it to the map. */
  private handleGridClick(event: Event): void {
    const seat = (event.target as HTMLElement).dataset.seat;
    if (seat) void this.choose(Number(seat));
  }

  private toggleZone(zone: number): void {
    const zones = new Set(this.zones);
    if (!zones.delete(zone)) zones.add(zone);
    this.zones = zones.size > 0 ? zones : null;
  }

  private get closedWords(): string {
    const seating = this.seating.value;
    const state = seating?.state === 'ready' ? seating.performance.state : 'on-sale';
    return state === 'on-sale' ? '' : this.words.notOnSale[state];
  }

  override render(): TemplateResult {
    const { hall, names } = this;
    return html`
      <div class="base" part="base">
        ${this.renderNotice()} ${hall && names ? this.renderToolbar(hall, names) : nothing}
        ${this.isList && hall && names ? this.renderList(hall, names) : this.renderMap(hall, names)}
        ${hall ? html`<p class="message ${this.message.tone}" part="message">${this.message.text || this.words.intro}</p>` : nothing}
        ${
          hall && names
            ? html`${renderAreas({
                scene: hall.scene,
                names,
                localize: this.localize,
                words: this.words,
                free: hall.areaFree,
                chosen: (area) => this.choice.area(area).length,
                busy: (area) => this.choice.pending.has(area),
                change: (area, by) => void this.changeArea(area, by),
              })}
              ${renderLegend({
                scene: hall.scene,
                prices: hall.prices,
                names,
                localize: this.localize,
                words: this.words,
                zones: this.zones,
                toggleZone: (zone) => this.toggleZone(zone),
              })}`
            : nothing
        }
        <span class="scheme" aria-hidden="true" @transitionend=${() => this.handleScheme()}></span>
      </div>
    `;
  }

  private handleScheme(): void {
    this.palette = undefined;
    this.map.draw();
  }

  private renderNotice(): TemplateResult | typeof nothing {
    const seating = this.seating.value;
    const { words, phase } = this;
    if (seating?.state === 'failed') {
      return html`
        <div class="notice danger">
          <p>${words.failed} ${this.localize.failure(seating.failure)}</p>
          <button class="button" type="button" @click=${() => this.seatingStore?.reload()}>
            ${this.localize.translation.common.tryAgain}
          </button>
        </div>
      `;
    }
    if (phase === 'closed') return html`<p class="notice">${this.closedWords}</p>`;
    if (phase === 'sold-out') return html`<p class="notice">${words.soldOut}</p>`;
    return phase === 'stale' ? html`<p class="notice warning">${words.stale}</p>` : nothing;
  }

  private renderToolbar(hall: Hall, names: Names): TemplateResult {
    const choose = (isList: boolean) => html`
      <button type="button" aria-pressed=${this.isList === isList} @click=${() => this.showAs(isList)}>
        ${isList ? this.words.list : this.words.plan}
      </button>
    `;
    return html`
      <div class="toolbar" part="toolbar">
        ${this.isList ? nothing : renderParts(this.parts(hall, names))}
        <div class="display" role="group" aria-label=${this.words.display}>${choose(false)} ${choose(true)}</div>
      </div>
    `;
  }

  private parts(hall: Hall, names: Names): Parts {
    const { words, localize, current, map } = this;
    return { hall, names, words, localize, current, map, enter: (seat) => this.enterPart(seat) };
  }

  private showAs(isList: boolean): void {
    this.isList = isList;
    if (isList && this.hall && this.openSection < 0) {
      const { scene } = this.hall;
      this.openSection = scene.plan.rows[scene.row[this.current] ?? 0]?.section ?? 0;
    }
  }

  /** A part of the hall was asked for: keys begin there. */
  private enterPart(seat: number): void {
    this.current = seat;
    this.requestUpdate();
  }

  private renderMap(hall: Hall | undefined, names: Names | undefined): TemplateResult {
    const { words, pointing, map } = this;
    const classes = [
      pointing.seat >= 0 && (pointing.tooFar ? 'closer' : 'pointing'),
      pointing.area >= 0 && 'pointing',
      !map.atFit && 'near',
    ];
    return html`
      <div
        class="viewport ${classes.filter(Boolean).join(' ')}"
        part="viewport"
        role="group"
        aria-label=${words.title}
        aria-busy=${!hall}
      >
        <div class="canvas" part="canvas" aria-hidden="true"></div>
        ${
          hall && names
            ? html`
                ${renderSectionsNearby(this.parts(hall, names))}
                <div
                  @keydown=${this.handleGridKey}
                  @focusin=${this.handleGridFocus}
                  @focusout=${() => {
                    this.focused = -1;
                  }}
                  @click=${this.handleGridClick}
                >
                  ${guard(
                    [hall.states, hall.scene, hall.prices, this.current, this.localize.language, this.messages],
                    () =>
                      renderSeatGrid({
                        scene: hall.scene,
                        states: hall.states,
                        names,
                        label: words.seatsOf(names.sectionOf(this.current)),
                        current: this.current,
                      }),
                  )}
                </div>
                <p id="keys" hidden>${words.keys}</p>
                ${renderTooltip({ hall, names, words, map, seat: pointing.seat >= 0 ? pointing.seat : this.focused })}
                ${renderControls({ map, words })}
                ${renderAsking({
                  names,
                  words,
                  seat: this.asking,
                  choose: () => void this.choose(this.asking),
                  leave: () => {
                    this.asking = -1;
                  },
                })}
                ${pointing.wheelHint ? html`<p class="hint wheel" @animationend=${() => pointing.hideWheelHint()}>${words.wheelHint(/Mac/.test(navigator.platform) ? '⌘' : 'Ctrl')}</p>` : nothing}
              `
            : html`<p class="waiting">${this.seating.value?.state === 'failed' ? '' : words.loading}</p>`
        }
      </div>
    `;
  }

  private renderList(hall: Hall, names: Names): unknown {
    const { scene, states, summary } = hall;
    return guard([states, scene, this.openSection, this.localize.language, this.messages], () =>
      renderSeatList({
        scene,
        states,
        summary,
        names,
        words: this.words,
        rowWord: this.localize.translation.common.row,
        open: this.openSection,
        toggle: (section) => {
          this.openSection = section;
        },
        choose: (seat) => void this.choose(seat),
      }),
    );
  }
}

register('foyer-seat-map', FoyerSeatMap);

declare global {
  interface HTMLElementTagNameMap {
    'foyer-seat-map': FoyerSeatMap;
  }
}
