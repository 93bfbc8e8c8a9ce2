import { expect } from '@open-wc/testing';
import { drawRowSigns } from '../../../../components/seat-map/drawing/row-signs.ts';
import type { Camera } from '../../../../sdk/model/scene/index.ts';
import { THEATRE } from '../../../../stories/fixtures/theatre.ts';
import { prepare, VIEW } from './pictures.ts';

const hall = prepare(THEATRE);
const { scene, fit } = hall;

/** The row with the most seats, which is wider than the view when one looks from near. */
const row = scene.plan.rows.reduce((one, other) => (other.seats.length > one.seats.length ? other : one));
const middle = row.seats[row.seats.length >> 1] ?? 0;
const near: Camera = { x: scene.x[middle] ?? 0, y: scene.y[middle] ?? 0, scale: 34 / scene.pitch };

/** What is written, and where: x and y in pixels of the view. */
function signs(camera: Camera) {
  const context = document.createElement('canvas').getContext('2d');
  if (!context) throw new Error('There is no canvas.');
  const written: { words: string; x: number; y: number }[] = [];
  context.fillText = (words, x, y) => void written.push({ words, x, y });
  drawRowSigns(context, hall.frame(camera));
  return written;
}

const seatsOf = (label: string) =>
  scene.plan.rows.filter((other) => other.label === label).flatMap(({ seats }) => seats);

describe('the names of rows in the middle of a hall', () => {
  it('stand at the left edge of the view, each at the height of its row there', () => {
    const written = signs(near);
    expect(written.map(({ words }) => words)).to.include(row.label);
    for (const { words, x, y } of written) {
      expect(x).to.be.within(0, 40);
      const heights = seatsOf(words)
        .map((seat) => ({
          x: ((scene.x[seat] ?? 0) - near.x) * near.scale + VIEW.width / 2,
          y: ((scene.y[seat] ?? 0) - near.y) * near.scale + VIEW.height / 2,
        }))
        .filter((seat) => seat.x >= -1 && seat.x < 40);
      expect(Math.min(...heights.map((seat) => Math.abs(seat.y - y)))).to.be.at.most(1.5);
    }
  });

  it('stay there while the hall is moved along its rows', () => {
    const moved = signs({ ...near, x: near.x + 20 / near.scale });
    expect(moved.find(({ words }) => words === row.label)?.x).to.equal(
      signs(near).find(({ words }) => words === row.label)?.x,
    );
  });

  it('are not written where an end of the row is in view, with its name beside it', () => {
    const end = row.seats[0] ?? 0;
    const atEnd = { ...near, x: scene.x[end] ?? 0, y: scene.y[end] ?? 0 };
    expect(signs(atEnd).map(({ words }) => words)).not.to.include(row.label);
  });

  it('are not written where they could not be read', () => {
    expect(signs(fit)).to.deep.equal([]);
    expect(signs({ ...near, scale: 12 / scene.pitch })).to.deep.equal([]);
  });
});
