import { sendKeys, sendMouse } from '@web/test-runner-commands';
import type { LitElement } from 'lit';

/** One Foyer element as a visitor meets it: what it says, aloud too, and what can be pressed in it. */
export class ElementObject<E extends LitElement> {
  readonly element: E;

  constructor(element: E) {
    this.element = element;
  }

  /** Everything that can be read in it, in one line. */
  get text(): string {
    return words(this.root.querySelector('[part=base]'));
  }

  /** What a screen reader was told last: calmly, and urgently. */
  get spoken(): { readonly polite: string; readonly assertive: string } {
    return {
      polite: words(this.root.querySelector('[role=status]')),
      assertive: words(this.root.querySelector('[role=alert]')),
    };
  }

  /** Whether it takes any room on the page. */
  get isVisible(): boolean {
    return this.element.getBoundingClientRect().height > 0;
  }

  /** What has the focus, by the name a screen reader would give it; empty when the focus is elsewhere. */
  get focused(): string {
    const active = this.root.activeElement;
    return active ? nameOf(active) : '';
  }

  is(state: string): boolean {
    return this.element.matches(`:state(${state})`);
  }

  can(name: string): boolean {
    return this.controls.some((control) => nameOf(control) === name);
  }

  /** Where a link leads. */
  leadsTo(name: string): string | null {
    return this.control(name).getAttribute('href');
  }

  /** Presses a button, link or choice with the pointer. */
  async press(name: string): Promise<void> {
    const control = this.control(name);
    control.scrollIntoView({ block: 'center' });
    const { x, y, width, height } = control.getBoundingClientRect();
    await sendMouse({ type: 'click', position: [Math.round(x + width / 2), Math.round(y + height / 2)] });
    await this.element.updateComplete;
  }

  /** Presses the first button whose name is like this. */
  async pressFirst(name: RegExp): Promise<void> {
    await this.press(this.controls.map(nameOf).find((known) => name.test(known)) ?? String(name));
  }

  /** Puts the focus on something, as the Tab key would. */
  focus(name: string): void {
    this.control(name).focus();
  }

  /** Takes the focus away, and puts it nowhere. */
  leave(name: string): void {
    this.control(name).blur();
  }

  /** Presses a key where the focus is. */
  async key(key: string): Promise<void> {
    await sendKeys({ press: key });
    await this.element.updateComplete;
  }

  /** Presses keys one after another where the focus is; `Shift+ArrowUp` for two at once. */
  async keys(...keys: readonly string[]): Promise<void> {
    for (const combination of keys) {
      const [key = '', ...modifiers] = combination === '+' ? ['+'] : combination.split('+').reverse();
      for (const down of modifiers) await sendKeys({ down });
      await sendKeys({ press: key });
      for (const up of modifiers) await sendKeys({ up });
      await this.rest();
    }
  }

  /** Waits until what was pressed is shown. */
  async rest(): Promise<void> {
    await this.element.updateComplete;
    for (let frame = 0; frame < 2; frame += 1) await new Promise((resolve) => requestAnimationFrame(resolve));
  }

  /** Whether the focus is in it. */
  get hasFocus(): boolean {
    return document.activeElement === this.element;
  }

  async type(text: string): Promise<void> {
    await sendKeys({ type: text });
  }

  /** Waits, frame by frame, until it is so; `what` says what was waited for. */
  async until(isSo: () => boolean, what: string): Promise<void> {
    for (let frame = 0; frame < 300; frame += 1) {
      await this.element.updateComplete;
      if (isSo()) return;
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
    throw new Error(`Waited in vain for ${what}. It says: ${this.text}`);
  }

  /** What stands in every part of this name. */
  partsOf(name: string): string[] {
    return [...this.root.querySelectorAll(`[part~="${name}"]`)].map(words);
  }

  /** Opens what can be opened by these words. */
  async unfold(summary: RegExp): Promise<void> {
    const found = [...this.root.querySelectorAll('summary')].find((one) => summary.test(words(one)));
    if (!found) throw new Error(`Nothing here opens by ${summary}: ${this.text}`);
    found.click();
    await this.element.updateComplete;
  }

  protected get root(): ShadowRoot {
    const { shadowRoot } = this.element;
    if (!shadowRoot) throw new Error(`${this.element.localName} has no shadow root.`);
    return shadowRoot;
  }

  protected get controls(): HTMLElement[] {
    return [...this.root.querySelectorAll<HTMLElement>('button, a, input, summary')].filter((control) =>
      isDrawn(control),
    );
  }

  private control(name: string): HTMLElement {
    const found = this.controls.find((control) => nameOf(control) === name);
    if (found) return found;
    throw new Error(`There is no “${name}”, only: ${this.controls.map(nameOf).join(' · ')}`);
  }
}

/** Text as people read it: no-break spaces and line breaks are spaces. */
export function words(node: Element | null | undefined): string {
  // biome-ignore lint/performance/useDomNodeTextContent: textContent would glue the words of two blocks together
  const text = node instanceof HTMLElement ? node.innerText : node?.textContent;
  return spaced(text);
}

/** No-break spaces and line breaks are spaces. */
export const spaced = (text: string | null | undefined): string => (text ?? '').replaceAll(/\s+/g, ' ').trim();

const isDrawn = (element: Element): boolean => element.getClientRects().length > 0;

function nameOf(control: Element): string {
  const label = control instanceof HTMLInputElement ? control.labels?.[0] : undefined;
  return control.getAttribute('aria-label')?.replaceAll(/\s+/g, ' ') ?? words(label ?? control);
}
