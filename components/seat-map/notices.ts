import { html, nothing, type TemplateResult } from 'lit';
import type { SeatingState, SeatingStore } from '../../sdk/stores/types.ts';
import type { Localize } from '../internal/localize.ts';
import type { Translation } from '../translations/index.ts';
import type { Phase } from './phase.ts';

/** Why nothing can be chosen for this performance; empty when it can. */
export function closedWords(seating: SeatingState | undefined, words: Translation['seatMap']): string {
  const state = seating?.state === 'ready' ? seating.performance.state : 'on-sale';
  return state === 'on-sale' ? '' : words.notOnSale[state];
}

/** Says it above the map, with a way on where there is one. */
export function renderNotice(
  seating: SeatingState | undefined,
  phase: Phase,
  store: SeatingStore | undefined,
  localize: Localize,
  words: Translation['seatMap'],
): TemplateResult | typeof nothing {
  if (seating?.state === 'failed') {
    const isPartners = seating.failure.code === 'partner_unavailable';
    return html`
      <div class="notice ${isPartners ? 'warning' : 'danger'}">
        <p>${isPartners ? '' : words.failed} ${localize.failure(seating.failure)}</p>
        <button class="button" type="button" @click=${() => store?.reload()}>
          ${localize.translation.common.tryAgain}
        </button>
      </div>
    `;
  }
  if (phase === 'closed') return html`<p class="notice">${closedWords(seating, words)}</p>`;
  if (phase === 'sold-out') return html`<p class="notice">${words.soldOut}</p>`;
  return phase === 'stale' ? html`<p class="notice warning">${words.stale}</p>` : nothing;
}

/** What has to be said when the map comes from one phase into another; empty for most. */
export function phaseNews(before: Phase | undefined, now: Phase, words: Translation['seatMap']): string {
  if (now === 'failed') return words.failed;
  if (now === 'stale') return words.stale;
  if (now === 'sold-out' && before === 'ready') return words.soldOut;
  return now === 'ready' && before === 'stale' ? words.live : '';
}
