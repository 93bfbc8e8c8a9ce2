import { html, nothing, type TemplateResult } from 'lit';
import type { Line, OrderPart, Ticket } from '../../sdk/contract/index.ts';
import { type CentreLines, type PerformanceLines, totalOf } from '../../sdk/model/lines.ts';
import type { CentreController } from '../internal/centre-controller.ts';
import { clockIcon, returnIcon } from '../internal/icons.ts';
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
  readonly parts: readonly OrderPart[];
  /** QR codes as SVG text, by ticket. */
  readonly codes: ReadonlyMap<string, string>;
}

/** What one centre plays of an order; named, with how far it is, once partners play. */
export function centreTickets({ owner, performances }: CentreLines, around: Surroundings): TemplateResult {
  const { localize, centre, parts } = around;
  const name = owner?.name ?? centre.name;
  return html`
    <div class="centre" part="centre">
      ${parts.length > 0 ? html`<p class="owner">${localize.translation.common.playsAt(name)}</p>` : nothing}
      ${performances.length > 0 && owner ? partNews(owner.id, performances, around) : nothing}
      <div class="performances">${performances.map((group) => ticketList(group, around))}</div>
    </div>
  `;
}

/** What a buyer should know of a partner's part: it is not confirmed yet, or it is lost. */
function partNews(owner: string, performances: readonly PerformanceLines[], around: Surroundings) {
  const { parts, words, localize } = around;
  const part = parts.find((one) => one.owner.id === owner);
  if (!part) return nothing;
  const { name } = part.owner;
  if (part.state === 'confirming') return news('', clockIcon, words.part.confirming(name));
  if (part.state === 'cancelled')
    return news(
      'warning',
      returnIcon,
      localize.seldom(({ order }) => order.partCancelled(name)),
    );
  if (part.state !== 'lost') return nothing;
  const paid = totalOf(performances.flatMap(({ lines }) => lines));
  const amount = paid ? localize.money(paid) : '';
  return news(
    'warning',
    returnIcon,
    localize.seldom(({ order }) => order.partLost(name, amount)),
  );
}

const news = (tone: string, icon: TemplateResult, sentence: string) =>
  html`<p class="notice part ${tone}" part="news">${icon} <span>${sentence}</span></p>`;

/** The places of one performance, with their tickets when those are issued. */
function ticketList({ performance, lines }: PerformanceLines, around: Surroundings): TemplateResult {
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
        <span>${centre.priceTypeName(line)}</span>
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
