import { property } from 'lit/decorators.js';
import type { Language } from '../../sdk/contract/index.ts';
import type { Failure, Shop } from '../../sdk/stores/types.ts';
import type { Translation } from '../translations/index.ts';
import type { Urgency } from './announcer.ts';
import type { CentreController } from './centre-controller.ts';
import { FoyerBase } from './foyer-base.ts';
import { Localize } from './localize.ts';

/** What parts of an element, in files of their own, ask of the element they are in. */
export interface PartSource {
  readonly localize: Localize;
  readonly centre: CentreController;
  shop(): Shop | undefined;
  announce(text: string, urgency?: Urgency): void;
}

/** An element that speaks to visitors in their language. `Words` is what it says. */
export abstract class SpeakingElement<Words extends object> extends FoyerBase {
  protected readonly localize = new Localize(this, () => this.messages);

  /** Texts of your own instead of ours, by the keys of this element's part of the translations. */
  @property({ attribute: false }) messages: Partial<Words> = {};

  protected abstract wordsIn(language: Language): Words;

  /** Fetches what the element says in a language; undefined when there is nothing to wait for. Never rejects. */
  protected loadWords(_language: Language): Promise<unknown> | undefined {
    return this.localize.load();
  }

  /** The texts of this element in the visitor's language. */
  protected get words(): Words {
    return { ...this.wordsIn(this.localize.language), ...this.messages };
  }

  /** What had the focus may be gone with the next update; what follows it takes it over. */
  protected async focusOn(selector: string): Promise<void> {
    this.requestUpdate();
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }

  /** Says what went wrong, when there are words for it: those for what is rare are fetched. */
  protected async sayFailure(failure: Failure): Promise<void> {
    await this.localize.explain(failure);
    this.announce(this.localize.failure(failure), 'assertive');
  }

  /** What a part of the element needs of it. */
  protected partSource(centre: CentreController): PartSource {
    return {
      localize: this.localize,
      centre,
      shop: () => this.shop,
      announce: (text, urgency) => this.announce(text, urgency),
    };
  }

  /** Waits, before the first words are shown, until they are there in the visitor's language. */
  protected override scheduleUpdate(): Promise<unknown> | undefined {
    const loading = this.loadWords(this.localize.language);
    if (loading) return loading.then(() => super.scheduleUpdate());
    super.scheduleUpdate();
    return undefined;
  }
}

/** An element whose words come with those of all others. `Area` is its part of the translations. */
export abstract class FoyerElement<Area extends keyof Translation> extends SpeakingElement<Translation[Area]> {
  /** The element's part of the translations. */
  protected abstract readonly area: Area;

  protected override wordsIn(): Translation[Area] {
    return this.localize.translation[this.area];
  }
}
