import { html, nothing, type TemplateResult } from 'lit';
import type { Line, Ticket } from '../../sdk/contract/index.ts';
import type { PerformanceLines } from '../../sdk/model/lines.ts';
import type { CentreController } from '../internal/centre-controller.ts';
import type { Localize } from '../internal/localize.ts';
import { performanceHead } from '../internal/performance-head.ts';
import { placeName } from '../internal/place-name.ts';
import type { Translation } from '../translations/index.ts';
import { drawQr, readQr } from './qr.ts';

/** What the tickets of an order need of the order around them. */
interface Surroundings {
  readonly localize: Localize;
  readonly centre: CentreController;
  readonly words: Translation['order'];
  readonly tickets: readonly Ticket[];
  /** QR codes as SVG text, by ticket. */
  readonly codes: ReadonlyMap<string, string>;
}

/** The places of one performance, with their tickets when those are issued. */
export function ticketList({ performance, lines }: PerformanceLines, around: Surroundings): TemplateResult {
  return html`
    <div>
      ${performanceHead(around.localize, performance, around.centre.timeZone)}
      <ul class="tickets">
        ${lines.map((line) => ticketCard(line, around))}
      </ul>
    </div>
  `;
}

function ticketCard(line: Line, around: Surroundings): TemplateResult {
  const { localize, centre, tickets } = around;
  const name = placeName(localize, line.place);
  const ticket = tickets.find((issued) => issued.line === line.id);
  return html`
    <li class="ticket" part="ticket">
      ${ticket ? ticketCode(ticket, name, around) : nothing}
      <span class="place">${name}</span>
      <span class="facts quiet small">
        <span>${centre.priceTypeName(line.priceType)}</span>
        <span class="amount">${localize.money(line.price)}</span>
      </span>
    </li>
  `;
}

function ticketCode({ id, state }: Ticket, name: string, { words, codes }: Surroundings): TemplateResult {
  if (state !== 'valid') return html`<strong class="void">${words.ticketState[state]}</strong>`;
  const qr = readQr(codes.get(id) ?? '');
  return qr ? drawQr(qr, words.qrOf(name)) : html`<span class="qr" aria-hidden="true"></span>`;
}
