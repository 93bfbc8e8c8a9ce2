import { createElement } from 'react';
import { render } from 'react-dom';
import SeatPicker from 'react-seat-picker';
import type { Engine, PreparedHall } from '../engine.ts';
import { scaled } from './scaled.ts';

/** React 16, one component a seat, in straight rows of which it numbers only the seats. */
export function create(hall: PreparedHall): Engine {
  const sold = hall.isSold.slice();
  const rowsNow = () => {
    const rows: object[][] = [];
    hall.seats.forEach(({ id, number }, seat) => {
      const row = Math.floor(seat / 100);
      rows[row] ??= [];
      rows[row].push({ id, number, isReserved: sold[seat] === 1 });
    });
    return rows;
  };
  const first = rowsNow();
  const element = document.createElement('div');
  let hand: ReturnType<typeof scaled>;
  // It reads its rows only once: what has changed needs a new one.
  const draw = (rows: object[][], key: number) =>
    render(createElement(SeatPicker, { rows, key, maxReservableSeats: 10, alpha: false, visible: false }), element);
  let drawings = 0;
  return {
    data: first,
    show(box) {
      element.style.setProperty('width', 'max-content');
      box.append(element);
      draw(first, drawings);
      hand = scaled(element, box);
    },
    view: () => hand.view(),
    where: () => hand.where(),
    pan: (dx, dy) => hand.pan(dx, dy),
    zoom: (factor, x, y) => hand.zoom(factor, x, y),
    change(changes) {
      for (const { seat, sold: now } of changes) sold[seat] = Number(now);
      drawings += 1;
      draw(rowsNow(), drawings);
    },
  };
}
