import { virtual } from '@guidepup/virtual-screen-reader/browser.js';
import { expect } from '@open-wc/testing';
import { readFile, writeFile } from '@web/test-runner-commands';
import type { SeatMapObject } from './elements/seat-map.ts';

/** Somebody who hears the seat map: what is said is written down, with the keys that were pressed in between. */
export class Listener {
  private readonly map: SeatMapObject;
  private readonly lines: string[] = [];
  private heard = 0;
  private said = '';

  private constructor(map: SeatMapObject) {
    this.map = map;
  }

  /** A virtual screen reader stands before the map. It knows no shadow roots: it is put inside, and live regions are heard here. */
  static async before(map: SeatMapObject): Promise<Listener> {
    await virtual.start({ container: map.element.shadowRoot?.querySelector('[part=base]') as Node });
    const listener = new Listener(map);
    await listener.note();
    return listener;
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

  /** Presses real keys where the focus is, and hears what is said to each. */
  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) {
      this.lines.push(`[${key}]`);
      await this.map.keys(key);
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
      await this.map.rest();
      await this.note();
    }
    expect(this.transcript).to.match(said);
  }

  /** Waits for what takes a moment; nothing is said meanwhile. */
  async wait(isSo: () => boolean, what: string): Promise<void> {
    await this.map.until(isSo, what);
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
    const said = all.slice(this.heard).map((phrase) => phrase.replaceAll(/\s+/g, ' ').trim());
    this.heard = all.length;
    this.lines.push(...said.filter((line, index) => line && line !== said[index - 1]));
    const { polite, assertive } = this.map.spoken;
    const live = [polite && `polite: ${polite}`, assertive && `assertive: ${assertive}`].filter(Boolean).join('; ');
    if (live && live !== this.said) this.lines.push(live);
    this.said = live;
  }
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
