import Konva from 'konva';
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

/** Konva as its tutorials show it: one circle a seat, each with its listeners. */
export function create(hall: PreparedHall): Engine {
  let stage: Konva.Stage;
  let layer: Konva.Layer;
  let circles: Konva.Circle[] = [];
  let at = { scale: 1, x: 0, y: 0 };
  const colour = (seat: number, sold: boolean) => (sold ? SOLD_COLOUR : ZONE_COLOURS[hall.seats[seat]?.zone ?? 0]);

  function draw(): void {
    stage.scale({ x: at.scale, y: at.scale });
    stage.position(at);
    layer.draw();
  }

  return {
    data: { seats: hall.seats, sold: hall.sold },
    show(box) {
      Konva.autoDrawEnabled = false;
      stage = new Konva.Stage({ container: box as HTMLDivElement, width: box.clientWidth, height: box.clientHeight });
      layer = new Konva.Layer();
      circles = hall.seats.map(({ x, y }, seat) => {
        const circle = new Konva.Circle({ x, y, radius: SEAT_RADIUS, fill: colour(seat, hall.isSold[seat] === 1) });
        circle.on('mouseover', () => stage.setAttr('hovered', seat));
        return circle;
      });
      layer.add(...circles);
      stage.add(layer);
      at = placeWhole(hall, stage.width(), stage.height());
      draw();
    },
    view: () => stage.container().getBoundingClientRect(),
    pan(dx, dy) {
      at = panned(at, dx, dy);
      draw();
    },
    zoom(factor, x, y) {
      at = zoomed(at, factor, x, y);
      draw();
    },
    change(changes) {
      for (const { seat, sold } of changes) circles[seat]?.fill(colour(seat, sold));
      draw();
    },
  };
}
