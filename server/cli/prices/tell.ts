import type { Reason } from '../../../sdk/contract/prices/reasons.ts';
import type { Language, Text } from '../../../sdk/contract/text.ts';
import type { PricedCart, PricedLine, PricingRequest } from '../../../sdk/model/pricing/types.ts';
import { harmless, table } from './columns.ts';
import { words as allWords } from './words/index.ts';

/** A priced cart as a person reads it: what every place, product and fee costs, and why. */
export function tellPrices(request: PricingRequest, priced: PricedCart, language: Language): string {
  const say = sayIn(language);
  const parts = [
    [say.words.bought(say.moment(request.at, request.timeZone), say.words.channels[request.channel])],
    places(request, priced, say),
    products(request, priced, say),
    fees(priced, say),
    subscriptions(request, priced, say),
    codes(request, priced, say),
    total(priced, say),
  ];
  return parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n');
}

type Say = ReturnType<typeof sayIn>;

function sayIn(language: Language) {
  const words = allWords[language];
  const money = new Intl.NumberFormat(words.locale, { style: 'currency', currency: 'EUR' });
  return {
    words,
    name: (text: Text) => harmless(text[language] || text.nl),
    money: (cents: number) => money.format(cents / 100),
    /** With its sign, as a step on the way to a price. */
    step: (cents: number) => `${cents < 0 ? '−' : '+'} ${money.format(Math.abs(cents) / 100)}`,
    moment: (at: number, timeZone: string) =>
      new Intl.DateTimeFormat(words.locale, { dateStyle: 'full', timeStyle: 'short', timeZone }).format(at),
  };
}

function places(request: PricingRequest, priced: PricedCart, say: Say): string[] {
  if (priced.lines.length === 0) return request.products.length === 0 ? [say.words.nothing] : [];
  const { pays, performance, place, why, zone } = say.words.columns;
  const asked = new Map(request.lines.map((line) => [line.id, line]));
  const rows = priced.lines.flatMap((line) => {
    const { performance: played, zone: where } = asked.get(line.id) ?? { performance: { id: '' }, zone: '' };
    const [first, ...rest] = steps(line, say);
    return [
      [line.id, played.id, where, say.money(line.cents), ...(first ?? [])],
      ...rest.map((cells) => ['', '', '', '', ...cells]),
    ];
  });
  return table(
    [[place, performance, zone, pays, '', why], ...rows],
    [{}, {}, {}, { right: true }, { right: true }, {}],
  );
}

/** Every step of a price with its amount and name; the tax behind the last. */
function steps({ vat, why }: PricedLine, say: Say): (readonly [amount: string, name: string])[] {
  return why.map((reason, index) => {
    const tax = vat && index === why.length - 1 ? ` · ${say.words.vat[vat]}` : '';
    const amount = index === 0 ? say.money(reason.amount.cents) : say.step(reason.amount.cents);
    return [amount, `${reasonIn(reason, say)}${tax}`];
  });
}

function reasonIn({ kind, name }: Reason, say: Say): string {
  const what = say.words.kinds[kind];
  return what ? `${say.name(name)} (${what})` : say.name(name);
}

function products({ list }: PricingRequest, priced: PricedCart, say: Say): string[] {
  if (priced.products.length === 0) return [];
  const rows = priced.products.map(({ cents, product, quantity, vat }) => {
    const { name } = list.products.find(({ id }) => id === product) ?? { name: { nl: product } };
    const each = quantity === 1 ? '' : `${say.money(cents)} ${say.words.each}`;
    return [
      `  ${quantity} ×`,
      say.name(name),
      say.money(cents * quantity),
      [each, vat && say.words.vat[vat]].filter(Boolean).join(' · '),
    ];
  });
  return [say.words.products, ...table(rows, [{ right: true }, {}, { right: true }, {}])];
}

function fees({ fees: all }: PricedCart, say: Say): string[] {
  if (all.length === 0) return [];
  const rows = all.map(({ cents, name }) => [`  ${say.name(name)}`, say.money(cents)]);
  return [say.words.fees, ...table(rows, [{}, { right: true }])];
}

function subscriptions(request: PricingRequest, priced: PricedCart, say: Say): string[] {
  if (priced.subscriptions.length === 0) return [];
  const rows = priced.subscriptions.map((state) => {
    const { words } = say;
    const formula = request.list.subscriptions.find(({ id }) => id === state.formula);
    const holder = request.subscriptions.find(({ id }) => id === state.id)?.holder;
    const how = [
      ...(state.complete ? [words.complete(say.money(state.savedCents))] : []),
      ...(state.missing > 0 ? [words.missing(state.missing)] : []),
      ...state.missingParts.map(({ count, name }) => words.missingPart(count, say.name(name))),
      ...(state.next ? [words.next(state.next.more, state.next.from)] : []),
    ];
    return [
      `  ${say.name(formula?.name ?? { nl: state.formula })}${holder ? ` (${harmless(holder)})` : ''}`,
      how.join('; '),
    ];
  });
  return [say.words.subscriptions, ...table(rows, [{}, {}])];
}

function codes(request: PricingRequest, { workingCodes }: PricedCart, say: Say): string[] {
  if (request.codes.length === 0) return [];
  const rows = request.codes.map((code) => [
    `  ${harmless(code)}`,
    workingCodes.includes(code) ? say.words.codeWorks : say.words.codeIdle,
  ]);
  return [say.words.codes, ...table(rows, [{}, {}])];
}

function total({ savedCents, totalCents }: PricedCart, say: Say): string[] {
  const saved = savedCents > 0 ? `  (${say.words.saved(say.money(savedCents))})` : '';
  return [`${say.words.total}  ${say.money(totalCents)}${saved}`];
}
