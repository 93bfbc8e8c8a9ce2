import { html, type LitElement, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { SeatState } from '../../../sdk/model/scene/index.ts';
import type { Localize } from '../../internal/localize.ts';
import type { Translation } from '../../translations/index.ts';
import type { Hall } from '../hall-model.ts';
import type { Names } from '../names.ts';
import { renderRows } from './rows.ts';
import { stepInList } from './steps.ts';

/** What the list asks of the map it is another form of. */
export interface ListSource {
  readonly localize: Localize;
  hall(): Hall | undefined;
  names(): Names | undefined;
  words(): Translation['seatMap'];
  /** Zones to show; null for all. */
  zones(): ReadonlySet<number> | null;
  showAllZones(): void;
  choose(seat: number): void;
  /** A button to what one sees from a section; nothing where that is not known. */
  renderView(section: number): unknown;
}

/** The hall as section → row → seat, with ordinary buttons: the same seats, states, prices and choices as on the map. */
export class SeatList {
  private readonly host: LitElement;
  private readonly source: ListSource;
  /** Section whose rows are shown; -1 for none. */
  private section = -1;
  /** Rows of a large section whose seats are shown. */
  private readonly rows = new Set<number>();
  /** By row, the seat that takes part in the tab order, once the visitor has been there. */
  private readonly stops = new Map<number, number>();
  private version = 0;

  constructor(host: LitElement, source: ListSource) {
    this.host = host;
    this.source = source;
  }

  /** Shows the section of this seat. */
  open(seat: number): void {
    const { plan, row } = this.source.hall()?.scene ?? {};
    this.show(plan?.rows[row?.[seat] ?? 0]?.section ?? 0);
  }

  /** Puts the focus on a seat, or on the list's beginning where that is not shown. */
  focus(seat: number): void {
    const id = this.source.hall()?.scene.plan.seats[seat]?.id;
    const buttons = [...this.host.renderRoot.querySelectorAll<HTMLElement>('.list button')];
    (buttons.find((button) => button.dataset.seat === id) ?? buttons[0])?.focus();
  }

  render(shown: readonly unknown[]): unknown {
    const hall = this.source.hall();
    const names = this.source.names();
    if (!hall || !names) return nothing;
    const zones = this.source.zones();
    return html`
      <div @keydown=${this.handleKey} @focusin=${this.handleFocus}>
        ${this.renderFilter(hall, zones)}
        ${guard([...shown, zones, this.version], () => this.renderSections(hall, names, zones))}
      </div>
    `;
  }

  private show(section: number): void {
    this.section = section;
    this.version += 1;
    this.host.requestUpdate();
  }

  private toggleRow(row: number): void {
    if (!this.rows.delete(row)) this.rows.add(row);
    this.version += 1;
    this.host.requestUpdate();
  }

  private renderFilter({ scene }: Hall, zones: ReadonlySet<number> | null): TemplateResult | typeof nothing {
    if (!zones) return nothing;
    const { localize } = this.source;
    const words = this.source.words();
    const named = scene.plan.zones.filter((_, zone) => zones.has(zone)).map(({ name }) => localize.text(name));
    return html`
      <p class="filter small">
        <span>${words.onlyZones(localize.list(named))}</span>
        <button type="button" class="button quiet" @click=${() => this.source.showAllZones()}>${words.allZones}</button>
      </p>
    `;
  }

  private renderSections(hall: Hall, names: Names, zones: ReadonlySet<number> | null): TemplateResult {
    const { plan } = hall.scene;
    const seatsOf = (section: number) =>
      (plan.sections[section]?.rows ?? []).flatMap((row) => plan.rows[row]?.seats ?? []);
    const isShown = (section: number) =>
      !zones || seatsOf(section).some((seat) => zones.has(hall.scene.zone[seat] ?? 0));
    return html`
      <p id="list-keys" hidden>${this.source.words().listKeys}</p>
      <ul class="list" part="list">
        ${plan.sections.map((_, section) => (isShown(section) ? this.renderSection(hall, names, zones, section, seatsOf(section)) : nothing))}
      </ul>
    `;
  }

  private renderSection(
    hall: Hall,
    names: Names,
    zones: ReadonlySet<number> | null,
    section: number,
    seats: readonly number[],
  ): TemplateResult {
    const words = this.source.words();
    const { free = 0, price = null } = hall.summary.sections[section] ?? {};
    const mine = seats.filter((seat) => hall.states[seat] === SeatState.mine).length;
    const isOpen = this.section === section;
    const offer = [words.free(free), names.priceRange(price), mine > 0 ? words.areaCount(mine) : ''];
    const line = html`
      <span>${names.section(section)}</span>
      <span class="quiet small">${offer.filter(Boolean).join(' · ')}</span>
    `;
    // Where nothing is left there is nothing to open; what was open stays for who is in it.
    if (free + mine === 0 && !isOpen) return html`<li class="section-line">${line}</li>`;
    return html`
      <li>
        <h3>
          <button
            type="button"
            class="section-button"
            part="list-section"
            aria-expanded=${isOpen}
            data-section=${section}
            @click=${() => this.show(isOpen ? -1 : section)}
          >
            ${line}
          </button>
        </h3>
        ${
          isOpen
            ? html`${this.source.renderView(section)}${renderRows({
                hall,
                names,
                words,
                zones,
                rowWord: this.source.localize.translation.common.row,
                kindWord: this.source.localize.translation.common.kind,
                section,
                seats: seats.length,
                opened: this.rows,
                toggleRow: (row) => this.toggleRow(row),
                stop: (row) => this.stops.get(row),
                choose: (seat) => this.source.choose(seat),
              })}`
            : nothing
        }
      </li>
    `;
  }

  /** Every row is one stop of the Tab key; arrows go from seat to seat, as on the map. */
  private readonly handleKey = (event: KeyboardEvent): void => {
    const hall = this.source.hall();
    const from = (event.target as HTMLElement).dataset.seat;
    const list = event.currentTarget as HTMLElement;
    if (!hall || !from) return;
    const to = stepInList(list, hall.scene, from, event, (seat) => hall.states[seat] === SeatState.free);
    if (!to) return;
    event.preventDefault();
    to.focus();
  };

  private readonly handleFocus = (event: FocusEvent): void => {
    const button = event.target as HTMLElement;
    const scene = this.source.hall()?.scene;
    const seat = scene?.indexOf.get(button.dataset.seat ?? '');
    if (!scene || seat === undefined) return;
    for (const other of button.closest('.seats')?.querySelectorAll('button') ?? []) other.tabIndex = -1;
    button.tabIndex = 0;
    this.stops.set(scene.row[seat] ?? 0, seat);
  };
}
