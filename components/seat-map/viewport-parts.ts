import { html, nothing, type TemplateResult } from 'lit';
import { firstSeat, stateName, toView, union } from '../../sdk/model/scene/index.ts';
import type { Bounds } from '../../sdk/model/seating-plan/types.ts';
import type { Localize } from '../internal/localize.ts';
import type { Translation } from '../translations/index.ts';
import { cssProperties } from './css-properties.ts';
import type { Hall } from './hall-model.ts';
import { fitIcon, minusIcon, plusIcon } from './icons.ts';
import type { MapView } from './map-view.ts';
import type { Names } from './names.ts';

type Words = Translation['seatMap'];
type Maybe = TemplateResult | typeof nothing;

const ZOOM_STEP = 1.6;

export interface Parts {
  readonly hall: Hall;
  readonly names: Names;
  readonly words: Words;
  readonly localize: Localize;
  /** Seat whose floor and section are shown as the current ones. */
  readonly current: number;
  readonly map: MapView;
  /** Makes this the seat keys begin at. */
  readonly enter: (seat: number) => void;
  /** Opens a list of all parts of the hall. */
  readonly chooseSection: () => void;
}

/** More sections than so many are chosen from a list: nobody looks through forty chips. */
const MOST_CHIPS = 7;

/** Ways to the floors of the hall; to its sections where there is one floor. */
export function renderParts(parts: Parts): Maybe {
  const { hall, words, localize, map } = parts;
  const { scene, summary } = hall;
  const { floors, sections } = scene.plan;
  if (sections.length < 2) return nothing;
  const current = map.atFit ? -1 : floorOf(parts);
  const floorChip = (index: number) => {
    const within = sectionsOn(hall, index);
    const free = within.reduce((total, section) => total + (summary.sections[section]?.free ?? 0), 0);
    const name = localize.text(floors[index]?.name ?? { nl: '' });
    const go = () => goTo(parts, largest(hall, within), scene.floors[index] ?? scene.bounds);
    return chip(name, index === current, words.free(free), go);
  };
  const isMany = floors.length > 1 && sections.length > MOST_CHIPS;
  // Where there is room, floors lead to their sections; a list of all is then needed only for a floor with too many.
  const isSpare = floors.every((_, floor) => sectionsOn(hall, floor).length <= MOST_CHIPS);
  return html`
    <div class="parts chips ${isMany ? 'many' : ''} ${isSpare ? 'spare' : ''}" role="group" aria-label=${words.parts}>
      ${chip(words.wholeHall, map.atFit, words.free(hall.free), () => map.fitHall())}
      ${floors.length > 1 ? floors.map((_, index) => floorChip(index)) : sectionChips(parts, sectionsOn(hall, 0))}
      ${isMany ? chooser(parts) : nothing}
    </div>
  `;
}

/** Ways to the sections of the floor one is near, laid over the map so that nothing moves when they come and go. */
export function renderSectionsNearby(parts: Parts): Maybe {
  const { hall, localize, map } = parts;
  const { floors } = hall.scene.plan;
  const floor = floorOf(parts);
  const within = sectionsOn(hall, floor);
  if (floors.length < 2 || within.length < 2 || map.atFit) return nothing;
  const name = localize.text(floors[floor]?.name ?? { nl: '' });
  return html`<div class="nearby chips tools" aria-label=${name}>${sectionChips(parts, within)}</div>`;
}

function sectionChips(parts: Parts, sections: readonly number[]): TemplateResult[] {
  const { hall, names, current, map } = parts;
  const { scene, summary } = hall;
  const here = scene.plan.rows[scene.row[current] ?? 0]?.section;
  if (sections.length > MOST_CHIPS) return [chooser(parts)];
  return sections.map((index) => {
    const offer = summary.sections[index] ?? { free: 0, price: null };
    const name = names.section(index);
    return chip(name, !map.atFit && index === here, names.offer(name, offer), () => goToSection(parts, index));
  });
}

/** Comes near to a section, and lets keys begin there. */
export function goToSection(parts: Pick<Parts, 'hall' | 'map' | 'enter'>, section: number): void {
  const boxes = parts.hall.scene.plan.sections[section]?.rows.map((row) => rowBox(parts.hall, row)) ?? [];
  goTo(parts, section, union(boxes));
}

/** Opens the list of all parts. It says which one is near, as the chips do. */
function chooser({ hall, names, current, map, localize, chooseSection }: Parts): TemplateResult {
  const section = hall.scene.plan.rows[hall.scene.row[current] ?? 0]?.section ?? 0;
  return html`
    <button type="button" class="chip chooser" aria-haspopup="dialog" @click=${chooseSection}>
      ${map.atFit || hall.scene.plan.floors.length > 1 ? localize.translation.seatRoom.sections : names.section(section)}
    </button>
  `;
}

const chip = (label: string, isCurrent: boolean, title: string, go: () => void) => html`
  <button type="button" class="chip" aria-current=${isCurrent ? 'true' : nothing} title=${title} @click=${go}>
    ${label}
  </button>
`;

