import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Language, Text } from '../../sdk/contract/index.ts';

const LANGUAGES: readonly string[] = ['nl', 'fr', 'en', 'de'] satisfies Language[];

const followers = new Set<ReactiveControllerHost>();
let observer: MutationObserver | undefined;

/** Pages that switch language do so on `<html>`; one observer serves every element, and only while there is one. */
export class PageLanguage implements ReactiveController {
  private readonly host: ReactiveControllerHost;

  constructor(host: ReactiveControllerHost) {
    this.host = host;
    host.addController(this);
  }

  hostConnected(): void {
    followers.add(this.host);
    if (observer) return;
    observer = new MutationObserver(() => {
      for (const follower of followers) follower.requestUpdate();
    });
    observer.observe(document.documentElement, { attributes: true, attributeFilter: ['lang'] });
  }

  hostDisconnected(): void {
    followers.delete(this.host);
    if (followers.size > 0) return;
    observer?.disconnect();
    observer = undefined;
  }
}

/** `lang` of the nearest ancestor that has one, looking out of shadow roots too. */
export function nearestLang(start: Element): string {
  for (let node: Node | null = start; node; node = node.parentNode ?? (node instanceof ShadowRoot ? node.host : null)) {
    const { lang } = node as Partial<HTMLElement>;
    if (lang) return lang;
  }
  return '';
}

/** The language of the visitor at an element; Dutch where we know no better. */
export function languageAt(element: Element): Language {
  const code = nearestLang(element).split('-')[0]?.toLowerCase() ?? '';
  return isLanguage(code) ? code : 'nl';
}

/** A text the centre wrote, in this language or else in Dutch. */
export const textIn = (language: Language, text: Text): string => text[language] ?? text.nl;

export const isLanguage = (code: string): code is Language => LANGUAGES.includes(code);
