import '@alisaitteke/seatmap-canvas/dist/esm/seatmap.canvas.css';
import { SeatMapCanvas } from '@alisaitteke/seatmap-canvas';
import { type Engine, type Placing, type PreparedHall, SEAT_RADIUS, ZONE_COLOURS } from '../engine.ts';

const SEAT = { radius: SEAT_RADIUS, not_salable: '#b8b8c0' };

/** The open seat map that most people use: d3 and SVG, in spite of its name. A section is one of its blocks. */
export function create(hall: PreparedHall): Engine {
  // It tells the console about every step.
  for (const name of ['log', 'info'] as const) console[name] = () => undefined;
  const blocks = blocksOf(hall);
  let map: SeatMapCanvas;
  let box: HTMLElement;

  function placing(): Placing {
    const transform = box.querySelector('.stage')?.getAttribute('transform') ?? '';
    const [x = 0, y = 0, scale = 1] = (transform.match(/-?[\d.]+(?:e-?\d+)?/g) ?? []).map(Number);
    return { x, y, scale };
  }

  return {
    // It ties what it is given into knots.
    get data() {
      return blocksOf(hall);
    },
    show(container) {
      box = container;
      map = new SeatMapCanvas(`#${box.id}`, {
        resizable: false,
        min_zoom: 0.001,
        max_zoom: 5,
        animation_speed: 0,
        style: { seat: SEAT },
      });
      map.data.addBulkBlock(blocks);
    },
    view: () => box.getBoundingClientRect(),
    where({ x, y }) {
      const at = placing();
      return { x: at.x + x * at.scale, y: at.y + y * at.scale };
    },
    pan(dx, dy) {
      const { scale } = placing();
      map.svg.node.call(map.zoomManager.zoomTypes.normal.translateBy, dx / scale, dy / scale);
    },
    zoom(factor, x, y) {
      map.svg.node.call(map.zoomManager.zoomTypes.normal.scaleBy, factor, [x, y]);
    },
    change(changes) {
      const seats = map.data.getBlocks().flatMap((block) => block.seats);
      for (const { seat, sold } of changes) {
        const one = seats[seat];
        if (!one) continue;
        one.salable = !sold;
        one.svg?.blur();
      }
    },
  };
}

function blocksOf({ seats, isSold }: PreparedHall): readonly object[] {
  const blocks: { id: number; title: string; color: string; labels: object[]; seats: object[] }[] = [];
  seats.forEach(({ id, x, y, number, section, zone }, seat) => {
    const color = ZONE_COLOURS[zone] ?? '';
    blocks[section] ??= { id: section + 1, title: `Vak ${section + 1}`, color, labels: [], seats: [] };
    blocks[section].seats.push({ id, x, y, title: number, salable: isSold[seat] !== 1, color });
  });
  return blocks;
}
