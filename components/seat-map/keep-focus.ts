import type { LitElement } from 'lit';

/** What leaves the page when it has served, or when others overtake it. */
const PASSING = '.asking, [part=advice], .suggestion, .filter';

/**
 * The focus never leaves the page with what had it: who had it there goes on somewhere near. `goOn` is given the button
 * that finds other places when a suggestion is what left.
 */
export function keepFocus(host: LitElement, goOn: (next: HTMLElement | null) => void): void {
  let held: Element | null | undefined;
  let next: HTMLElement | null | undefined;
  host.addController({
    hostUpdate() {
      const active = host.shadowRoot?.activeElement;
      held = active?.closest(PASSING) && active;
      next = active?.closest('.best')?.querySelector('.primary');
    },
    hostUpdated() {
      // Not in the middle of an update: where the focus goes on may ask for another one.
      if (held && !held.isConnected) queueMicrotask(() => goOn(next?.isConnected ? next : null));
    },
  });
}
