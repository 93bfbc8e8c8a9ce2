import { oneEvent } from '@open-wc/testing';
import { queryWith } from '../../../sdk/model/programme/query.ts';

/** The address of the page under test; its query has names of the runner's own, as a host's page has. */
const before = location.href;

/** Goes to this query of the same page, as if the page had been opened there. */
export function openAt(query: Readonly<Record<string, string>> = {}): void {
  const address = new URL(before);
  address.search = queryWith(address.search, query);
  history.replaceState(null, '', address);
}

/** What stands in the query besides what was there. */
export function addedToAddress(): string {
  const known = new URL(before);
  const now = new URL(location.href);
  if (!now.search.startsWith(known.search)) throw new Error(`What was in the address is not: ${now.search}`);
  return decodeURIComponent(now.search.slice(known.search.length)).replace(/^[?&]/, '');
}

/** Leaves a place in the visitor's history behind, then opens another query of the page, as a host's own script does. */
export function goTo(query: Readonly<Record<string, string>>): void {
  history.pushState(null, '', location.href);
  openAt(query);
}

/** The visitor goes back. */
export async function goBack(): Promise<void> {
  const back = oneEvent(window, 'popstate');
  history.back();
  await back;
}
