import type { Language, PriceList } from '../../sdk/contract/index.ts';
import { CentreController } from '../internal/centre-controller.ts';
import { SpeakingElement } from '../internal/foyer-element.ts';
import { isOrderShown } from '../internal/order-shown.ts';
import { StoreController } from '../internal/store-controller.ts';
import { type PriceWords, priceWords } from '../translations/prices/index.ts';

/** An element that sells something of a centre's price list beside places. `Area` is its part of the words of prices. */
export abstract class PriceElement<Area extends keyof PriceWords> extends SpeakingElement<PriceWords[Area]> {
  /** The element's part of the words of prices. */
  protected abstract readonly area: Area;
  protected readonly prices = new StoreController(this, () => this.shop?.prices);
  protected readonly cart = new StoreController(this, () => this.shop?.cart);
  protected readonly centre = new CentreController(this, this.localize, () => this.shop);
  private readonly order = new StoreController(this, () => this.shop?.order);

  protected override wordsIn(language: Language): PriceWords[Area] {
    return priceWords.in(language)[this.area];
  }

  protected override loadWords(language: Language): Promise<unknown> | undefined {
    const [common, own] = [super.loadWords(language), priceWords.load(language)];
    return common || own ? Promise.all([common, own]) : undefined;
  }

  /** What the parts of the element need of it. */
  protected readonly source = this.partSource(this.centre);

  /** Undefined until it is known. */
  protected get list(): PriceList | undefined {
    return this.prices.value?.state === 'ready' ? this.prices.value.list : undefined;
  }

  protected get phase(): 'aside' | 'loading' | 'failed' | 'ready' {
    if (isOrderShown(this.order.value)) return 'aside';
    const state = this.prices.value?.state ?? 'loading';
    return state === 'idle' ? 'loading' : state;
  }
}
