import { ContextConsumer } from '@lit/context';
import { type CSSResultGroup, LitElement } from 'lit';
import { property } from 'lit/decorators.js';
import type { Shop } from '../../sdk/stores/types.ts';
import { hostStyles } from '../styles/host.ts';
import { tokens } from '../styles/tokens.ts';
import { Announcer, type Urgency } from './announcer.ts';
import { shopContext } from './shop-context.ts';

/**
 * Whether an element with this tag can be seen beside another of the same shop, or is about to be: what both could say is
 * said by one of them.
 */
export function standsBeside(host: Element & Pick<FoyerBase, 'shop'>, tag: string): boolean {
  const others = (host.getRootNode() as ParentNode).querySelectorAll<FoyerBase>(tag);
  return [...others].some((one) => (one.shop ?? host.shop) === host.shop && one.checkVisibility());
}

/**
 * What every Foyer element has, before it can say a word: the shop around it, design tokens, one state at a time, and a
 * voice for screen readers.
 */
export abstract class FoyerBase extends LitElement {
  static override styles: CSSResultGroup = [tokens, hostStyles];

  private readonly provided = new ContextConsumer(this, { context: shopContext, subscribe: true });
  private readonly internals = this.attachInternals();
  /** Nobody hears what is said before there is something to see, nor on a server. */
  private announcer: Announcer | undefined;
  private ownShop: Shop | undefined;

  /** Language of the texts, such as `nl` or `en-GB`; without it that of the nearest ancestor with a `lang`. */
  @property() override lang = '';

  /** The shop to show; without it that of the `<foyer-shop>` around this element. */
  @property({ attribute: false })
  get shop(): Shop | undefined {
    return this.ownShop ?? this.provided.value;
  }

  set shop(shop: Shop | undefined) {
    this.ownShop = shop;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // Before it is shown first it waits for words: room is kept for it from now on.
    if (!this.hasUpdated) this.enter('loading');
    if (!this.shop) void this.askAgainForShop();
  }

  /** Says something to people who use a screen reader; `assertive` interrupts what is being read. */
  protected announce(text: string, urgency?: Urgency): void {
    this.announcer?.say(text, urgency);
  }

  /** Makes `state` the element's only custom state, for pages that style by `:state(…)` and for our own styles. */
  protected enter(state: string): void {
    if (this.internals.states.has(state)) return;
    this.internals.states.clear();
    this.internals.states.add(state);
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const root = super.createRenderRoot();
    this.announcer = new Announcer();
    this.renderOptions.renderBefore = this.announcer.mount(root);
    return root;
  }

  /** The script of `<foyer-shop>` may come after ours: nobody answered us then, so we ask once more. */
  private async askAgainForShop(): Promise<void> {
    await customElements.whenDefined('foyer-shop');
    if (this.isConnected && !this.shop) this.provided.hostConnected();
  }
}
