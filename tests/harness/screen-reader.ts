import { virtual } from '@guidepup/virtual-screen-reader/browser.js';
import { expect } from '@open-wc/testing';
import { readFile, writeFile } from '@web/test-runner-commands';
import type { LitElement } from 'lit';
import type { ElementObject } from './elements/element-object.ts';

type Heard = ElementObject<LitElement>;

/** Somebody who hears a page: what is said is written down, with the keys that were pressed in between. */
export class Listener {
  private readonly page: readonly Heard[];
  private here: Heard;
  private readonly lines: string[] = [];
  private heard = 0;
  private readonly said = new Map<Heard, string>();

  private constructor(here: Heard, others: readonly Heard[]) {
    this.here = here;
    this.page = [here, ...others];
  }

  /**
   * A virtual screen reader stands before an element; what `others` on the page announce is heard too. It knows no
   * shadow roots: it is put inside, and live regions are heard here.
   */
  static async before(here: Heard, ...others: readonly Heard[]): Promise<Listener> {
    const listener = new Listener(here, others);
    await listener.enter();
    return listener;
  }

  /** Goes on to another element of the page. */
  async goTo(next: Heard): Promise<void> {
    await virtual.stop();
    this.here = next;
    this.heard = 0;
    this.lines.push('', `── ${next.element.localName} ──`);
    await this.enter();
  }

  /** Brings the focus into the element by the Tab key; what is passed on the way was heard there before. */
  async tabInto(): Promise<void> {
    this.lines.push('[Tab]');
    for (let count = 0; count < 80 && !this.here.hasFocus; count += 1) await this.here.keys('Tab');
    expect(this.here.hasFocus, `${this.here.element.localName} can be reached by Tab`).to.equal(true);
    await this.note();
  }

  /** Types where the focus is. */
  async type(text: string): Promise<void> {
    this.lines.push(`[types ${text}]`);
    await this.here.type(text);
    await this.note();
  }

  /** Reads on, item by item, until something like this is said. */
  async readUntil(end: RegExp): Promise<void> {
    this.lines.push('[reads on]');
    for (let item = 0; item < 200; item += 1) {
      await virtual.next();
      await this.note();
      if (end.test(this.lines.at(-1) ?? '')) return;
    }
    throw new Error(`The reader never came to ${end}: ${this.lines.join(' · ')}`);
  }

  /** Reads all that is in the element, once. */
  async readOut(): Promise<void> {
    const first = (await virtual.spokenPhraseLog()).at(-1);
    this.lines.push('[reads on]');
    for (let item = 0; item < 200; item += 1) {
      await virtual.next();
      // After its end, it begins anew.
      if ((await virtual.spokenPhraseLog()).at(-1) === first) break;
      await this.note();
    }
    this.heard = (await virtual.spokenPhraseLog()).length;
  }

  /** Presses real keys where the focus is, and hears what is said to each. */
  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) {
      this.lines.push(`[${key}]`);
      await this.here.keys(key);
      await this.note();
    }
  }

  /** Presses a key until something like this is said. */
  async pressUntil(key: string, said: RegExp): Promise<void> {
    for (let count = 0; count < 40; count += 1) {
      const from = this.lines.length;
      await this.press(key);
      if (this.lines.slice(from).some((line) => said.test(line))) return;
    }
    throw new Error(`${key} never led to ${said}: ${this.lines.join(' · ')}`);
  }

  /** Hears on until something like this is said. */
  async hear(said: RegExp): Promise<void> {
    for (let frame = 0; frame < 300 && !this.lines.some((line) => said.test(line)); frame += 1) {
      await this.here.rest();
      await this.note();
    }
    expect(this.transcript).to.match(said);
  }

  /** Waits for what takes a moment; nothing is said meanwhile. */
  async wait(isSo: () => boolean, what: string): Promise<void> {
    await this.here.until(isSo, what);
    await this.note();
  }

  get transcript(): string {
    return `${this.lines.join('\n')}\n`;
  }

  leave(): Promise<void> {
    return virtual.stop();
  }

  private async note(): Promise<void> {
    const all = await virtual.spokenPhraseLog();
    const last = all.length - 1;
    const said = all
      .map((phrase, index) => (index === last ? asHeard(phrase, virtual.activeNode) : phrase))
      .slice(this.heard)
      .map((phrase) => phrase.replaceAll(/\s+/g, ' ').trim());
    this.heard = all.length;
    this.lines.push(...said.filter((line, index) => line && line !== said[index - 1]));
    for (const element of this.page) this.noteAnnouncement(element);
  }

  private noteAnnouncement(element: Heard): void {
    const { polite, assertive } = element.spoken;
    const live = [polite && `polite: ${polite}`, assertive && `assertive: ${assertive}`].filter(Boolean).join('; ');
    if (live && live !== this.said.get(element)) this.lines.push(live);
    this.said.set(element, live);
  }

  private async enter(): Promise<void> {
    await virtual.start({ container: this.here.element.shadowRoot?.querySelector('[part=base]') as Node });
    await this.note();
  }
}

/**
 * What is said by readers that people use, who go by what a field is now: ours goes by its HTML, and by the code of a
 * choice instead of its name.
 */
function asHeard(phrase: string, node: Node | null): string {
  if (node instanceof HTMLInputElement && node.checked) return phrase.replace('not checked', 'checked');
  if (node instanceof HTMLOptionElement) return phrase.replace(`, ${node.value},`, ',');
  if (!(node instanceof HTMLSelectElement)) return phrase;
  return phrase.replace(`, ${node.value},`, `, ${node.selectedOptions[0]?.text.trim()},`);
}

/**
 * Compares a transcript with the one that was read and found good. To renew it, delete the file and run the test: it
 * is written anew, the test fails once, and the difference is there to read.
 */
export async function expectTranscript(name: string, transcript: string): Promise<void> {
  const path = `transcripts/${name}.txt`;
  // A file that is not there is an unknown command to the test runner.
  const golden = await readFile({ path }).catch(() => undefined);
  if (golden === undefined) await writeFile({ path, content: transcript });
  expect(golden, `${path} is written now; read it and run again`).not.to.equal(undefined);
  expect(transcript).to.equal(golden);
}
