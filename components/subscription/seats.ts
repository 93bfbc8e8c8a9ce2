import { html, nothing, type TemplateResult } from 'lit';
import type { Offer } from '../../sdk/model/subscriptions/types.ts';
import type { Shop } from '../../sdk/stores/types.ts';
import type { SubscriptionWords } from '../translations/subscription/index.ts';

/** The hall of one performance, to choose its seats by hand; what is chosen there is part of the subscription by itself. */
export function renderSeats(
  shop: Shop | undefined,
  words: SubscriptionWords,
  title: string,
  { reference }: Offer,
  close: () => void,
): TemplateResult | typeof nothing {
  if (!shop) return nothing;
  return html`
    <div class="seats" part="seats">
      <h4 id="seats" tabindex="-1">${words.seatsOf(title)}</h4>
      <p class="small quiet">${words.seatsHint}</p>
      <foyer-seat-map performance=${reference} .shop=${shop}></foyer-seat-map>
      <button class="button" type="button" @click=${close}>${words.seatsDone}</button>
    </div>
  `;
}
