import { property } from 'lit/decorators.js';
import type { Translation } from '../translations/index.ts';
import { FoyerBase } from './foyer-base.ts';
import { Localize } from './localize.ts';

/** An element that speaks to visitors: words in their language. `Area` is the element's part of the translations. */
export abstract class FoyerElement<Area extends keyof Translation> extends FoyerBase {
  /** The element's part of the translations. */
  protected abstract readonly area: Area;
  protected readonly localize = new Localize(this);

  /** Texts of your own instead of ours, by the keys of this element's part of the translations. */
  @property({ attribute: false }) messages: Partial<Translation[Area]> = {};

  /** The texts of this element in the visitor's language. */
  protected get words(): Translation[Area] {
    return { ...this.localize.translation[this.area], ...this.messages };
  }

  /** Waits, before the first words are shown, until they are there in the visitor's language. */
  protected override scheduleUpdate(): Promise<unknown> | undefined {
    const loading = this.localize.load();
    if (loading) return loading.then(() => super.scheduleUpdate());
    super.scheduleUpdate();
    return undefined;
  }
}
