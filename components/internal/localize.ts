import type { ReactiveControllerHost } from 'lit';
import type { Language, Money, Text } from '../../sdk/contract/index.ts';
import type { Failure } from '../../sdk/stores/types.ts';
import type { Translation } from '../translations/index.ts';
import { loadTranslation, translationFor } from '../translations/index.ts';
import type { RareWords } from '../translations/rare/index.ts';
import { isLanguage, languageAt, nearestLang, PageLanguage, textIn } from './language.ts';
import type { Words } from './words.ts';

/** Sentences for what seldom goes wrong: fetched when the first of it does. */
let rare: Words<RareWords> | undefined;

/** What we write numbers and dates like when the page's `lang` names no country. */
const LOCALES: Record<Language, string> = { nl: 'nl-BE', fr: 'fr-BE', en: 'en-GB', de: 'de-BE' };

/** A browser takes long to make one, and a page has hundreds of amounts and dates in a few ways. */
const formats = new Map<string, Intl.NumberFormat>();

const clocks = new Map<string, Intl.DateTimeFormat>();

function clockOf(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  const clock = clocks.get(key) ?? new Intl.DateTimeFormat(locale, options);
  clocks.set(key, clock);
  return clock;
}

function amountOf({ cents, currency }: Money, locale: string, trailingZeroDisplay: 'auto' | 'stripIfInteger'): string {
  const key = `${locale} ${currency} ${trailingZeroDisplay}`;
  const format =
    formats.get(key) ?? new Intl.NumberFormat(locale, { style: 'currency', currency, trailingZeroDisplay });
  formats.set(key, format);
  return format.format(cents / 100);
}

/** The visitor's language for one element: words, money, dates and texts of the centre. Dutch where we know no better. */
export class Localize {
  private readonly host: ReactiveControllerHost & HTMLElement;
  private readonly own: () => object;

  /** @param own What the page says instead of ours, by the keys of the element's words. */
  constructor(host: ReactiveControllerHost & HTMLElement, own: () => object = () => ({})) {
    this.host = host;
    this.own = own;
    new PageLanguage(host);
  }

  get language(): Language {
    return languageAt(this.host);
  }

  /** All texts in the visitor's language, or in Dutch while, or if, those cannot be had. */
  get translation(): Translation {
    return translationFor(this.language);
  }

  /** Fetches the language's texts; undefined when they are there already. Never rejects: Dutch is always there. */
  load(): Promise<void> | undefined {
    return loadTranslation(this.language);
  }

  /** Words that are fetched apart, in the visitor's language, with what the page says instead of them. */
  worded<Texts extends object>(words: Words<Texts>): Texts {
    return { ...words.in(this.language), ...this.own() };
  }

  /** A text the centre wrote, in the visitor's language or else in Dutch. */
  text(text: Text): string {
    return textIn(this.language, text);
  }

  /** Such as `€ 44,00`. */
  money(money: Money): string {
    return amountOf(money, this.locale, 'auto');
  }

  /** Such as `€ 22`, or `€ 22,50` where there are cents: a price to choose by. What is paid keeps its cents: `money`. */
  price(money: Money): string {
    return amountOf(money, this.locale, 'stripIfInteger');
  }

  /** Hundredths of a percent as people read them: `12,5 %`. */
  percent(basisPoints: number): string {
    const format = { style: 'percent', maximumFractionDigits: 2 } as const;
    return new Intl.NumberFormat(this.locale, format).format(basisPoints / 10_000);
  }

  /** Such as `vrijdag 4 december 2026 om 20:00`, by the clock of the centre. */
  date(instant: string, timeZone: string | undefined): string {
    return this.format(instant, { dateStyle: 'full', timeStyle: 'short', timeZone });
  }

  /** A date the way you ask for it, by the clock of the centre when you give its `timeZone`. */
  format(instant: string, options: Intl.DateTimeFormatOptions): string {
    return clockOf(this.locale, options).format(new Date(instant));
  }

  /** From one date until another, the way you ask for it, without saying twice what both have in common. */
  range(from: string, until: string, options: Intl.DateTimeFormatOptions): string {
    return clockOf(this.locale, options).formatRange(new Date(from), new Date(until));
  }

  /** What a language is called in the visitor's, such as `Nederlands`; its code where nobody knows. */
  languageName(code: string): string {
    const name = new Intl.DisplayNames(this.locale, { type: 'language' }).of(code) ?? code;
    return name.charAt(0).toLocaleUpperCase(this.locale) + name.slice(1);
  }

  /** `A, B en C`. */
  list(parts: readonly string[]): string {
    return new Intl.ListFormat(this.locale, { type: 'conjunction' }).format(parts);
  }

  /**
   * What went wrong, in words for a visitor; with the partner's name when it is a partner's doing, and with what a third
   * party says about it. The sentences for what
   * seldom goes wrong come a moment later, unless `explain` was waited for.
   */
  failure(failure: Failure): string {
    const { code, centre, text } = failure;
    const known = this.sentence(code);
    if (known === undefined) void this.explain(failure).then(() => this.sentence(code) && this.host.requestUpdate());
    const ours = known ?? this.translation.errors.invalid_request;
    const sentence = text ? `${ours} ${this.text(text)}` : ours;
    return centre === undefined ? sentence : `${centre}: ${sentence}`;
  }

  /** Fetches the sentence for what seldom goes wrong. Never rejects: there is always a sentence that says less. */
  async explain({ code }: Failure): Promise<void> {
    if (this.sentence(code) === undefined) await this.loadRare();
  }

  /** A sentence for what seldom happens to an order; empty until it is there, a moment later. */
  seldom(sentence: (words: RareWords) => string): string {
    if (rare) {
      const words = rare.in(this.language);
      return sentence({ ...words, order: { ...words.order, ...this.own() } });
    }
    void this.loadRare().then((isThere) => isThere && this.host.requestUpdate());
    return '';
  }

  private async loadRare(): Promise<boolean> {
    try {
      rare ??= (await import('../translations/rare/index.ts')).rareWords;
      await rare.load(this.language);
      return true;
    } catch {
      // Nobody waits for a better sentence; the next time it is needed it is asked for again.
      return false;
    }
  }

  private sentence(code: Failure['code']): string | undefined {
    const usual: Partial<Record<Failure['code'], string>> = this.translation.errors;
    const seldom: typeof usual | undefined = rare?.in(this.language).errors;
    return usual[code] ?? seldom?.[code];
  }

  private get locale(): string {
    const tag = nearestLang(this.host);
    return tag.includes('-') && isLanguage(tag.split('-')[0] ?? '') ? tag : LOCALES[this.language];
  }
}
