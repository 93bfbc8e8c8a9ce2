import { type CSSResult, html, type LitElement, nothing, type ReactiveController, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { SeatState } from '../../sdk/model/scene/index.ts';
import type { SeatingState, SeatingStore, Shop } from '../../sdk/stores/types.ts';
import { adopt } from '../internal/adopt.ts';
import type { Urgency } from '../internal/announcer.ts';
import { Localize } from '../internal/localize.ts';
import { patiently } from '../internal/patiently.ts';
import { walkTools } from '../internal/tools.ts';
import { buttonStyles } from '../styles/button.ts';
import { noticeStyles } from '../styles/notice.ts';
import type { Translation } from '../translations/index.ts';
import type { renderAreas } from './areas.ts';
import type { Choice } from './choice.ts';
import { Choosing } from './choosing.ts';
import type { Palette } from './drawing/palette.ts';
import type { Hall } from './hall-model.ts';
import { Help } from './help.ts';
import { keepFocus } from './keep-focus.ts';
import { legendStyles } from './legend.styles.ts';
import { renderLegend } from './legend.ts';
import type { SeatList } from './list/list.ts';
import type { MapView } from './map-view.ts';
import { Names } from './names.ts';
import { closedWords, phaseNews, renderNotice } from './notices.ts';
import type { Phase } from './phase.ts';
import { Pointing } from './pointing.ts';
import { ROOMY, Room } from './room/room.ts';
import { renderSeatGrid } from './seat-grid.ts';
import { SeatWalk } from './seat-walk.ts';
import {
  goToSection,
  type Parts,
  renderAsking,
  renderControls,
  renderParts,
  renderSectionsNearby,
  renderTooltip,
} from './viewport-parts.ts';
import { Voice } from './voice.ts';
import { waysStyles } from './ways.styles.ts';

/** What the ways to a seat ask of the element they are in. */
export interface WaysSource {
  readonly choice: Choice;
  readonly map: MapView;
  hall(): Hall | undefined;
  seating(): SeatingState | undefined;
  store(): SeatingStore | undefined;
  phase(): Phase;
  performance(): string;
  messages(): Partial<Translation['seatMap']>;
  viewport(): HTMLElement | null;
  /** As the hall was drawn in; undefined before it was. */
  colours(): Palette | undefined;
  /** Where images of a plan come from. */
  shop(): Shop | undefined;
  announce(text: string, urgency?: Urgency): void;
}

/**
 * Everything a visitor can do in a hall, beyond seeing it: the map under the hand, the seats under the keys, the list,
 * the legend, and the words. It is fetched behind the first picture, which needs none of it.
 */
export class Ways implements ReactiveController {
  static readonly styles: readonly CSSResult[] = [buttonStyles, noticeStyles, waysStyles, legendStyles];

  readonly localize: Localize;
  readonly choosing: Choosing;
  readonly walk: SeatWalk;
  readonly pointing: Pointing;
  readonly room: Room;
  /** The hall is shown as a list. */
  isList = false;
  /** Zones to show clearly; null for all. */
  zones: ReadonlySet<number> | null = null;
  private readonly host: LitElement;
  private readonly source: WaysSource;
  private list: Promise<SeatList> | undefined;
  private shownList: SeatList | undefined;
  private names: Names | undefined;
  private readonly help: Help;
  private namesOf: readonly unknown[] = [];
  private spoken: Translation['seatMap'] | undefined;
  private wordsOf: readonly unknown[] = [];
  private readonly voice: Voice;
  private areas: typeof renderAreas | 'coming' | undefined;
  private phase: Phase | undefined;
  private heard: SeatingState | undefined;

  constructor(host: LitElement, source: WaysSource) {
    this.host = host;
    this.source = source;
    const hall = () => source.hall();
    this.localize = new Localize(host);
    const voice = new Voice(host, (text, urgency) => source.announce(text, urgency));
    this.voice = voice;
    this.choosing = new Choosing(host, source.choice, this.localize, {
      hall,
      names: () => this.names,
      words: () => this.words,
      performance: () => source.performance(),
      closed: () => closedWords(source.seating(), this.words),
      announce: (text, urgency) => voice.say('choice', text, urgency),
    });
    walkTools(host);
    keepFocus(host, (next) => this.focusAfter(next));
    this.walk = new SeatWalk(host, source.map, {
      hall,
      choose: (seat) => this.choose(seat),
      isOpen: (seat) => this.isOpen(seat),
      noneFree: () => this.choosing.tell(this.words.noneFree),
    });
    this.pointing = new Pointing(host, source.map, {
      hall,
      viewport: () => source.viewport(),
      seatTapped: (seat) => this.handleSeatTap(seat),
      areaTapped: (area) => this.handleAreaTap(area),
    });
    this.help = new Help(host, {
      localize: this.localize,
      map: source.map,
      choosing: this.choosing,
      hall,
      names: () => this.names,
      taken: (seat) => this.goOnAt(seat),
      announce: (text) => voice.say('help', text),
    });
    this.room = new Room(host, {
      localize: this.localize,
      map: source.map,
      hall,
      names: () => this.names,
      shop: () => source.shop(),
      colours: () => source.colours(),
      goTo: (section) => void this.goTo(section),
    });
    host.addController(this);
  }

  hostUpdated(): void {
    const phase = this.source.phase();
    const before = this.phase;
    this.phase = phase;
    const news = before === phase ? '' : phaseNews(before, phase, this.words);
    if (news) this.voice.say('hall', news);
  }

  hostDisconnected(): void {
    this.names = undefined;
    this.namesOf = [];
  }

  /** The same object as long as they say the same. */
  get words(): Translation['seatMap'] {
    const of = [this.localize.translation, this.source.messages()];
    if (of.some((part, index) => part !== this.wordsOf[index])) {
      this.wordsOf = of;
      this.spoken = { ...this.localize.translation.seatMap, ...this.source.messages() };
    }
    return this.spoken ?? this.localize.translation.seatMap;
  }

  /** Seats to ring on the map. */
  get suggested(): readonly number[] {
    return this.help.ringed(this.pointing.seat >= 0 ? this.pointing.seat : this.walk.focused);
  }

  /** 1 for each seat where the party that is pointed for fits; null when seats are chosen one by one. */
  get fits(): Uint8Array | null {
    const hall = this.source.hall();
    return hall ? this.help.fits(hall) : null;
  }

  /** What the pointer would do, as a class of the viewport. */
  get cursor(): string {
    const { seat, area, tooFar } = this.pointing;
    if (seat >= 0 && tooFar) return 'closer';
    return seat >= 0 || area >= 0 ? 'pointing' : '';
  }

  /** The hall is another one, or changed: says what a visitor must know of it. `before` is the hall until now. */
  hallChanged(before: Hall | undefined): void {
    const hall = this.source.hall();
    this.renewNames(hall);
    this.noticeConnection();
    if (!hall || hall === before) return;
    const isSameHall = before?.scene.plan === hall.scene.plan;
    if (isSameHall && before.performance.id === hall.performance.id) {
      const watched = [this.choosing.asking, this.walk.focused, this.pointing.seat];
      const lost = this.choosing.noticeLost(watched, before, hall);
      this.help.hallChanged(hall, lost);
      this.walk.hallChanged();
      return;
    }
    this.choosing.forget();
    this.help.forget();
    if (!isSameHall) this.beginAnew();
    // Who comes back to a choice that leaves a seat alone hears it now, not when ordering.
    this.help.hallChanged(hall, -1);
  }

  /** Nothing that was pointed at or filtered in the hall before means anything in this one. */
  private beginAnew(): void {
    this.zones = null;
    this.pointing.hover(null);
    this.walk.begin();
  }

  /** Whatever the server tells says that it can be reached. */
  private noticeConnection(): void {
    const seating = this.source.seating();
    if (seating === this.heard) return;
    this.heard = seating;
    if (seating?.state === 'ready' && !seating.stale) this.choosing.connected();
  }

  /** They know every amount in words already, so they stay as long as they can. */
  private renewNames(hall: Hall | undefined): void {
    const of = [hall?.scene, hall?.prices, this.localize.translation, this.localize.language, this.source.messages()];
    if (of.every((part, index) => part === this.namesOf[index])) return;
    this.namesOf = of;
    this.names = hall && new Names(this.localize, this.words, hall.scene, hall.prices);
  }

  /** Free, and in a zone that is not made faint. */
  private isOpen(seat: number): boolean {
    const { states, scene } = this.source.hall() ?? {};
    return states?.[seat] === SeatState.free && (this.zones?.has(scene?.zone[seat] ?? 0) ?? true);
  }

  private handleSeatTap(seat: number): void {
    this.walk.enter(seat);
    const hall = this.source.hall();
    if (!hall || !this.help.take(hall, seat)) this.choosing.point(seat);
  }

  /** Chooses a seat, or as many around it as the visitor points for. */
  private choose(seat: number): void {
    const hall = this.source.hall();
    if (!hall || !this.help.take(hall, seat)) void this.choosing.choose(seat);
  }

  /** What was found for somebody is theirs: what found it makes room, and they go on from there. */
  private goOnAt(seat: number): void {
    this.help.stopFinding();
    this.walk.enter(seat);
    if (this.isList) this.shownList?.open(seat);
  }

  /** The focus goes on from what left the page with it: to the next wish, or to the seat that keys are at. */
  private focusAfter(next: HTMLElement | null): void {
    if (next) next.focus();
    else if (this.isList) this.shownList?.focus(this.walk.current);
    else this.walk.focusCurrent();
  }

  /** Places without numbers are chosen beside the map. */
  private handleAreaTap(area: number): void {
    this.host.renderRoot.querySelector<HTMLElement>(`.area:nth-child(${area + 1}) .step:last-child`)?.focus();
  }

  private async showAs(isList: boolean): Promise<void> {
    const list = isList ? await this.fetchList() : undefined;
    if (list && list !== this.shownList) list.open(this.walk.current);
    this.shownList = list ?? this.shownList;
    this.isList = isList;
    this.host.requestUpdate();
  }

  /** Puts the focus on a seat, wherever it is; false when there is none by that id. */
  async focusSeat(id: string): Promise<boolean> {
    const seat = this.source.hall()?.scene.indexOf.get(id);
    if (seat === undefined) return false;
    this.isList = false;
    this.walk.enter(seat);
    await this.host.updateComplete;
    this.walk.focusCurrent();
    this.walk.show(seat);
    return true;
  }

  private async goTo(section: number): Promise<void> {
    const hall = this.source.hall();
    if (!hall) return;
    goToSection({ hall, map: this.source.map, enter: (seat) => this.walk.enterPart(seat) }, section);
    await this.host.updateComplete;
    this.walk.focusCurrent();
  }

  private fetchList(): Promise<SeatList> {
    this.list ??= patiently(() => import('./list/index.ts')).then(({ SeatList, styles }) => {
      adopt(this.host.renderRoot, styles);
      return new SeatList(this.host, {
        localize: this.localize,
        hall: () => this.source.hall(),
        names: () => this.names,
        words: () => this.words,
        zones: () => this.zones,
        showAllZones: () => this.showZones(null),
        choose: (seat) => {
          this.walk.enter(seat);
          this.choose(seat);
        },
        renderView: (section) => this.room.renderViewButton(section, 'chip'),
      });
    });
    return this.list;
  }

  /** Shows one more zone clearly, or one less; without one, all of them. */
  private toggleZone(zone?: number): void {
    const zones = new Set(zone === undefined ? [] : this.zones);
    if (zone !== undefined && !zones.delete(zone)) zones.add(zone);
    this.showZones(zones.size > 0 ? zones : null);
  }

  private showZones(zones: ReadonlySet<number> | null): void {
    this.zones = zones;
    const shown = this.source.hall()?.scene.plan.zones.filter((_, index) => zones?.has(index)) ?? [];
    const names = this.localize.list(shown.map(({ name }) => this.localize.text(name)));
    this.voice.say('zones', names ? this.words.onlyZones(names) : this.words.allShown);
    this.host.requestUpdate();
  }

  /** What stands over the map: what is the matter, and the ways through the hall. */
  renderAbove(): TemplateResult {
    const { hall, names, source } = this.now;
    return html`
      ${renderNotice(source.seating(), source.phase(), source.store(), this.localize, this.words)}
      ${hall && names ? this.renderToolbar(hall, names) : html`<div class="toolbar" part="toolbar"></div>`}
      ${this.help.renderBest()}
    `;
  }

  /** What lies over the picture of the hall. */
  renderOver(): TemplateResult {
    const { hall, names, source } = this.now;
    if (hall && names) return this.renderOverlays(hall, names);
    return html`<p class="waiting">${source.phase() === 'failed' ? '' : this.words.loading}</p>`;
  }

  /** What stands below the map: what happened last, places without numbers, and what colours and signs mean. */
  renderBelow(): TemplateResult | typeof nothing {
    const { hall, names } = this.now;
    if (!hall || !names) return nothing;
    const foot = this.isNarrow && !this.isList ? this.renderControls() : nothing;
    return html`${foot} ${this.renderMessage()} ${this.help.renderAdvice()} ${this.renderAreas(hall, names)} ${this.renderLegend(hall, names)} ${this.room.renderDialogs()}`;
  }

  renderList(): unknown {
    const { hall, names } = this.now;
    if (!hall || !names || !this.shownList) return nothing;
    return html`<div class="listed">${this.shownList.render(this.shownHall(hall))} ${this.renderAsking(names)}</div>`;
  }

  private get now() {
    return { hall: this.source.hall(), names: this.names, source: this.source };
  }

  private renderToolbar(hall: Hall, names: Names): TemplateResult {
    const way = (isList: boolean) => html`
      <button type="button" class="chip" aria-pressed=${this.isList === isList} @click=${() => void this.showAs(isList)}>
        ${isList ? this.words.list : this.words.plan}
      </button>
    `;
    return html`
      <div class="toolbar tools" part="toolbar" aria-label=${this.words.display}>
        ${this.isList ? nothing : renderParts(this.parts(hall, names))}
        <div class="actions others">
          <div class="display">${way(false)} ${way(true)}</div>
          <button
            type="button"
            class="chip"
            aria-expanded=${this.help.isFinding}
            @click=${this.help.toggleFinding}
          >
            ${this.localize.translation.seatMap.best}
          </button>
        </div>
      </div>
    `;
  }

  private parts(hall: Hall, names: Names): Parts {
    const { words, localize, walk } = this;
    const { map } = this.source;
    return {
      hall,
      names,
      words,
      localize,
      map,
      current: walk.current,
      enter: (seat) => walk.enterPart(seat),
      chooseSection: this.room.chooseSection,
    };
  }

  private renderOverlays(hall: Hall, names: Names): TemplateResult {
    const { words, pointing, walk } = this;
    const { map } = this.source;
    const modifier = /Mac|iP/.test(navigator.platform) ? '⌘' : 'Ctrl';
    return html`
      ${renderSectionsNearby(this.parts(hall, names))}
      <div @keydown=${walk.handleKey} @focusin=${walk.handleFocus} @focusout=${walk.handleBlur} @click=${walk.handleClick}>
        ${map.isPresented ? this.renderGrid(hall, names) : nothing}
      </div>
      <p id="keys" hidden>${words.keys}</p>
      ${renderTooltip({ hall, names, words, map, seat: pointing.seat >= 0 ? pointing.seat : walk.focused })}
      ${this.room.renderOver(walk.near.section)} ${this.isNarrow ? nothing : this.renderControls()}
      ${this.renderAsking(names)}
      ${
        pointing.wheelHint
          ? html`<p class="hint" @animationend=${() => pointing.hideWheelHint()}>${words.wheelHint(modifier)}</p>`
          : nothing
      }
    `;
  }

  private get isNarrow(): boolean {
    const { width } = this.source.map.view;
    return width > 0 && width < ROOMY;
  }

  private renderControls(): TemplateResult {
    const { map } = this.source;
    return renderControls({ map, words: this.words, more: this.room.renderFullScreen(), isFoot: this.isNarrow });
  }

  /** What the seats' names and states depend on: while it is the same, hundreds of cells need no second look. */
  private shownHall({ scene, states, prices }: Hall): unknown[] {
    return [scene, states, prices, this.localize.language, this.source.messages()];
  }

  private renderGrid(hall: Hall, names: Names): unknown {
    const { words, walk } = this;
    return guard([...this.shownHall(hall), walk.near], () =>
      renderSeatGrid({
        scene: hall.scene,
        states: hall.states,
        names,
        label: words.seatsOf(names.section(walk.near.section)),
        near: walk.near,
      }),
    );
  }

  private renderAsking(names: Names): TemplateResult | typeof nothing {
    const { choosing, words } = this;
    const { scene } = this.source.hall() ?? {};
    const section = scene?.plan.rows[scene.row[choosing.asking] ?? 0]?.section ?? -1;
    return renderAsking({
      names,
      words,
      seat: choosing.asking,
      view: this.room.renderViewButton(section, 'button'),
      choose: () => void choosing.choose(choosing.asking),
      leave: choosing.leave,
    });
  }

  private renderMessage(): TemplateResult {
    const { text, tone } = this.choosing.message;
    const { introFar, intro } = this.words;
    const canChoose = this.source.phase() === 'ready' || this.source.phase() === 'stale';
    const hint = canChoose ? (this.pointing.tooFar && !this.isList ? introFar : intro) : '';
    return html`<p class="message ${tone}" part="message">${text || hint}</p>`;
  }

  private renderAreas(hall: Hall, names: Names): TemplateResult | typeof nothing {
    if (hall.scene.plan.areas.length > 0 && !this.areas) void this.fetchAreas();
    if (typeof this.areas !== 'function') return nothing;
    return this.areas({
      scene: hall.scene,
      names,
      localize: this.localize,
      words: this.words,
      free: hall.areaFree,
      chosen: (area) => this.source.choice.area(area).length,
      busy: (area) => this.source.choice.pending.has(area),
      change: (area, by) => void this.choosing.changeArea(area, by),
    });
  }

  /** Most halls have seats only. */
  private async fetchAreas(): Promise<void> {
    this.areas = 'coming';
    const { renderAreas, styles } = await patiently(() => import('./areas.ts'));
    adopt(this.host.renderRoot, styles);
    this.areas = renderAreas;
    this.host.requestUpdate();
  }

  private renderLegend(hall: Hall, names: Names): unknown {
    const { zones, words, localize } = this;
    const signs = this.source.colours()?.zoneSigns ?? [];
    const toggleZone = (zone?: number) => this.toggleZone(zone);
    // The list says above its rows that it is filtered, and shows all again from there.
    const canReset = !!zones && !this.isList;
    return guard([...this.shownHall(hall), hall.areas, zones, signs, canReset], () =>
      renderLegend({ hall, names, localize, words, zones, signs, canReset, toggleZone }),
    );
  }
}
