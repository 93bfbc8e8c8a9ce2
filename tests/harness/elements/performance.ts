import { fixture, html } from '@open-wc/testing';
import '../../../components/performance/performance.ts';
import type { FoyerPerformance } from '../../../components/performance/performance.ts';
import type { Scene } from '../../../stories/fixtures/shops.ts';
import { ElementObject, words } from './element-object.ts';

/** The page of one performance as a visitor reads it. */
export class PerformanceObject extends ElementObject<FoyerPerformance> {
  /** Puts it on the page and waits until it is known, or known not to be had. */
  static async show({ shop }: Scene, performance: string, canonical = ''): Promise<PerformanceObject> {
    const shown = new PerformanceObject(
      await fixture<FoyerPerformance>(html`
        <foyer-performance
          .shop=${shop}
          performance=${performance}
          link="/voorstelling?id={id}"
          seats="#tickets"
          canonical=${canonical}
        ></foyer-performance>
      `),
    );
    await shown.until(() => !shown.is('loading'), 'the performance to be known');
    return shown;
  }

  get title(): string {
    return words(this.root.querySelector('[part=title]'));
  }

  /** Every heading, with its level. */
  get headings(): string[] {
    return [...this.root.querySelectorAll('h1, h2, h3')].map((heading) => `${heading.tagName} ${words(heading)}`);
  }

  get note(): string {
    return words(this.root.querySelector('[part=note]'));
  }

  /** What the waiting list says; empty when there is none. */
  get waitingList(): string {
    return words(this.root.querySelector('foyer-waiting-list')?.shadowRoot?.querySelector('[part=base]') ?? null);
  }

  get facts(): string {
    return words(this.root.querySelector('[part=facts]'));
  }

  /** Dates, or others that are like it, each with its note. */
  get dates(): string[] {
    return [...this.root.querySelectorAll('[part=dates] li')].map(words);
  }

  /** What search engines are told, if anything. */
  get told(): Record<string, unknown> | null {
    const script = this.element.querySelector('script[type="application/ld+json"]');
    return script ? JSON.parse(script.textContent) : null;
  }
}
