import { expect } from '@open-wc/testing';
import { type Canvases, createCanvases } from '../../../../components/seat-map/drawing/canvases.ts';
import { createHallPainter } from '../../../../components/seat-map/drawing/hall-painter.ts';
import { THEATRE } from '../../../../stories/fixtures/theatre.ts';
import { prepare, VIEW } from './pictures.ts';

const hall = prepare(THEATRE);
const plain = hall.frame(hall.fit);
const pointing = hall.frame(hall.fit, plain.states, { hovered: 0 });

describe('the canvases of the hall', () => {
  let box: HTMLElement;
  let canvases: Canvases;
  let painted = 0;
  let lost = 0;

  beforeEach(() => {
    box = document.createElement('div');
    [painted, lost] = [0, 0];
    const painter = createHallPainter();
    const counting = {
      ...painter,
      paint(...picture: Parameters<typeof painter.paint>) {
        painted += 1;
        painter.paint(...picture);
      },
    };
    canvases = createCanvases(box, counting, () => {
      lost += 1;
    });
    canvases.resize(VIEW, 2);
  });

  const all = () => [...box.querySelectorAll('canvas')];
  /** Whether something is drawn above the seats. */
  const rings = () => {
    const [, above] = all();
    const { data } = above?.getContext('2d')?.getImageData(0, 0, above.width, above.height) ?? { data: [] };
    return data.some((value) => value > 0);
  };

  it('are one, and not seen before the hall is on it', () => {
    expect(all().map(({ hidden }) => hidden)).to.deep.equal([true]);
    canvases.paint(plain, 'all');
    expect(all().map(({ hidden }) => hidden)).to.deep.equal([false]);
  });

  it('have a second one above from when something follows the pointer, and the hall is not painted for it', () => {
    canvases.paint(plain, 'all');
    canvases.paint(pointing, 'overlay');
    expect(rings()).to.equal(true);
    canvases.paint(plain, 'overlay');
    expect(rings()).to.equal(false);
    expect(painted).to.equal(1);
  });

  it('have the size of the view in the pixels of the screen, both', () => {
    canvases.paint(pointing, 'all');
    canvases.resize({ width: 300, height: 200.25 }, 1.5);
    expect(all().map(({ width, height }) => [width, height])).to.deep.equal([
      [450, 300],
      [450, 300],
    ]);
  });

  it('say when the browser took the picture away', () => {
    all()[0]?.dispatchEvent(new Event('contextrestored'));
    expect(lost).to.equal(1);
  });

  it('are both gone when they are removed', () => {
    canvases.paint(pointing, 'all');
    canvases.remove();
    expect(all()).to.have.length(0);
  });
});
