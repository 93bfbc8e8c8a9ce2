import { fixture, html } from '@open-wc/testing';
import { ifDefined } from 'lit/directives/if-defined.js';
import '../../../components/programme/programme.ts';
import type { FoyerProgramme } from '../../../components/programme/programme.ts';
import type { Cluster } from '../../../stories/fixtures/cluster.ts';
import type { Scene } from '../../../stories/fixtures/shops.ts';
import { ElementObject, words } from './element-object.ts';

/** How a programme is put on the page. */
export interface ProgrammeLooks {
  readonly link?: string;
  readonly ownFirst?: boolean;
  readonly layout?: 'cards' | 'list';
  readonly inAddress?: string;
}

/** The programme as a visitor looks through it. */
export class ProgrammeObject extends ElementObject<FoyerProgramme> {
  /** In a centre's shop; waits until there is something to see. */
  static async show({ shop }: Scene, { link = '/voorstelling?id={id}', ...looks }: ProgrammeLooks = {}) {
    const { ownFirst, layout = 'cards', inAddress } = looks;
    const element = await fixture<FoyerProgramme>(html`
      <foyer-programme
        .shop=${shop}
        link=${link}
        ?own-first=${ownFirst}
        layout=${layout}
        in-address=${ifDefined(inAddress)}
      ></foyer-programme>
    `);
    return ProgrammeObject.settled(element);
  }

  /** On the site of a cluster; waits until the first centre has answered. */
  static async showTogether({ centres, network }: Cluster, { inAddress }: ProgrammeLooks = {}) {
    const element = await fixture<FoyerProgramme>(html`
      <foyer-programme
        centres=${centres}
        .network=${network}
        link="/voorstelling?id={id}"
        in-address=${ifDefined(inAddress)}
      ></foyer-programme>
    `);
    return ProgrammeObject.settled(element);
  }

  private static async settled(element: FoyerProgramme): Promise<ProgrammeObject> {
    const programme = new ProgrammeObject(element);
    await programme.until(() => !programme.is('loading'), 'the programme to be there');
    return programme;
  }

  /** Whether a screen reader hears that more is to come. */
  get isBusy(): boolean {
    return this.root.querySelector('[part~=base]')?.ariaBusy === 'true';
  }

  /** Names of the performances that are shown, in order. */
  get titles(): string[] {
    return [...this.root.querySelectorAll('.title')].map(words);
  }

  /** How many performances are drawn; of the others there is only the room. */
  get drawn(): number {
    return this.root.querySelectorAll('.item').length;
  }

  /** The performance that comes first. */
  get firstDrawn(): Element | null {
    return this.root.querySelector('.item');
  }

  /** All that is said of the performance with this title. */
  about(title: string): string {
    return words(this.item(title));
  }

  /** What stands above the performances: months, and houses where those are apart. */
  get headings(): string[] {
    return [...this.root.querySelectorAll('h3, h4')].map(words);
  }

  /** Types into the search field. */
  async search(text: string): Promise<void> {
    const field = this.field<HTMLInputElement>('search');
    field.focus();
    field.value = '';
    await this.type(text);
    await this.element.updateComplete;
  }

  /** Chooses in a list, or fills in a day. */
  async filter(name: 'genre' | 'centre' | 'from' | 'to' | 'accessibility' | 'language', value: string): Promise<void> {
    const field = this.field<HTMLInputElement | HTMLSelectElement>(name);
    field.value = value;
    field.dispatchEvent(new Event('change', { bubbles: true }));
    await this.element.updateComplete;
  }

  /** What stands in a field, or is chosen in a list. */
  chosen(name: 'search' | 'genre' | 'centre' | 'from' | 'to' | 'accessibility' | 'language'): string {
    return this.field<HTMLInputElement | HTMLSelectElement>(name).value;
  }

  /** What a list offers. */
  options(name: 'genre' | 'centre' | 'accessibility' | 'language'): string[] {
    return [...this.field<HTMLSelectElement>(name).options].map(words);
  }

  has(name: string): boolean {
    return this.root.querySelector(`#${name}`) !== null;
  }

  /** Opens a performance with the pointer, anywhere on it. */
  async open(title: string): Promise<void> {
    const link = this.item(title)?.querySelector<HTMLElement>('.title');
    link?.click();
    await this.element.updateComplete;
  }

  private field<T extends HTMLElement>(name: string): T {
    const found = this.root.querySelector<T>(`#${name}`);
    if (!found) throw new Error(`There is no filter “${name}”.`);
    return found;
  }

  private item(title: string): Element | undefined {
    return [...this.root.querySelectorAll('.item')].find((item) => words(item.querySelector('.title')) === title);
  }
}
