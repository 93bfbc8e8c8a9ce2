import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { toView } from '../../sdk/model/scene/index.ts';
import type { GivenHall } from '../../sdk/stores/given-hall.ts';
import type { ChosenPlaces, SeatingState, SeatingStore } from '../../sdk/stores/types.ts';
import { adopt } from '../internal/adopt.ts';
import { FoyerBase } from '../internal/foyer-base.ts';
import { PageLanguage } from '../internal/language.ts';
import { patiently } from '../internal/patiently.ts';
import { register } from '../internal/register.ts';
import { StoreController } from '../internal/store-controller.ts';
import { roomStyles } from '../styles/room.ts';
import type { Translation } from '../translations/index.ts';
import { Choice } from './choice.ts';
import { type Hall, nextHall } from './hall-model.ts';
import { MapView } from './map-view.ts';
import { type Phase, phaseOf } from './phase.ts';
import { Picture } from './picture.ts';
import { seatMapStyles } from './seat-map.styles.ts';
import { viewportStyles } from './viewport.styles.ts';
import type { Ways } from './ways.ts';

/** Properties that make up a hall without a server. */
const GIVEN = ['plan', 'status', 'prices', 'rules', 'selected'] as const;

/** Refuses what can only be a mistake of the page's author, where it is made. */
const givenAs = (name: (typeof GIVEN)[number]) => (value: unknown, before: unknown) => {
  if (value !== undefined && typeof value !== 'object') {
    throw new TypeError(`foyer-seat-map: expected \`${name}\` to be an object, got ${typeof value}`);
  }
  return value !== before;
};

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
 * @example
 * <foyer-shop centre="https://tickets.example/centres/de-lantaarn">
 *   <foyer-seat-map performance="de-zoutweg-2026-11-26-2000">
 *     <a href="/contact">Book at the box office</a>
 *   </foyer-seat-map>
 * </foyer-shop>
 *
 * @event foyer-seat-pick - Before a place is chosen or given back; cancelable. `place`, `intent`.
 * @event foyer-seats-change - After the visitor's own places changed. `performance`, `seats`, `areas`.
 *
 * @csspart base - Everything.
 * @csspart toolbar - Parts of the hall, and the choice between map and list.
 * @csspart viewport - The box the hall is seen in.
 * @csspart canvas - The picture of the hall.
 * @csspart controls - Zoom in, zoom out, whole hall, full screen.
 * @csspart minimap - The whole hall, small, while only part of it is seen.
 * @csspart dialog - What opens over the page: the parts of the hall, the view from one.
 * @csspart tooltip - What the seat under the pointer is.
 * @csspart asking - What to know before choosing a special place.
 * @csspart best - Finds good places for who asks.
 * @csspart advice - A better choice, where one leaves a seat alone.
 * @csspart list - The hall as a list.
 * @csspart list-section - Opens a section of the list.
 * @csspart areas - The places without numbers.
 * @csspart area - One area, with its stepper.
 * @csspart legend - Zones with prices, and signs.
 * @csspart zone - One zone of the legend.
 * @csspart zones-reset - Shows all zones clearly again.
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
 * @cssproperty [--map-height=clamp(min(22em, 78svh), 72svh, 46em)] - Height of the map.
 *
 * @cssstate loading - Nothing is known yet.
 * @cssstate failed - The plan could not be had.
 * @cssstate ready - Seats can be chosen.
 * @cssstate stale - The live connection is interrupted.
 * @cssstate sold-out - Nothing is left.
 * @cssstate closed - The performance is not on sale.
 */
export class FoyerSeatMap extends FoyerBase {
  static override styles = [FoyerBase.styles, roomStyles, seatMapStyles, viewportStyles];

  private readonly seating = new StoreController(this, () => this.seatingStore);
  private readonly cart = new StoreController(this, () => this.chosenPlaces);
  private readonly centre = new StoreController(this, () => this.shop?.centre);
  private readonly choice = new Choice(this, {
    performance: () => this.performanceId,
    cart: () => this.chosenPlaces,
    cartState: () => this.cart.value,
  });
  private readonly map = new MapView(this, {
    // An element that left the page is still rendered once; nothing must be watched for it again.
    viewport: () => (this.isConnected ? this.viewport : null),
    scene: () => this.hall?.scene,
    frame: (camera, view, ratio) => ({ ...this.picture.frame(), camera, view, ratio }),
    cameraMoved: () => this.placeOverlays(true),
    cameraRested: () => this.handleRest(),
  });
  private readonly picture = new Picture(this, {
    hall: () => this.hall,
    ways: () => this.ways,
    base: () => this.base,
    draw: () => this.map.draw(),
  });
  private hall: Hall | undefined;
  /** The ways through it; fetched once, however often the element is moved meanwhile. */
  private coming: Promise<void> | undefined;
  /** What the hall was made of. */
  private made: readonly unknown[] = [];

