import type { CSSResult, LitElement } from 'lit';
import type { Language } from '../../sdk/contract/index.ts';
import type { PricesState } from '../../sdk/stores/types.ts';
import { adopt } from './adopt.ts';
import type { Localize } from './localize.ts';
import { patiently } from './patiently.ts';
import type { Words } from './words.ts';

/** What the file of a late part gives. */
export interface LateModule<Part, Source> {
  readonly styles: readonly CSSResult[];
  readonly words: Words<unknown>;
  make(host: LitElement, source: Source): Part;
}

/** A part of an element that most visitors never need: fetched with its words and styles when it is first asked for. */
export class LatePart<Part, Source extends { readonly localize: Localize }> {
  private readonly host: LitElement;
  private readonly source: Source;
  private readonly fetchModule: () => Promise<LateModule<Part, Source>>;
  private module: LateModule<Part, Source> | undefined;
  private part: Part | undefined;
  private language: Language | undefined;
  /** Whether it was asked for and may come at once: after an attempt that failed nobody waits for it any more. */
  isNear = false;

  constructor(host: LitElement, source: Source, fetchModule: () => Promise<LateModule<Part, Source>>) {
    this.host = host;
    this.source = source;
    this.fetchModule = fetchModule;
  }

  /** Undefined until it is there, with its words; the element is updated then. */
  get(): Part | undefined {
    const { language } = this.source.localize;
    this.isNear ||= !this.language;
    if (language !== this.language) void this.speak(language);
    this.language = language;
    return this.part;
  }

  private miss(cause: unknown): never {
    this.isNear = false;
    this.host.requestUpdate();
    throw cause;
  }

  private async speak(language: Language): Promise<void> {
    this.module ??= await patiently(() => this.fetchModule().catch((cause) => this.miss(cause)));
    await this.module.words.load(language);
    if (!this.part) {
      adopt(this.host.renderRoot, this.module.styles);
      this.part = this.module.make(this.host, this.source);
    }
    this.host.requestUpdate();
  }
}

const PARTS = ['groups', 'rules', 'access', 'subscriptions', 'passes', 'products'] as const;

/** Whether a centre has more than price types: rules, codes, passes, subscriptions or products. */
export const hasMorePrices = (prices: PricesState | undefined): boolean =>
  prices?.state === 'ready' && PARTS.some((part) => prices.list[part].length > 0);