function goTo({ hall, map, enter }: Pick<Parts, 'hall' | 'map' | 'enter'>, section: number, box: Bounds): void {
  map.fitBox(box);
  const seat = firstSeat(hall.scene, section);
  if (seat !== undefined) enter(seat);
}

function floorOf({ hall, current }: Parts): number {
  const { rows, sections } = hall.scene.plan;
  return sections[rows[hall.scene.row[current] ?? 0]?.section ?? 0]?.floor ?? 0;
}

/** Where most people want to begin: in the middle of a floor, not in its first box. */
const largest = ({ summary }: Hall, sections: readonly number[]): number =>
  sections.reduce((best, section) => {
    const capacity = (of: number) => summary.sections[of]?.capacity ?? 0;
    return capacity(section) > capacity(best) ? section : best;
  }, sections[0] ?? 0);

const sectionsOn = ({ scene }: Hall, floor: number): number[] =>
  scene.plan.sections.flatMap((section, index) => (section.floor === floor ? [index] : []));

function rowBox({ scene }: Hall, row: number) {
  const [left = 0, top = 0, right = 0, bottom = 0] = scene.rowBoxes.subarray(row * 4, row * 4 + 4);
  const { pitch } = scene;
  return { x: left - pitch, y: top - pitch, width: right - left + 2 * pitch, height: bottom - top + 2 * pitch };
}

export interface Controls {
  readonly map: MapView;
  readonly words: Words;
  /** What stands below them. */
  readonly more: TemplateResult;
  /** They are the foot of a narrow map, where over it they would cover seats. */
  readonly isFoot: boolean;
}

/** Zoom in, zoom out, whole hall. */
export function renderControls({ map, words, more, isFoot }: Controls): TemplateResult {
  const button = (label: string, icon: TemplateResult, off: boolean, go: () => void) => html`
    <button type="button" aria-label=${label} title=${label} aria-disabled=${off} @click=${go}>${icon}</button>
  `;
  return html`
    <div
      class="controls tools ${isFoot ? 'foot' : ''}"
      part="controls"
      aria-label=${words.controls}
      aria-orientation=${isFoot ? 'horizontal' : 'vertical'}
    >
      ${button(words.zoomIn, plusIcon, map.atClosest, () => map.zoomStep(ZOOM_STEP))}
      ${button(words.zoomOut, minusIcon, map.atFit, () => map.zoomStep(1 / ZOOM_STEP))}
      ${button(words.fit, fitIcon, map.atFit, () => map.fitHall())} ${more}
    </div>
  `;
}

export interface Tooltip {
  readonly hall: Hall;
  readonly names: Names;
  readonly words: Words;
  readonly map: MapView;
  /** Seat it is about; negative for none. */
  readonly seat: number;
}

/** What the pointed seat is, for eyes; screen readers have the name of its cell. */
export function renderTooltip({ hall, names, words, map, seat }: Tooltip): Maybe {
  const { scene, states } = hall;
  if (seat < 0 || !map.camera) return nothing;
  const at = toView(map.camera, map.view, { x: scene.x[seat] ?? 0, y: scene.y[seat] ?? 0 });
  const share = Math.min(0.92, Math.max(0.08, at.x / Math.max(1, map.view.width)));
  const zone = scene.plan.zones[scene.zone[seat] ?? 0];
  const state = stateName(states[seat] ?? 0);
  const price = names.priceRange(hall.prices.get(zone?.id ?? ''));
  return html`
    <div
      class="tooltip ${at.y < 110 ? 'below' : ''}"
      part="tooltip"
      aria-hidden="true"
      ${cssProperties({ '--_left': `${at.x}px`, '--_top': `${at.y}px`, '--_shift': `${-share * 100}%` })}
    >
      <b>${names.place(seat)}</b>
      <span>${names.sectionOf(seat)}</span>
      <span>${state === 'free' ? price : words.state[state]}</span>
      ${names.kind(seat) ? html`<span>${names.kind(seat)}</span>` : nothing}
    </div>
  `;
}

export interface Asking {
  readonly names: Names;
  readonly words: Words;
  /** Seat it is about; negative for none. */
  readonly seat: number;
  readonly choose: () => void;
  readonly leave: () => void;
  /** A button to what one sees from there. */
  readonly view: Maybe;
}

/** Says in words what is special about a place before a pointer chooses it. */
export function renderAsking({ names, words, seat, choose, leave, view }: Asking): Maybe {
  if (seat < 0) return nothing;
  const leaveByKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    // A dialog around the map must not close with it.
    event.preventDefault();
    leave();
  };
  return html`
    <div class="asking" part="asking" data-panel role="group" aria-label=${names.place(seat)} @keydown=${leaveByKey}>
      <p><strong>${names.place(seat)}</strong><br />${names.warning(seat)}</p>
      <div class="actions">
        <button type="button" class="button primary" @click=${choose}>${words.chooseThis}</button>
        <button type="button" class="button" @click=${leave}>${words.notThis}</button>
        ${view}
      </div>
    </div>
  `;
}
