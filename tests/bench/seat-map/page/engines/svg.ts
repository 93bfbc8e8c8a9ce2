import {
  type Engine,
  type PreparedHall,
  panned,
  placeWhole,
  SEAT_RADIUS,
  SOLD_COLOUR,
  ZONE_COLOURS,
  zoomed,
} from '../engine.ts';

const SPACE = 'http://www.w3.org/2000/svg';

/** One circle element a seat in one group, which a transform moves; listening once for all of them. */
export function create(hall: PreparedHall): Engine {
  const svg = document.createElementNS(SPACE, 'svg');
  const group = document.createElementNS(SPACE, 'g');
  let circles: SVGCircleElement[] = [];
  let at = { scale: 1, x: 0, y: 0 };
  const colour = (seat: number, sold: boolean) =>
    sold ? SOLD_COLOUR : (ZONE_COLOURS[hall.seats[seat]?.zone ?? 0] ?? '');
  const place = () => group.setAttribute('transform', `translate(${at.x} ${at.y}) scale(${at.scale})`);

  return {
    data: { seats: hall.seats, sold: hall.sold },
    show(box) {
      svg.setAttribute('width', String(box.clientWidth));
      svg.setAttribute('height', String(box.clientHeight));
      circles = hall.seats.map(({ x, y }, seat) => {
        const circle = document.createElementNS(SPACE, 'circle');
        circle.setAttribute('cx', String(x));
        circle.setAttribute('cy', String(y));
        circle.setAttribute('r', String(SEAT_RADIUS));
        circle.setAttribute('fill', colour(seat, hall.isSold[seat] === 1));
        circle.dataset.seat = String(seat);
        return circle;
      });
      group.append(...circles);
      at = placeWhole(hall, box.clientWidth, box.clientHeight);
      place();
      svg.addEventListener('pointermove', ({ target }) => {
        svg.dataset.hovered = (target as SVGElement).dataset.seat ?? '';
      });
      svg.append(group);
      box.append(svg);
    },
    view: () => svg.getBoundingClientRect(),
    pan(dx, dy) {
      at = panned(at, dx, dy);
      place();
    },
    zoom(factor, x, y) {
      at = zoomed(at, factor, x, y);
      place();
    },
    change(changes) {
      for (const { seat, sold } of changes) circles[seat]?.setAttribute('fill', colour(seat, sold));
    },
  };
}
