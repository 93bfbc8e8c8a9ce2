import { ContextConsumer } from '@lit/context';
import { type CSSResultGroup, LitElement } from 'lit';
import { property } from 'lit/decorators.js';
import type { Shop } from '../../sdk/stores/types.ts';
import { hostStyles } from '../styles/host.ts';
import { tokens } from '../styles/tokens.ts';
import type { Translation } from '../translations/index.ts';
import { Announcer, type Urgency } from './announcer.ts';
import { Localize } from './localize.ts';
import { shopContext } from './shop-context.ts';

/**
 * What every Foyer element has: the shop around it, words in the visitor's language, design tokens, and a voice for
 * screen readers. `Area` is the element's part of the translations.
 */
export abstract class FoyerElement<Area extends keyof Translation> extends LitElement {
  static override styles: CSSResultGroup = [tokens, hostStyles];

  /** The element's part of the translations. */
  protected abstract readonly area: Area;
  protected readonly localize = new Localize(this);
  private readonly announcer = new Announcer();
  private readonly provided = new ContextConsumer(this, { context: shopContext, subscribe: true });
  private readonly internals = this.attachInternals();
  private ownShop: Shop | undefined;

  /** Language of the texts, such as `nl` or `en-GB`; without it that of the nearest ancestor with a `lang`. */
  @property() override lang = '';

  /** Texts of your own instead of ours, by the keys of this element's part of the translations. */
  @property({ attribute: false }) messages: Partial<Translation[Area]> = {};

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
    if (!this.shop) void this.askAgainForShop();
  }

  /** The texts of this element in the visitor's language. */
  protected get words(): Translation[Area] {
    return { ...this.localize.translation[this.area], ...this.messages };
  }

  /** Says something to people who use a screen reader; `assertive` interrupts what is being read. */
  protected announce(text: string, urgency?: Urgency): void {
    this.announcer.say(text, urgency);
  }

  /** Makes `state` the element's only custom state, for pages that style by `:state(…)` and for our own styles. */
  protected enter(state: string): void {
    if (this.internals.states.has(state)) return;
    this.internals.states.clear();
    this.internals.states.add(state);
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const root = super.createRenderRoot();
    this.renderOptions.renderBefore = this.announcer.mount(root);
    return root;
  }

  /** Waits, before the first words are shown, until they are there in the visitor's language. */
  protected override scheduleUpdate(): Promise<unknown> | undefined {
    const loading = this.localize.load();
    if (loading) return loading.then(() => super.scheduleUpdate());
    super.scheduleUpdate();
    return undefined;
  }

  /** The script of `<foyer-shop>` may come after ours: nobody answered us then, so we ask once more. */
  private async askAgainForShop(): Promise<void> {
    await customElements.whenDefined('foyer-shop');
    if (this.isConnected && !this.shop) this.provided.hostConnected();
  }
}