  @query('.base') private readonly base!: HTMLElement | null;
  @query('.viewport') private readonly viewport!: HTMLElement | null;

  /** The hall of `plan` and what goes with it. */
  @state() private given: SeatingStore | undefined;

  /** All a visitor can do here; it arrives behind the first picture of the hall. */
  @state() private ways: Ways | undefined;

  /** Id of the performance to choose seats for. */
  @property() performance = '';

  /** Where plan and status come from; without it the shop's own store of the performance. */
  @property({ attribute: false }) store: SeatingStore | undefined;

  /** A plan of your own, written or laid out: with it nothing is fetched, and what is chosen stays in this element. */
  @property({ attribute: false, hasChanged: givenAs('plan') }) plan: GivenHall['plan'] | undefined;

  /** What is taken in the hall of `plan`; all is free without it. */
  @property({ attribute: false, hasChanged: givenAs('status') }) status: GivenHall['status'];

  /** What the zones of `plan` cost; without them nothing is said about money. */
  @property({ attribute: false, hasChanged: givenAs('prices') }) prices: GivenHall['prices'];

  /** Who may sit where in the hall of `plan`; anybody anywhere without them. */
  @property({ attribute: false, hasChanged: givenAs('rules') }) rules: GivenHall['rules'];

  /** Ids of the visitor's own seats in the hall of `plan`; follows what the visitor chooses. */
  @property({ attribute: false, hasChanged: givenAs('selected') }) selected: GivenHall['selected'];

  /** Texts of your own instead of ours, by the keys of this element's part of the translations. */
  @property({ attribute: false }) messages: Partial<Translation['seatMap']> = {};

