import type { Line } from '../../../sdk/contract/cart.ts';
import type { Centre } from '../../../sdk/contract/centre.ts';
import type { Money } from '../../../sdk/contract/money.ts';
import type { Language, Text } from '../../../sdk/contract/text.ts';
import { TICKET_WORDS } from './words.ts';

const LOCALES: Readonly<Record<Language, string>> = { nl: 'nl-BE', en: 'en-GB', fr: 'fr-BE', de: 'de-BE' };

/** A line in a buyer's words, ready to be set on paper or in a mail. */
export interface DescribedLine {
  readonly title: string;
  /** Such as `vrijdag 4 december 2026`, in the centre's time zone. */
  readonly date: string;
  /** Such as `20:00`. */
  readonly time: string;
  readonly hall: string;
  readonly section: string;
  readonly row: string | undefined;
  readonly seat: string | undefined;
  /** All of the place in one breath: `Parterre, rij F, stoel 12 (beperkt zicht)`. */
  readonly place: string;
  /** What is special about the place; empty when nothing is. */
  readonly special: string;
  readonly priceType: string;
  readonly price: string;
  /** The service cost inside the price; empty when there is none. */
  readonly fee: string;
}

/** Says a line of an order the way the centre and the buyer's language want it. */
export function describeLine(line: Line, centre: Centre, language: Language): DescribedLine {
  const words = TICKET_WORDS[language];
  const { performance, place } = line;
  const startsAt = new Date(performance.startsAt);
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(LOCALES[language], { timeZone: centre.timeZone, ...options }).format(startsAt);
  const section = inLanguage(place.section, language);
  // A partner's price types are its own, and its hall is in its own house.
  const priceType = line.priceTypeName ?? centre.priceTypes.find(({ id }) => id === line.priceType)?.name;
  const special = words.kinds[place.kind];
  const parts = [section, place.row && words.inRow(place.row), place.seat && words.onSeat(place.seat)];
  return {
    title: inLanguage(performance.title, language),
    date: format({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }),
    time: format({ hour: '2-digit', minute: '2-digit' }),
    hall: [inLanguage(performance.hall.name, language), performance.owner?.name].filter(Boolean).join(', '),
    section,
    row: place.row,
    seat: place.seat,
    place: parts.filter(Boolean).join(', ') + (special && ` (${special})`),
    special,
    priceType: priceType ? inLanguage(priceType, language) : line.priceType,
    price: formatMoney(line.price, language),
    fee: line.fee.cents > 0 ? formatMoney(line.fee, language) : '',
  };
}

/** A centre's text in a language, in Dutch when it has none in that language. */
export function inLanguage(text: Text, language: Language): string {
  return text[language] ?? text.nl;
}

/** A day as it is said at the centre: `12 december 2026`. */
export function formatDay(moment: string, { timeZone }: Pick<Centre, 'timeZone'>, language: Language): string {
  const format = new Intl.DateTimeFormat(LOCALES[language], {
    timeZone,
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  });
  return format.format(new Date(moment));
}

/** A moment as it is said at the centre: `vrijdag 12 december 2026 om 20:00`. */
export function formatMoment(moment: Date, { timeZone }: Pick<Centre, 'timeZone'>, language: Language): string {
  return new Intl.DateTimeFormat(LOCALES[language], { timeZone, dateStyle: 'full', timeStyle: 'short' }).format(moment);
}

/** An amount as it is written in Belgium: `€ 22,00`. */
export function formatMoney({ cents, currency }: Money, language: Language): string {
  return new Intl.NumberFormat(LOCALES[language], { style: 'currency', currency }).format(cents / 100);
}
