/** Put into every page before its own scripts: what was seen there, and when. Milliseconds since the page was asked for. */
export interface Seen {
  /** The first frame with something of the element to be seen. */
  shown: number;
  /** The first frame in which it is the element itself that is seen, not what a server painted. */
  lives: number;
  shift: number;
  readonly shifts: string[];
  /** Over 50 ms of each long task. */
  blocked: number;
  /** Milliseconds of each task that took more than 50. */
  readonly tasks: number[];
  readonly inputs: { readonly start: number; readonly duration: number }[];
}

declare global {
  var seen: Seen;
  /** Whether something of it is to be seen; a placeholder is nothing. */
  var isShown: (element: Element | null) => boolean;
}

export function watch(): void {
  globalThis.seen = { shown: 0, lives: 0, shift: 0, shifts: [], blocked: 0, tasks: [], inputs: [] };

  const isDrawn = (canvas: HTMLCanvasElement) => {
    const small = new OffscreenCanvas(16, 16);
    const context = small.getContext('2d');
    if (!context || canvas.width === 0) return false;
    context.drawImage(canvas, 0, 0, 16, 16);
    return context.getImageData(0, 0, 16, 16).data.some((value, index) => index % 4 === 3 && value > 0);
  };

  globalThis.isShown = (element) => {
    if (!element) return false;
    if (element.localName === 'sbb-seat-reservation')
      return !!element.shadowRoot?.querySelector('sbb-seat-reservation-place-control')?.shadowRoot?.childElementCount;
    if (element.localName === 'section') return element.querySelector('circle, .seat') !== null;
    const root = element.shadowRoot;
    if (!root) return false;
    if (element.localName === 'foyer-seat-map') return [...root.querySelectorAll('canvas')].some(isDrawn);
    if (root.querySelector('.skeleton, [part~=skeleton]')) return false;
    return [...root.children].some(
      (child) => child.localName !== 'style' && child.textContent?.trim() && child.getBoundingClientRect().height > 1,
    );
  };

  /** What a server painted brings answers along, and has no voice. */
  const isItself = (element: Element | null) => {
    const root = element?.shadowRoot;
    const isOurs = element?.localName.startsWith('foyer-') ?? false;
    return !root || !isOurs || (!!root.querySelector('[role=status]') && !root.querySelector(':scope > script'));
  };

  const look = () => {
    const subject = document.querySelector('[data-subject]');
    const isThere = isShown(subject);
    if (isThere) seen.shown ||= performance.now();
    if (isThere && isItself(subject)) seen.lives = performance.now();
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);

  const observe = (type: string, see: (entry: PerformanceEntry & Record<string, unknown>) => void) =>
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) see(entry as PerformanceEntry & Record<string, unknown>);
    }).observe({ type, buffered: true, durationThreshold: 16 } as PerformanceObserverInit);
  observe('longtask', ({ duration }) => {
    seen.blocked += duration - 50;
    seen.tasks.push(duration);
  });
  observe('layout-shift', ({ value, hadRecentInput, sources }) => {
    if (hadRecentInput) return;
    seen.shift += Number(value);
    for (const { node, previousRect, currentRect } of sources as {
      node: Element | null;
      previousRect: DOMRect;
      currentRect: DOMRect;
    }[])
      seen.shifts.push(
        `${node?.localName ?? node?.nodeName}.${node?.getAttribute?.('class') ?? ''} ${previousRect.top}+${previousRect.height} → ${currentRect.top}+${currentRect.height}`,
      );
  });
  observe('event', ({ startTime, duration, interactionId }) => {
    if (interactionId) seen.inputs.push({ start: startTime, duration });
  });
}
