import { applyChanges, readStatus, type SeatsByState, writeSeats } from '../../../../../sdk/model/seat-status/index.ts';
import { layOutPlan } from '../../../../../sdk/model/seating-plan/index.ts';
import type { SeatingState, SeatingStore } from '../../../../../sdk/stores/types.ts';
import type { Engine, PreparedHall } from '../engine.ts';
import { nextDrawing } from '../frames.ts';

const POINTER = { pointerId: 1, pointerType: 'mouse', isPrimary: true, button: 0, bubbles: true, composed: true };
/** The element's own rule: how far one turn of the wheel with Ctrl zooms. */
const WHEEL = 0.008;
const MOST_AT_ONCE = 1.3;

/**
 * The element as a page has it, from the built files, moved by the events of a visitor's hand. On the clock: laying the
 * plan out, making the element, and everything until its canvas shows the hall.
 */
export async function create(hall: PreparedHall): Promise<Engine> {
  const address = document.querySelector<HTMLMetaElement>('meta[name="element"]')?.content;
  await import(/* @vite-ignore */ `/embed/${address}`);
  // The events of this page are not a real pointer's, which the browser would refuse to capture.
  Element.prototype.setPointerCapture = () => undefined;
  const element = document.createElement('foyer-seat-map') as HTMLElement & { store?: SeatingStore };
  let store: ReturnType<typeof createStore>;
  let hand: { x: number; y: number } | null = null;

  const viewport = () => element.shadowRoot?.querySelector('[part~="viewport"]') ?? element;
  const middle = () => {
    const { left, top, width, height } = viewport().getBoundingClientRect();
    return { x: left + width / 2, y: top + height / 2 };
  };
  function move(type: string, { x, y }: { x: number; y: number }, buttons: number): void {
    viewport().dispatchEvent(new PointerEvent(type, { ...POINTER, clientX: x, clientY: y, buttons }));
  }

  return {
    data: { plan: hall.plan, status: hall.status },
    show(box) {
      store = createStore(hall);
      element.store = store;
      const drawn = nextDrawing();
      box.append(element);
      return drawn;
    },
    // The cells that keys and screen readers walk over come with the last of the code.
    usable: () => element.shadowRoot?.querySelector('[role="gridcell"]') != null,
    view: () => viewport().getBoundingClientRect(),
    pan(dx, dy) {
      if (!hand) {
        hand = middle();
        move('pointerdown', hand, 1);
      }
      hand = { x: hand.x + dx, y: hand.y + dy };
      move('pointermove', hand, 1);
    },
    zoom(factor, x, y) {
      const { left, top } = viewport().getBoundingClientRect();
      const at = {
        clientX: left + x,
        clientY: top + y,
        bubbles: true,
        composed: true,
        cancelable: true,
        ctrlKey: true,
      };
      const turns = Math.ceil(Math.abs(Math.log(factor)) / Math.log(MOST_AT_ONCE));
      const deltaY = -Math.log(factor) / turns / WHEEL;
      for (let turn = 0; turn < turns; turn += 1) viewport().dispatchEvent(new WheelEvent('wheel', { ...at, deltaY }));
    },
    rest() {
      if (hand) move('pointercancel', hand, 0);
      hand = null;
    },
    change(changes) {
      const drawn = nextDrawing();
      store.change(writeSeats(changes.map(({ seat, sold }) => [seat, sold ? 'sold' : 'free'] as const)));
      return drawn;
    },
  };
}

/** The hall of one evening, as the shop would keep it. */
function createStore({ plan: source, status: told, performance }: PreparedHall) {
  const plan = layOutPlan(source);
  const { id, version } = plan;
  const first = readStatus(plan, told);
  if (!first) throw new Error('The status is of another hall.');
  let listener: ((state: SeatingState) => void) | undefined;
  let state: SeatingState & { state: 'ready' } = {
    state: 'ready',
    performance,
    plan,
    status: first,
    stale: false,
  };
  return {
    performance: performance.id,
    get: () => state,
    subscribe(follow: (state: SeatingState) => void) {
      listener = follow;
      follow(state);
      return () => undefined;
    },
    reload: () => undefined,
    change(seats: SeatsByState) {
      const change = { cursor: '2', plan: { id, version }, seats, areas: {} };
      state = { ...state, status: applyChanges(plan, state.status, [change]) ?? state.status };
      listener?.(state);
    },
  };
}
