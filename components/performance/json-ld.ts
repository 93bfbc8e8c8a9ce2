import type { EventData } from '../../sdk/model/event.ts';
import { jsonLd } from '../../sdk/model/event.ts';

/**
 * Tells search engines of the page about an event, in the light DOM of an element, where they look. What is written is
 * data and never runs, so it is put there as a node of text: pages that trust no text as script allow that.
 */
export function tellEvent(element: HTMLElement, event: EventData | undefined): void {
  const known = element.querySelector(':scope > script[type="application/ld+json"]');
  const text = event && jsonLd(event);
  if (known?.textContent === text) return;
  known?.remove();
  if (text === undefined) return;
  const script = document.createElement('script');
  script.setAttribute('type', 'application/ld+json');
  script.append(document.createTextNode(text));
  element.append(script);
}
