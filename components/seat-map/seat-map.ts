import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { guard } from 'lit/directives/guard.js';
import { toView } from '../../sdk/model/scene/index.ts';
import type { SeatingState, SeatingStore } from '../../sdk/stores/types.ts';
import { FoyerElement } from '../internal/foyer-element.ts';
import { register } from '../internal/register.ts';
import { StoreController } from '../internal/store-controller.ts';
import { buttonStyles } from '../styles/button.ts';
import { noticeStyles } from '../styles/notice.ts';
import { renderAreas } from './areas.ts';
import { Choice } from './choice.ts';
import { Choosing } from './choosing.ts';
import { type Hall, nextHall } from './hall-model.ts';
import { legendStyles } from './legend.styles.ts';
import { renderLegend } from './legend.ts';
import { MapView } from './map-view.ts';
import { Names } from './names.ts';
import { closedWords, type Phase, phaseOf, renderNotice } from './notices.ts';
import { Picture } from './picture.ts';
import { Pointing } from './pointing.ts';
import { renderSeatGrid } from './seat-grid.ts';
import { seatListStyles } from './seat-list.styles.ts';
import { renderSeatList } from './seat-list.ts';
import { seatMapStyles } from './seat-map.styles.ts';
import { SeatWalk } from './seat-walk.ts';
import { viewportStyles } from './viewport.styles.ts';
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
  static override styles = [
    FoyerElement.styles,
    buttonStyles,
    noticeStyles,
    seatMapStyles,
    viewportStyles,
    seatListStyles,
    legendStyles,
  ];

  protected readonly area = 'seatMap';
  private readonly seating = new StoreController(this, () => this.seatingStore);
  private readonly cart = new StoreController(this, () => this.shop?.cart);
  private readonly centre = new StoreController(this, () => this.shop?.centre);
  private readonly choice = new Choice(this, {
    performance: () => this.performanceId,
    cart: () => this.shop?.cart,
    cartState: () => this.cart.value,
  });
  private readonly choosing = new Choosing(this, this.choice, this.localize, {
    hall: () => this.hall,
    names: () => this.names,
    words: () => this.words,
    performance: () => this.performanceId,
    closed: () => closedWords(this.seating.value, this.words),
    announce: (text) => this.announce(text),
  });
  private readonly map = new MapView(this, {
    viewport: () => this.viewport,
    scene: () => this.hall?.scene,
    frame: (camera, view, ratio) => ({ ...this.picture.frame(), camera, view, ratio }),
    cameraMoved: () => this.placeOverlays(),
    cameraRested: () => this.handleRest(),
  });
  private readonly picture = new Picture(this, this.localize, {
    hall: () => this.hall,
    pointing: () => this.pointing,
    words: () => this.words,
    zones: () => this.zones,
    base: () => this.base,
    draw: () => this.map.draw(),
  });
  private readonly walk = new SeatWalk(this, this.map, {
    hall: () => this.hall,
    choose: (seat) => void this.choosing.choose(seat),
  });
  private readonly pointing = new Pointing(this, this.map, {
    viewport: () => this.viewport,
    hall: () => this.hall,
    seatTapped: (seat) => this.handleSeatTap(seat),
    areaTapped: (area) => this.handleAreaTap(area),
  });
  private hall: Hall | undefined;
  private names: Names | undefined;

  @query('.base') private readonly base!: HTMLElement | null;
  @query('.viewport') private readonly viewport!: HTMLElement | null;

  @state() private isList = false;
  @state() private openSection = -1;
  @state() private zones: ReadonlySet<number> | null = null;

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
      const watched = [this.choosing.asking, this.walk.focused, this.pointing.seat];
      this.choosing.noticeLost(watched, before.states, this.hall.states);
      return;
    }
    this.walk.begin();
    this.openSection = this.hall.scene.plan.sections.length > 1 ? -1 : 0;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    this.enter(this.phase);
  }

  /** Chooses a seat by its id, or gives it back when it is the visitor's already. Resolves when the server has answered. */
  async pick(id: string): Promise<void> {
    const seat = this.hall?.scene.indexOf.get(id);
    if (seat !== undefined) await this.choosing.choose(seat);
  }

  private get performanceId(): string {
    return this.store?.performance ?? this.performance;
  }

  private get seatingStore(): SeatingStore | undefined {
    return this.store ?? (this.performance ? this.shop?.seating(this.performance) : undefined);
  }

  private get phase(): Phase {
    return phaseOf(this.seating.value, this.hall?.free);
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

  /** What lies over the canvas goes where the camera goes. */
  private placeOverlays(): void {
    const { camera, view } = this.map;
    if (!camera || !this.viewport) return;
    const origin = toView(camera, view, { x: 0, y: 0 });
    const { style } = this.viewport;
    style.setProperty('--_left', `${origin.x}px`);
    style.setProperty('--_top', `${origin.y}px`);
    style.setProperty('--_scale', String(camera.scale));
  }

  private handleRest(): void {
    this.walk.comeIntoView();
    this.requestUpdate();
  }

  private handleSeatTap(seat: number): void {
    this.walk.enter(seat);
    this.choosing.point(seat);
  }

  /** What was asked about a special seat leaves the page; the focus must not leave with it. */
  private handleAnswer(act: () => void): void {
    this.walk.focusCurrent();
    act();
  }

  /** Places without numbers are chosen beside the map. */
  private handleAreaTap(area: number): void {
    this.renderRoot.querySelector<HTMLElement>(`.area:nth-child(${area + 1}) .step:last-child`)?.focus();
  }

  private showAs(isList: boolean): void {
    this.isList = isList;
    if (!isList || !this.hall || this.openSection >= 0) return;
    const { plan, row } = this.hall.scene;
    this.openSection = plan.rows[row[this.walk.current] ?? 0]?.section ?? 0;
  }

  private toggleZone(zone: number): void {
    const zones = new Set(this.zones);
    if (!zones.delete(zone)) zones.add(zone);
    this.zones = zones.size > 0 ? zones : null;
  }

  override render(): TemplateResult {
    const { hall, names } = this;
    return html`
      <div class="base" part="base">
        ${renderNotice(this.seating.value, this.phase, this.seatingStore, this.localize, this.words)}
        ${
          hall && names
            ? html`
                ${this.renderToolbar(hall, names)}
                ${this.isList ? this.renderList(hall, names) : this.renderMap(hall, names)}
                ${this.renderMessage()} ${this.renderAreas(hall, names)} ${this.renderLegend(hall, names)}
              `
            : this.renderMap(undefined, undefined)
        }
        <span class="scheme" aria-hidden="true" @transitionend=${this.picture.recolour}></span>
      </div>
    `;
  }

  private renderToolbar(hall: Hall, names: Names): TemplateResult {
    const way = (isList: boolean) => html`
      <button type="button" aria-pressed=${this.isList === isList} @click=${() => this.showAs(isList)}>
        ${isList ? this.words.list : this.words.plan}
      </button>
    `;
    return html`
      <div class="toolbar" part="toolbar">
        ${this.isList ? nothing : renderParts(this.parts(hall, names))}
        <div class="display" role="group" aria-label=${this.words.display}>${way(false)} ${way(true)}</div>
      </div>
    `;
  }

  private parts(hall: Hall, names: Names): Parts {
    const { words, localize, walk, map } = this;
    return { hall, names, words, localize, map, current: walk.current, enter: (seat) => walk.enter(seat) };
  }

  private renderMap(hall: Hall | undefined, names: Names | undefined): TemplateResult {
    const { words, pointing, map } = this;
    const isPointing = pointing.seat >= 0 || pointing.area >= 0;
    const cursor = pointing.seat >= 0 && pointing.tooFar ? 'closer' : isPointing ? 'pointing' : '';
    return html`
      <div
        class="viewport ${cursor} ${map.atFit ? '' : 'near'}"
        part="viewport"
        role="group"
        aria-label=${words.title}
        aria-busy=${!hall}
      >
        <div class="canvas" part="canvas" aria-hidden="true"></div>
        ${
          hall && names
            ? this.renderOverlays(hall, names)
            : html`<p class="waiting">${this.phase === 'failed' ? '' : words.loading}</p>`
        }
      </div>
    `;
  }

  private renderOverlays(hall: Hall, names: Names): TemplateResult {
    const { words, pointing, walk, choosing, map } = this;
    const modifier = /Mac|iP/.test(navigator.platform) ? '⌘' : 'Ctrl';
    return html`
      ${renderSectionsNearby(this.parts(hall, names))}
      <div @keydown=${walk.handleKey} @focusin=${walk.handleFocus} @focusout=${walk.handleBlur} @click=${walk.handleClick}>
        ${guard([...this.shownHall(hall), walk.current], () =>
          renderSeatGrid({
            scene: hall.scene,
            states: hall.states,
            names,
            label: words.seatsOf(names.sectionOf(walk.current)),
            current: walk.current,
          }),
        )}
      </div>
      <p id="keys" hidden>${words.keys}</p>
      ${renderTooltip({ hall, names, words, map, seat: pointing.seat >= 0 ? pointing.seat : walk.focused })}
      ${renderControls({ map, words })}
      ${renderAsking({
        names,
        words,
        seat: choosing.asking,
        choose: () => this.handleAnswer(() => void choosing.choose(choosing.asking)),
        leave: () => this.handleAnswer(choosing.leave),
      })}
      ${
        pointing.wheelHint
          ? html`<p class="hint" @animationend=${() => pointing.hideWheelHint()}>${words.wheelHint(modifier)}</p>`
          : nothing
      }
    `;
  }

  /** What the seats' names and states depend on: while it is the same, hundreds of cells need no second look. */
  private shownHall({ scene, states, prices }: Hall): unknown[] {
    return [scene, states, prices, this.localize.language, this.messages];
  }

  private renderList(hall: Hall, names: Names): unknown {
    return guard([...this.shownHall(hall), this.openSection], () =>
      renderSeatList({
        scene: hall.scene,
        states: hall.states,
        summary: hall.summary,
        names,
        words: this.words,
        rowWord: this.localize.translation.common.row,
        open: this.openSection,
        toggle: (section) => {
          this.openSection = section;
        },
        choose: (seat) => void this.choosing.choose(seat),
      }),
    );
  }

  private renderMessage(): TemplateResult {
    const { text, tone } = this.choosing.message;
    const { introFar, intro } = this.words;
    const canChoose = this.phase === 'ready' || this.phase === 'stale';
    const hint = canChoose ? (this.pointing.tooFar && !this.isList ? introFar : intro) : '';
    return html`<p class="message ${tone}" part="message">${text || hint}</p>`;
  }

  private renderAreas(hall: Hall, names: Names): TemplateResult | typeof nothing {
    return renderAreas({
      scene: hall.scene,
      names,
      localize: this.localize,
      words: this.words,
      free: hall.areaFree,
      chosen: (area) => this.choice.area(area).length,
      busy: (area) => this.choice.pending.has(area),
      change: (area, by) => void this.choosing.changeArea(area, by),
    });
  }

  private renderLegend(hall: Hall, names: Names): TemplateResult {
    return renderLegend({
      scene: hall.scene,
      prices: hall.prices,
      names,
      localize: this.localize,
      words: this.words,
      zones: this.zones,
      toggleZone: (zone) => this.toggleZone(zone),
    });
  }
}

register('foyer-seat-map', FoyerSeatMap);

declare global {
  interface HTMLElementTagNameMap {
    'foyer-seat-map': FoyerSeatMap;
  }
}
