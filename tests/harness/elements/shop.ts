import { fixture, html } from '@open-wc/testing';
import type { TemplateResult } from 'lit';
import '../../../components/shop/shop.ts';
import type { FoyerShop } from '../../../components/shop/shop.ts';
import type { Scene } from '../../../stories/fixtures/shops.ts';

/** Puts a shop on the page, with whatever stands inside it, over the scene's network, time and memory. */
export function openShop(
  { api, memory, timers }: Scene,
  inside: TemplateResult = html``,
  unthemed = false,
): Promise<FoyerShop> {
  const platform = { fetch: api.fetch, memory, timers };
  return fixture<FoyerShop>(
    html`<foyer-shop centre=${api.baseUrl} ?unthemed=${unthemed} .platform=${platform}>${inside}</foyer-shop>`,
  );
}

/** Gives the page an address as if the buyer came back from paying with this code; returns the way back. */
export function returnFromPaying(code: string): () => void {
  const before = location.href;
  const address = new URL(before);
  address.searchParams.set('foyer_return', code);
  history.replaceState(null, '', address);
  return () => history.replaceState(null, '', before);
}
