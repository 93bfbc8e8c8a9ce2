import type { ProgrammeItem } from '../../sdk/model/programme/types.ts';
import { FoyerPerformanceOpenEvent } from './programme.events.ts';

/** What is opened, and the address that a page gave for it. */
type Opened = Pick<ProgrammeItem, 'reference' | 'owner'>;

/** A page's address for a performance: `link` with `{id}`, and `{owner}`, filled in. Null where there is none. */
export function addressOf(link: string, { reference, owner }: Opened): string | null {
  if (!link) return null;
  return link.replaceAll('{id}', encodeURIComponent(reference)).replaceAll('{owner}', encodeURIComponent(owner.id));
}

/** Tells the page that a visitor opens a performance. A press that opens another tab is the browser's own affair. */
export function openPerformance(element: HTMLElement, press: MouseEvent, opened: Opened, link: string): void {
  if (press.ctrlKey || press.metaKey || press.shiftKey || press.altKey) return;
  const event = new FoyerPerformanceOpenEvent(opened.reference, opened.owner, addressOf(link, opened));
  if (!element.dispatchEvent(event)) press.preventDefault();
}