  constructor() {
    super();
    new PageLanguage(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.coming ??= this.findWays();
  }

  /** Waits, when the page changes its language, until the words are there. */
  protected override scheduleUpdate(): Promise<unknown> | undefined {
    const loading = this.ways?.localize.load();
    if (loading) return loading.then(() => super.scheduleUpdate());
    super.scheduleUpdate();
    return undefined;
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (GIVEN.some((name) => changed.has(name)) || (this.plan && changed.has('performance'))) void this.takeGiven();
    // Another store may be ready already: its hall belongs to this update, not to the one after its next change.
    for (const store of [this.seating, this.cart]) store.hostUpdate();
    const seating = this.seating.value;
    const before = this.hall;
    this.hall = seating?.state === 'ready' ? this.hallOf(seating, before) : undefined;
    this.ways?.hallChanged(before);
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    this.enter(this.phase);
    // Cells that have just come stand where the camera is already.
    this.placeOverlays();
    this.map.fill();
  }

  /** Chooses a seat by its id, or gives it back when it is the visitor's already. Resolves when the server has answered. */
  async pick(id: string): Promise<void> {
    const seat = this.hall?.scene.indexOf.get(id);
    if (seat !== undefined) await this.ways?.choosing.choose(seat);
  }

  /** Puts the focus on a seat and shows the part of the hall it is in. Resolves to false when there is none by that id. */
  async focusSeat(id: string): Promise<boolean> {
    return (await this.ways?.focusSeat(id)) ?? false;
  }

  private get performanceId(): string {
    return this.seatingStore?.performance ?? this.performance;
  }

  private get chosenPlaces(): ChosenPlaces | undefined {
    return this.seatingStore?.chosen ?? this.shop?.cart;
  }

  private get seatingStore(): SeatingStore | undefined {
    if (this.plan && !this.store) return this.given;
    return this.store ?? (this.performance ? this.shop?.seating(this.performance) : undefined);
  }

  private get phase(): Phase {
    return phaseOf(this.seating.value, this.hall?.free);
  }

  /** Most updates are about a focus or a pointer: then the hall is the one it was, and nobody looks at its seats. */
  private hallOf(seating: SeatingState & { state: 'ready' }, before: Hall | undefined): Hall {
    const { seats, pending } = this.choice;
    const centre = this.centre.value;
    const own = centre?.state === 'ready' ? centre.centre.priceTypes : [];
    const usualType = (seating.performance.priceTypes ?? own)[0]?.id;
    const { aspect } = this.map;
    const made = [seating, seats, pending, usualType, aspect];
    if (before && made.every((part, index) => part === this.made[index])) return before;
    this.made = made;
    return nextHall({ ...seating, mine: seats.keys(), pending, usualType, aspect }, before);
  }

  /** The code for a hall without a server is fetched by who has one. */
  private async takeGiven(): Promise<void> {
    const { takeGiven } = await patiently(() => import('./given.ts'));
    this.given = takeGiven(this, this.given);
  }

  /** Fetches what a visitor can do here, with the words and the styles of it, while the hall is drawn already. */
  private async findWays(): Promise<void> {
    const { Ways } = await patiently(() => import('./ways.ts'));
    const ways = new Ways(this, {
      choice: this.choice,
      map: this.map,
      hall: () => this.hall,
      seating: () => this.seating.value,
      store: () => this.seatingStore,
      phase: () => this.phase,
      performance: () => this.performanceId,
      messages: () => this.messages,
      viewport: () => (this.isConnected ? this.viewport : null),
      colours: () => this.picture.colours,
      shop: () => this.shop,
      announce: (text, urgency) => this.announce(text, urgency),
    });
    await ways.localize.load();
    adopt(this.renderRoot, Ways.styles);
    ways.hallChanged(undefined);
    this.ways = ways;
  }

  /**
   * What lies over the canvas goes where the camera goes: each box by itself. What hundreds of cells inherit from the
   * viewport would have to be worked out anew for every one of them, in every frame. Cells without the focus are not
   * there while the hall moves, so that they cost nothing.
   */
  private placeOverlays(isMoving = false): void {
    const { camera, view } = this.map;
    if (!camera || !this.viewport) return;
    const cells = this.viewport.querySelector<HTMLElement>('.cells');
    if (isMoving) cells?.classList.add('moving');
    if (cells && (!isMoving || this.ways?.walk.hasFocus)) {
      const { x, y } = toView(camera, view, { x: 0, y: 0 });
      cells.style.setProperty('transform', `translate(${x}px, ${y}px) scale(${camera.scale})`);
    }
    this.ways?.room.follow();
  }

  private handleRest(): void {
    const { camera, view } = this.map;
    if (camera) {
      // What is inside goes by these: the thickness of a focus ring, and where tests find the hall.
      const { x, y } = toView(camera, view, { x: 0, y: 0 });
      for (const [name, value] of [
        ['left', `${x}px`],
        ['top', `${y}px`],
        ['scale', camera.scale],
      ] as const) {
        this.viewport?.style.setProperty(`--_${name}`, String(value));
      }
    }
    this.placeOverlays();
    this.viewport?.querySelector('.cells')?.classList.remove('moving');
    this.ways?.walk.comeIntoView();
    this.requestUpdate();
  }

  override render(): TemplateResult {
    const { ways } = this;
    return html`
      <div class="base" part="base">
        ${ways?.renderAbove() ?? html`<div class="toolbar" part="toolbar"></div>`}
        ${ways?.isList ? ways.renderList() : this.renderMap()} ${ways?.renderBelow()}
        <span class="scheme" aria-hidden="true" @transitionend=${this.picture.recolour}></span>
      </div>
    `;
  }

  private renderMap(): TemplateResult {
    const { ways, map } = this;
    return html`
      <div
        class="viewport ${ways?.cursor ?? ''} ${map.atFit ? '' : 'near'}"
        part="viewport"
        role="group"
        aria-label=${ways?.words.title ?? ''}
        aria-busy=${this.phase === 'loading' ? 'true' : nothing}
      >
        <div class="canvas" part="canvas" aria-hidden="true"></div>
        ${ways?.renderOver()}
      </div>
    `;
  }
}

register('foyer-seat-map', FoyerSeatMap);

declare global {
  interface HTMLElementTagNameMap {
    'foyer-seat-map': FoyerSeatMap;
  }
}
