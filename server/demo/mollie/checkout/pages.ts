import { html } from 'hono/html';
import { decimalsOf } from '../amounts.ts';
import { offered, returnUrl } from '../buyer.ts';
import type { LaterEvent } from '../later.ts';
import type { Method } from '../methods.ts';
import type { Payment, PaymentStatus } from '../world.ts';
import { type CheckoutLanguage, TEXTS, type Texts } from './texts.ts';

export type Html = ReturnType<typeof html>;

/** A payment as one buyer sees it. */
export interface Visit {
  readonly payment: Payment;
  readonly language: CheckoutLanguage;
}

/** What a payment can come to at the bank; paid first, as most do. */
const OUTCOMES: readonly PaymentStatus[] = ['paid', 'failed', 'canceled', 'expired', 'open', 'pending', 'authorized'];

const amountOf = ({ payment: { amount }, language }: Visit) =>
  new Intl.NumberFormat(`${language}-BE`, { style: 'currency', currency: amount.currency }).format(
    amount.minor / 10 ** decimalsOf(amount.currency),
  );

const timeOf = ({ payment, language }: Visit) =>
  new Intl.DateTimeFormat(`${language}-BE`, { timeStyle: 'short', timeZone: 'Europe/Brussels' }).format(
    payment.expiresAt,
  );

const nameOf = (method: Pick<Method, 'id' | 'description'>, texts: Texts) =>
  texts.methods[method.id] ?? method.description;

function page(language: CheckoutLanguage, title: string, header: Html | string, content: Html): Html {
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>${title}</title>
        <link rel="icon" href="/icons/creditcard.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/checkout/assets/checkout.css" />
      </head>
      <body>
        <main>
          ${header}
          <div class="content">${content}</div>
        </main>
        <footer>${TEXTS[language].environment}</footer>
      </body>
    </html>`;
}

const heading = (visit: Visit) => html`<header>
  <p class="header__merchant-name">${visit.payment.account.merchant}</p>
  <p class="header__amount">${amountOf(visit)}</p>
  <p class="header__description">${visit.payment.description}</p>
</header>`;

const visited = (visit: Visit, title: string, content: Html) =>
  page(visit.language, `${title} · ${visit.payment.account.merchant}`, heading(visit), content);

const choice = (name: string, value: string, icon: string, label: string) => html`<li>
  <button class="choice" name="${name}" value="${value}">
    <img src="/icons/${icon}.svg" alt="" width="40" height="28" />${label}
  </button>
</li>`;

const leave = (action: string, label: string) => html`<form class="leave" method="post" action="${action}">
  <button class="quiet">${label}</button>
</form>`;

/** Where the buyer chooses a method; says why when an attempt brought him back. */
export function selectionPage(visit: Visit, because: 'failed' | 'canceled' | null): Html {
  const { payment, language } = visit;
  const texts = TEXTS[language];
  return visited(
    visit,
    texts.chooseMethod,
    html`${because ? html`<p class="notice" role="status">${texts.tryAgain[because]}</p>` : ''}
      <h1>${texts.chooseMethod}</h1>
      <form method="post" action="/checkout/select-method/${payment.token}">
        <ul class="choices">
          ${offered(payment).map((method) => choice('method', method.id, method.id, nameOf(method, texts)))}
        </ul>
      </form>
      <p class="soft">${texts.until(timeOf(visit))}</p>
      ${leave(`/checkout/cancel/${payment.token}`, texts.cancel(payment.account.merchant))}`,
  );
}

/** Where the buyer chooses the bank behind a method. */
export function issuerPage(visit: Visit, method: Method): Html {
  const { payment, language } = visit;
  const texts = TEXTS[language];
  return visited(
    visit,
    texts.chooseBank,
    html`<h1>${texts.chooseBank}</h1>
      <form method="post" action="/checkout/select-issuer/${method.id}/${payment.token}">
        <ul class="choices">
          ${method.issuers.map(({ id, name }) => choice('issuer', id, id, name))}
        </ul>
      </form>
      ${leave(`/checkout/back/${payment.token}`, texts.otherMethod)}`,
  );
}

/** The bank's own page, with the choice of how it ends. */
export function bankPage(visit: Visit, method: Method): Html {
  const { payment, language } = visit;
  const texts = TEXTS[language];
  const issuer = method.issuers.find(({ id }) => id === payment.issuer);
  const name = issuer?.name ?? nameOf(method, texts);
  return visited(
    visit,
    texts.confirm(name),
    html`<div class="bank">
        <img src="/icons/${issuer?.id ?? method.id}.svg" alt="" width="40" height="28" />
        <h1>${texts.confirm(name)}</h1>
      </div>
      <form method="post" action="/checkout/test-mode?method=${method.id}&token=3.${payment.token}">
        <fieldset>
          <legend>${texts.outcome}</legend>
          <p class="soft">${texts.outcomeHint}</p>
          <div class="outcomes">
            ${OUTCOMES.map(
              (outcome) => html`<label
                ><input type="radio" name="final_state" value="${outcome}" ${outcome === 'paid' ? 'checked' : ''} />
                ${texts.outcomes[outcome]}</label
              >`,
            )}
          </div>
        </fieldset>
        <button class="button">${texts.go}</button>
      </form>
      ${leave(`/checkout/back/${payment.token}`, texts.otherMethod)}`,
  );
}

/** What a buyer finds who comes back to a payment that needs nothing more from him. */
export function endPage(visit: Visit): Html {
  const { payment, language } = visit;
  const texts = TEXTS[language];
  const text = texts.ended[payment.status];
  return visited(
    visit,
    text,
    html`<h1>${text}</h1>
      <a class="button" href="${returnUrl(payment)}">${texts.back(payment.account.merchant)}</a>`,
  );
}

/** Where a tester lets something happen to a payment the buyer left: behind Mollie's link `changePaymentState`. */
export function laterPage(visit: Visit, events: readonly LaterEvent[]): Html {
  const { payment, language } = visit;
  const texts = TEXTS[language];
  const label = ({ kind, refund }: LaterEvent) => {
    const text = texts.later[kind];
    return refund ? `${text} (${amountOf({ ...visit, payment: { ...payment, amount: refund.amount } })})` : text;
  };
  return visited(
    visit,
    texts.change,
    html`<h1>${texts.change}</h1>
      <p class="soft">${texts.ended[payment.status]}</p>
      ${events.length === 0 ? html`<p>${texts.nothingToChange}</p>` : ''}
      <form method="post" action="/checkout/change-payment-state/${payment.token}">
        <ul class="choices">
          ${events.map((event) => choice('event', event.id, 'banktransfer', label(event)))}
        </ul>
      </form>`,
  );
}

/** For an address that leads to no payment. */
export function unknownPage(language: CheckoutLanguage): Html {
  const texts = TEXTS[language];
  return page(
    language,
    texts.unknown,
    '',
    html`<h1>${texts.unknown}</h1>
      <p>${texts.unknownHint}</p>`,
  );
}

/** The method a page is about, when it is one the buyer may use now. */
export const methodFor = (payment: Payment, id: string): Method | undefined =>
  offered(payment).find((method) => method.id === id);
