/** A finger has to go so far for a swipe, in CSS pixels; less is a slip. */
const FAR = 48;

/** Tells a swipe to the side from a press and from scrolling. One finger at a time. */
export class Swipe {
  private readonly swiped: (side: 'left' | 'right') => void;
  private from: { readonly id: number; readonly x: number; readonly y: number } | undefined;

  constructor(swiped: (side: 'left' | 'right') => void) {
    this.swiped = swiped;
  }

  readonly start = ({ pointerType, pointerId, clientX, clientY, isPrimary }: PointerEvent): void => {
    this.from = pointerType === 'touch' && isPrimary ? { id: pointerId, x: clientX, y: clientY } : undefined;
  };

  readonly end = ({ pointerId, clientX, clientY }: PointerEvent): void => {
    const { from } = this;
    this.from = undefined;
    if (from?.id !== pointerId) return;
    const [across, along] = [clientX - from.x, Math.abs(clientY - from.y)];
    if (Math.abs(across) >= FAR && Math.abs(across) > 2 * along) this.swiped(across < 0 ? 'left' : 'right');
  };

  readonly cancel = (): void => {
    this.from = undefined;
  };
}
