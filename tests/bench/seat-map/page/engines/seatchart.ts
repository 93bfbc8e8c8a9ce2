import 'seatchart/dist/seatchart.css';
import Seatchart from 'seatchart';
import type { Engine, PreparedHall } from '../engine.ts';
import { scaled } from './scaled.ts';

/** A grid of elements: as many seats in a rectangle, since it knows no curves; zones by row. */
export function create(hall: PreparedHall): Engine {
  const columns = Math.ceil(Math.sqrt(hall.seats.length * 1.6));
  const rows = Math.ceil(hall.seats.length / columns);
  const placeOf = (seat: number) => ({ row: Math.floor(seat / columns), col: seat % columns });
  const surplus = Array.from({ length: rows * columns - hall.seats.length }, (_, index) =>
    placeOf(hall.seats.length + index),
  );
  const zones = hall.plan.zones.map(({ id }, zone) => [
    id,
    {
      label: id,
      price: 42 - zone * 6,
      cssClass: id,
      seatRows: Array.from({ length: rows }, (_, row) => row).filter((row) => Math.floor((row * 5) / rows) === zone),
    },
  ]);
  const options = {
    map: {
      rows,
      columns,
      seatTypes: { default: { label: 'Vrij', price: 10, cssClass: 'vrij' }, ...Object.fromEntries(zones) },
      reservedSeats: hall.sold.map(placeOf),
      disabledSeats: surplus,
    },
    cart: { visible: false },
    legendVisible: false,
  };
  const element = document.createElement('div');
  let chart: Seatchart;
  let hand: ReturnType<typeof scaled>;
  return {
    data: options,
    show(box) {
      element.style.setProperty('width', 'max-content');
      box.append(element);
      chart = new Seatchart(element, options);
      hand = scaled(element, box);
    },
    view: () => hand.view(),
    where: () => hand.where(),
    pan: (dx, dy) => hand.pan(dx, dy),
    zoom: (factor, x, y) => hand.zoom(factor, x, y),
    change(changes) {
      for (const { seat, sold } of changes) chart.setSeat(placeOf(seat), { state: sold ? 'reserved' : 'available' });
    },
  };
}
