import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Language, Money, Text } from '../../sdk/contract/index.ts';
import type { Failure } from '../../sdk/stores/types.ts';
import type { Translation } from '../translations/index.ts';
import { loadTranslation, translationFor } from '../translations/index.ts';

/** What we write numbers and dates like when the page's `lang` names no country. */
const LOCALES: Record<Language, string> = { nl: 'nl-BE', fr: 'fr-BE', en: 'en-GB', de: 'de-BE' };

const isLanguage = (code: string): code is Language => code in LOCALES;

const followers = new Set<ReactiveControllerHost>();
let observer: MutationObserver | undefined;

/** Pages that switch language do so on `<html>`; one observer serves every element, and only while there is one. */
function watchPage(host: ReactiveControllerHost): void {
  followers.add(host);
  if (observer) return;
  observer = new MutationObserver(() => {
    for (const follower of followers) follower.requestUpdate();
  });
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['lang'] });
}

function unwatchPage(host: ReactiveControllerHost): void {
  followers.delete(host);
  if (followers.size > 0) return;
  observer?.disconnect();
  observer = undefined;
}

/** `lang` of the nearest ancestor that has one, looking out of shadow roots too. */
function nearestLang(start: Element): string {
  for (let node: Node | null = start; node; node = node.parentNode ?? (node instanceof ShadowRoot ? node.host : null)) {
    if (node instanceof HTMLElement && node.lang) return node.lang;
  }
  return '';
}

/** The visitor's language for one element: words, money, dates and texts of the centre. Dutch where we know no better. */
export class Localize implements ReactiveController {
  private readonly host: ReactiveControllerHost & HTMLElement;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.host = host;
    host.addController(this);
  }

  hostConnected(): void {
    watchPage(this.host);
  }

  hostDisconnected(): void {
    unwatchPage(this.host);
  }

  get language(): Language {
    const code = nearestLang(this.host).split('-')[0]?.toLowerCase() ?? '';
    return isLanguage(code) ? code : 'nl';
  }

  /** All texts in the visitor's language, or in Dutch while, or if, those cannot be had. */
  get translation(): Translation {
    return translationFor(this.language);
  }

  /** Fetches the language's texts; undefined when they are there already. Never rejects: Dutch is always there. */
  load(): Promise<void> | undefined {
    return loadTranslation(this.language);
  }

  /** A text the centre wrote, in the visitor's language or else in Dutch. */
  text(text: Text): string {
    return text[this.language] ?? text.nl;
  }

  /** Such as `€ 44,00`. */
  money(money: Money): string {
    return new Intl.NumberFormat(this.locale, { style: 'currency', currency: money.currency }).format(
      money.cents / 100,
    );
  }

  /** Such as `vrijdag 4 december 2026 om 20:00`, by the clock of the centre. */
  date(instant: string, timeZone: string | undefined): string {
    return this.format(instant, { dateStyle: 'full', timeStyle: 'short', timeZone });
  }

  /** A date the way you ask for it, by the clock of the centre when you give its `timeZone`. */
  format(instant: string, options: Intl.DateTimeFormatOptions): string {
    return new Intl.DateTimeFormat(this.locale, options).format(new Date(instant));
  }

  /** `A, B en C`. */
  list(parts: readonly string[]): string {
    return new Intl.ListFormat(this.locale, { type: 'conjunction' }).format(parts);
  }

  /** What went wrong, in words for a visitor. */
  failure(failure: Failure): string {
    return this.translation.errors[failure.code];
  }

  private get locale(): string {
    const tag = nearestLang(this.host);
    return tag.includes('-') && isLanguage(tag.split('-')[0] ?? '') ? tag : LOCALES[this.language];
  }
}
