import { css, html, type LitElement, render } from 'lit';
import { cameraFor, SeatState } from '../../../sdk/model/scene/index.ts';
import { adopt } from '../../internal/adopt.ts';
import { languageAt, textIn } from '../../internal/language.ts';
import { createHallPainter } from '../drawing/hall-painter.ts';
import { readPalette } from '../drawing/palette.ts';
import { createWords } from '../drawing/words.ts';
import type { Hall } from '../hall-model.ts';
import type { Names } from '../names.ts';
import type { RoomSource } from './room.ts';

/** Prints the plan while it is wanted. */
export interface Print {
  stop(): void;
}

/** CSS pixels to the width of a page; printed with so many canvas pixels each, which is 250 to an inch. */
const PAGE = { width: 680, height: 820 };
const RATIO = 2.6;

/** When the page is printed: a sharp plan of the whole hall, and the visitor's own places as a list. */
export function startPrint(host: LitElement, source: RoomSource): Print {
  const end = new AbortController();
  const sheet = document.createElement('div');
  sheet.className = 'print';
  adopt(host.renderRoot, [styles]);
  addEventListener(
    'beforeprint',
    () => {
      const [hall, names] = [source.hall(), source.names()];
      if (!hall || !names) return;
      host.renderRoot.querySelector('.base')?.prepend(sheet);
      render(renderSheet(host, hall, names, source), sheet);
    },
    { signal: end.signal },
  );
  addEventListener('afterprint', () => sheet.remove(), { signal: end.signal });
  return {
    stop() {
      end.abort();
      sheet.remove();
    },
  };
}

function renderSheet(host: LitElement, hall: Hall, names: Names, { localize }: RoomSource) {
  const { seatRoom } = localize.translation;
  const own = hall.scene.plan.seats.flatMap((_, seat) => (hall.states[seat] === SeatState.mine ? [seat] : []));
  return html`
    ${drawPlan(host, hall, localize.translation.seatMap.free)}
    ${
      own.length > 0
        ? html`
            <h3>${seatRoom.ownPlaces}</h3>
            <ul>
              ${own.map((seat) => html`<li>${names.place(seat)}, ${names.sectionOf(seat)}</li>`)}
            </ul>
          `
        : ''
    }
  `;
}

/** The hall as it is drawn on the screen, in the colours for light surroundings: paper is. */
function drawPlan(host: LitElement, hall: Hall, freeText: (free: number) => string): HTMLCanvasElement {
  const { scene } = hall;
  const height = Math.min(PAGE.height, (PAGE.width * scene.bounds.height) / Math.max(1, scene.bounds.width) + 40);
  const view = { width: PAGE.width, height: Math.max(200, Math.round(height)) };
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [view.width * RATIO, view.height * RATIO];
  const context = canvas.getContext('2d');
  const scheme = host.style.colorScheme;
  host.style.colorScheme = 'light';
  const palette = readPalette(host, scene.plan.zones);
  host.style.colorScheme = scheme;
  const language = languageAt(host);
  if (!context) return canvas;
  const painter = createHallPainter();
  painter.teach(createWords);
  painter.paint(context, {
    scene,
    states: hall.states,
    summary: hall.summary,
    camera: cameraFor(scene.bounds, view, 12),
    view,
    ratio: RATIO,
    palette,
    hovered: -1,
    hoveredArea: -1,
    suggested: [],
    zones: null,
    fits: null,
    text: (text) => textIn(language, text),
    freeText,
    areaFree: (index) => hall.areaFree(scene.plan.areas[index]?.id ?? ''),
  });
  return canvas;
}

const styles = css`
  .print {
    display: none;
  }

  @media print {
    .print {
      display: block;
      color: #000000;
    }

    /* Of a page, so much that it stands on the first one under the head of most. */
    .print canvas {
      display: block;
      max-inline-size: 100%;
      max-block-size: 62vh;
      margin-inline: auto;
      break-inside: avoid;
    }

    .print ul {
      break-inside: avoid;
    }

    .print h3 {
      margin-block: 1em 0.25em;
    }

    .base > :not(.print, .legend) {
      display: none;
    }
  }
`;
