import { isServer, type PropertyValues } from 'lit';
import type { Told } from '../../sdk/contract/first-paint.ts';
import type { Network } from '../../sdk/platform.ts';
import type { CentreState } from '../../sdk/stores/types.ts';
import { SpeakingElement } from './foyer-element.ts';
import { StoreController } from './store-controller.ts';
import { networkTold, toldIn } from './told.ts';
import { keepPress, keepVisitor } from './visitor-kept.ts';

/** What a server does with an element, where nothing else calls it. */
export interface ServerDoor {
  /** Fetches the element's words. */
  load(): Promise<unknown> | undefined;
  /**
   * Lets the element begin to ask for what it shows.
   * @param query Of the address of the page that it is painted for.
   */
  begin(query: string): void;
  isKnown(): boolean;
  show(): unknown;
}

/**
 * An element that a server may have painted before any script ran. What was painted stays until the element itself knows
 * all that it shows first; then that takes its place at once, and nothing moves. The painted styles, which have the
 * centre's face, stay until the shop has it.
 */
export abstract class PaintedElement<Words extends object> extends SpeakingElement<Words> {
  /** A root that is there before ours is the server's; perhaps only its beginning, while the page is being read. */
  private isCovered = !!this.shadowRoot;
  private painted: readonly ChildNode[] = [];
  private sheets: readonly ChildNode[] = [];
  private answered: Told | undefined;
  private toldQuery = '';
  private readonly face = new StoreController<CentreState>(this, () =>
    this.sheets.length > 0 ? this.shop?.centre : undefined,
  );

  /** The way in for who paints elements on a server. */
  static doorOf(element: PaintedElement<object>): ServerDoor {
    return {
      load: () => element.loadWords(element.localize.language),
      begin(query) {
        element.toldQuery = query;
        element.willUpdate(new Map());
      },
      isKnown: () => element.isKnown,
      show: () => element.render(),
    };
  }

  /** Whether there is all to show, or it is known that it cannot be had. */
  protected abstract get isKnown(): boolean;

  /** Asks anew for what is shown; it stays until there is an answer. */
  protected abstract readAnew(): void;

  /** Whether what the server painted is still what is to be seen. */
  protected get isPainted(): boolean {
    return this.isCovered && !this.isKnown;
  }

  /** The query of the page's address; a server has no address, and is told. */
  protected get pageQuery(): string {
    return isServer ? this.toldQuery : location.search;
  }

  /** The network to ask by: what the server told with what it painted need not be asked. */
  protected asking(network?: Partial<Network>): Partial<Network> | undefined {
    return this.answered ? networkTold(() => this.answered, network) : network;
  }

  /** What is painted needs no room kept for what is to come. */
  protected override enter(state: string): void {
    if (!this.isPainted) super.enter(state);
  }

  /** A script that does not wait for the page may come when only half of what is painted has been read. */
  protected override scheduleUpdate(): Promise<unknown> | undefined {
    if (!this.isCovered || this.painted.length > 0) return super.scheduleUpdate();
    if (document.readyState === 'loading') return pageRead().then(() => this.scheduleUpdate());
    this.take();
    return super.scheduleUpdate();
  }

  private take(): void {
    const isOurs = (node: Node) => node instanceof Element && node.hasAttribute('role');
    this.painted = [...(this.shadowRoot?.childNodes ?? [])].filter((node) => !isOurs(node));
    this.sheets = this.painted.filter((node) => node instanceof HTMLLinkElement);
    this.answered = toldIn(this.painted);
    // Before this, the loader kept what was pressed.
    for (const node of this.painted) node.addEventListener('click', keepPress);
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (this.isCovered && !this.isPainted) this.uncover();
    if (this.isCovered || this.face.value?.state === 'loading') return;
    for (const sheet of this.sheets) sheet.remove();
    this.sheets = [];
  }

  private uncover(): void {
    const again = keepVisitor(this.painted, this.shadowRoot?.activeElement);
    for (const node of this.painted) if (!this.sheets.includes(node)) node.remove();
    this.painted = [];
    this.isCovered = false;
    void this.updateComplete.then(() => again(this.renderRoot));
    if (!this.answered) return;
    // What was told may be some minutes old.
    this.answered = undefined;
    this.readAnew();
  }
}

const pageRead = (): Promise<unknown> =>
  new Promise((resolve) => document.addEventListener('readystatechange', resolve, { once: true }));
