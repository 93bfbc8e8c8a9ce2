import { html } from 'hono/html';
import { write } from '../mollie/amounts.ts';
import type { Machine } from '../mollie/machine.ts';
import { deskPage, type Html } from './page.ts';

/** Every payment of the demo, newest first, with its own page: to pay it, or to let the bank take the money back. */
export function paymentsPage(machine: Machine): Html {
  const entries = machine
    .payments()
    .toReversed()
    .map(({ token, status, amount, description }) => {
      const verb = status === 'open' ? 'select-method' : 'change-payment-state';
      return html`<li><a href="/checkout/${verb}/${token}"><strong>${description}</strong>
<span>${write(amount).currency} ${write(amount).value} · ${status}</span></a></li>`;
    });
  return deskPage({
    title: 'Betaalomgeving (nagebootst)',
    intro: 'Alle betalingen van deze demo. Er verhuist geen geld.',
    body:
      entries.length > 0 ? html`<ul class="links">${entries}</ul>` : html`<p class="empty">Nog geen betalingen.</p>`,
  });
}
