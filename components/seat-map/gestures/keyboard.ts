import type { Step } from '../../../sdk/model/scene/index.ts';

/** What a key asks for while a seat has the focus. */
export type KeyWish =
  | { readonly walk: Step }
  | { readonly free: 1 | -1 }
  | { readonly zoom: number }
  | { readonly pan: readonly [number, number] }
  | 'choose'
  | 'leave'
  | 'fit';

const ZOOM_STEP = 1.4;
const PAN_STEP = 80;

const WALKS: Record<string, Step> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'forward',
  ArrowDown: 'back',
  Home: 'row-start',
  End: 'row-end',
  PageUp: 'previous-section',
  PageDown: 'next-section',
};
const PANS: Record<string, readonly [number, number]> = {
  ArrowLeft: [PAN_STEP, 0],
  ArrowRight: [-PAN_STEP, 0],
  ArrowUp: [0, PAN_STEP],
  ArrowDown: [0, -PAN_STEP],
};

/** The keys of a grid (arrows, Home, End, Page), F and Shift F for free seats, + − 0 to zoom, Shift with an arrow to pan. */
export function readKey({ key, ctrlKey, metaKey, shiftKey, altKey }: KeyboardEvent): KeyWish | null {
  if (altKey) return null;
  const command = ctrlKey || metaKey;
  if (command) {
    if (key === 'Home') return { walk: 'section-start' };
    return key === 'End' ? { walk: 'section-end' } : null;
  }
  const pan = PANS[key];
  if (shiftKey && pan) return { pan };
  const walk = WALKS[key];
  if (walk) return { walk };
  switch (key) {
    case 'Enter':
    case ' ':
      return 'choose';
    case 'Escape':
      return 'leave';
    case 'f':
      return { free: 1 };
    case 'F':
      return { free: shiftKey ? -1 : 1 };
    case '+':
    case '=':
      return { zoom: ZOOM_STEP };
    case '-':
      return { zoom: 1 / ZOOM_STEP };
    case '0':
      return 'fit';
    default:
      return null;
  }
}
