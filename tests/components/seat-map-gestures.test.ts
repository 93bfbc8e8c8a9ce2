import { expect, fixture, html } from '@open-wc/testing';
import { emulateMedia } from '@web/test-runner-commands';
import { drag } from '../../components/seat-map/gestures/drag.ts';
import type { Gesture, Hands } from '../../components/seat-map/gestures/gesture.ts';
import { pinch } from '../../components/seat-map/gestures/pinch.ts';
import { tap } from '../../components/seat-map/gestures/tap.ts';
import { wheel } from '../../components/seat-map/gestures/wheel.ts';

interface Situation {
  readonly active?: boolean;
  readonly atFit?: boolean;
}

/** A box of 400 by 400 with one gesture on it, and what the gesture asked for. */
async function handsOn(gesture: Gesture, { active = false, atFit = false }: Situation = {}) {
  const view = await fixture<HTMLDivElement>(html`<div style="width: 400px; height: 400px"></div>`);
  // The browser captures only pointers that exist; these are ours.
  view.setPointerCapture = () => {};
  const asked: string[] = [];
  const note = (text: string) => void asked.push(text);
  const hands: Hands = {
    pan: (dx, dy) => note(`pan ${Math.round(dx)} ${Math.round(dy)}`),
    zoom: (factor, at) => note(`zoom ${factor.toFixed(2)} at ${Math.round(at.x)} ${Math.round(at.y)}`),
    tap: (at, pointer) => note(`${pointer} tap at ${at.x} ${at.y}`),
    doubleTap: (at) => note(`double tap at ${at.x} ${at.y}`),
    hover: (at) => note(at ? `hover ${at.x} ${at.y}` : 'gone'),
    scrollAttempt: () => note('scroll attempt'),
    active: () => active,
    atFit: () => atFit,
  };
  const end = new AbortController();
  gesture(view, hands, end.signal);
  const { left, top } = view.getBoundingClientRect();
  const pointer = (type: string, x: number, y: number, pointerId = 1, pointerType = 'touch') =>
    view.dispatchEvent(
      new PointerEvent(type, { clientX: left + x, clientY: top + y, pointerId, pointerType, bubbles: true, button: 0 }),
    );
  const turn = (options: WheelEventInit) => {
    const event = new WheelEvent('wheel', { cancelable: true, clientX: left + 100, clientY: top + 50, ...options });
    view.dispatchEvent(event);
    return event.defaultPrevented;
  };
  return { view, asked, pointer, turn, end };
}

describe('hands on the seat map', () => {
  beforeEach(() => emulateMedia({ reducedMotion: 'reduce' }));

  it('zoom around the point between two fingers, and move with them', async () => {
    const { asked, pointer } = await handsOn(pinch);
    pointer('pointerdown', 100, 200, 1);
    pointer('pointerdown', 200, 200, 2);
    pointer('pointermove', 300, 200, 2);
    expect(asked).to.deep.equal(['pan 50 0', 'zoom 2.00 at 200 200']);
  });

  it('do nothing with a third finger, and nothing any more when one has left', async () => {
    const { asked, pointer } = await handsOn(pinch);
    for (const finger of [1, 2, 3]) pointer('pointerdown', finger * 50, 100, finger);
    pointer('pointermove', 300, 100, 2);
    pointer('pointerup', 300, 100, 2);
    pointer('pointerup', 150, 100, 3);
    pointer('pointermove', 90, 90, 1);
    expect(asked).to.deep.equal([]);
  });

  it('move the hall with one finger, once it has moved further than a tap', async () => {
    const { asked, pointer } = await handsOn(drag);
    pointer('pointerdown', 100, 100);
    pointer('pointermove', 104, 100);
    pointer('pointermove', 120, 110);
    pointer('pointermove', 125, 110);
    pointer('pointerup', 125, 110);
    expect(asked).to.deep.equal(['pan 20 10', 'pan 5 0']);
  });

  it('do not drag with two fingers', async () => {
    const { asked, pointer } = await handsOn(drag);
    pointer('pointerdown', 100, 100, 1);
    pointer('pointerdown', 200, 100, 2);
    pointer('pointermove', 150, 150, 1);
    expect(asked).to.deep.equal([]);
  });

  it('tell a tap from a drag, and a double tap from two', async () => {
    const { asked, pointer } = await handsOn(tap);
    const touch = (x: number, y: number, toX = x) => {
      pointer('pointerdown', x, y);
      pointer('pointermove', toX, y);
      pointer('pointerup', toX, y);
    };
    touch(50, 50);
    touch(52, 50);
    touch(200, 50, 260);
    touch(300, 300);
    expect(asked).to.deep.equal(['touch tap at 50 50', 'double tap at 52 50', 'touch tap at 300 300']);
  });

  it('point at what a mouse is over, and at nothing when it left', async () => {
    const { asked, pointer } = await handsOn(tap);
    pointer('pointermove', 40, 60, 1, 'mouse');
    pointer('pointerleave', 500, 60, 1, 'mouse');
    expect(asked).to.deep.equal(['hover 40 60', 'gone']);
  });

  it('leave the wheel to the page until the visitor works in the map', async () => {
    const outside = await handsOn(wheel);
    expect(outside.turn({ deltaY: -100 })).to.equal(false);
    expect(outside.asked).to.deep.equal(['scroll attempt']);
    const inside = await handsOn(wheel, { active: true });
    expect(inside.turn({ deltaY: -100 })).to.equal(true);
    expect(inside.asked).to.deep.equal(['zoom 1.25 at 100 50']);
  });

  it('let the page scroll on when there is no further out to go', async () => {
    const { turn, asked } = await handsOn(wheel, { active: true, atFit: true });
    expect(turn({ deltaY: 100 })).to.equal(false);
    expect(asked).to.deep.equal([]);
  });

  it('zoom by the pinch of a trackpad, which arrives as a wheel with Ctrl', async () => {
    const { turn, asked } = await handsOn(wheel);
    expect(turn({ deltaY: 10, ctrlKey: true })).to.equal(true);
    expect(asked).to.deep.equal(['zoom 0.92 at 100 50']);
  });

  it('let go when the map has left the page', async () => {
    const { end, pointer, asked } = await handsOn(drag);
    end.abort();
    pointer('pointerdown', 100, 100);
    pointer('pointermove', 150, 100);
    expect(asked).to.deep.equal([]);
  });
});
