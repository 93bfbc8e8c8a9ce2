import { html, isServer, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { ref } from 'lit/directives/ref.js';
import { repeat } from 'lit/directives/repeat.js';
import type { ProgrammeItem } from '../../sdk/model/programme/types.ts';
import { programmeItem, programmeLine, type Surroundings } from './item.ts';

/** So many performances are drawn at once: few enough to be drawn between two frames. */
const PIECE = 12;
/** So many are drawn before anybody scrolls. */
const AT_ONCE = 48;

/** Performances of one month that are drawn together. */
interface Piece {
  readonly key: string;
  readonly items: readonly ProgrammeItem[];
}

interface Month {
  /** By it, and its time zone, the month is named. */
  readonly first: ProgrammeItem;
  readonly pieces: readonly Piece[];
}

/** Performances under one heading, or under none, by month. */
export interface Group {
  readonly name: string;
  readonly months: readonly Month[];
}

/** Lays performances out, once: as long as they are the same, so is what this gives. */
export function groupOf(name: string, items: readonly ProgrammeItem[]): Group {
  const months = [...Map.groupBy(items, ({ day }) => day.slice(0, 7)).values()];
  return {
    name,
    months: months.flatMap((inMonth) => (inMonth[0] ? [{ first: inMonth[0], pieces: piecesOf(inMonth) }] : [])),
  };
}

function piecesOf(items: readonly ProgrammeItem[]): Piece[] {
  return Array.from({ length: Math.ceil(items.length / PIECE) }, (_, index) => {
    const part = items.slice(index * PIECE, (index + 1) * PIECE);
    return { key: part[0]?.reference ?? '', items: part };
  });
}

interface ListingSurroundings extends Surroundings {
  readonly monthOf: (item: ProgrammeItem) => string;
  readonly isNear: (key: string) => boolean;
  /** Draws a piece for somebody who came to it by keys. */
  readonly draw: (key: string) => void;
  /** Tells when somebody comes near. */
  readonly watch: (part: Element | undefined) => void;
  /** Everything else that what is drawn depends on: while it is the same, nothing is drawn again. */
  readonly looks: readonly unknown[];
}

/** A whole programme. What nobody is near to keeps its place on the page, and is drawn when somebody comes. */
export function renderGroups(groups: readonly Group[], around: ListingSurroundings): TemplateResult[] {
  let drawn = 0;
  const draws = ({ key, items }: Piece) => {
    drawn += items.length;
    return drawn <= AT_ONCE || around.isNear(key);
  };
  return groups.map((group) =>
    group.name
      ? html`<div class="group"><h3>${group.name}</h3>${months(group, around, draws)}</div>`
      : html`${months(group, around, draws)}`,
  );
}

function months(group: Group, around: ListingSurroundings, draws: (piece: Piece) => boolean): TemplateResult {
  return html`${repeat(
    group.months,
    ({ first }) => first.day.slice(0, 7),
    ({ first, pieces }) => html`
      <div class="month">
        ${group.name ? html`<h4>${around.monthOf(first)}</h4>` : html`<h3>${around.monthOf(first)}</h3>`}
        ${repeat(
          pieces,
          ({ key }) => key,
          (piece) => (draws(piece) ? drawnPiece(piece, around) : laterPiece(piece, around)),
        )}
      </div>
    `,
  )}`;
}

const drawnPiece = ({ items }: Piece, around: ListingSurroundings) => html`
  ${guard(
    [items, ...around.looks],
    () => html`
      <ul class="items">
        ${repeat(
          items,
          ({ reference }) => reference,
          (item) => programmeItem(item, around),
        )}
      </ul>
    `,
  )}
`;

/** As high as it will be, and with a way for keys and screen readers to ask for it. */
const laterPiece = ({ key, items }: Piece, { draw, watch, words, ...around }: ListingSurroundings) => html`
  ${guard(
    [items, words.more],
    () => html`
      <div class="later" data-near=${key} ${ref(watch)}>
        <button class="spoken" type="button" @focus=${() => draw(key)} @click=${() => draw(key)}>
          ${words.more(items.length)}
        </button>
        <ul class="items" aria-hidden="true">
          ${items.map(() => html`<li class="blank"></li>`)}
        </ul>
        ${isServer ? html`<ul class="unscripted">${items.map((item) => programmeLine(item, { ...around, words }))}</ul>` : nothing}
      </div>
    `,
  )}
`;
