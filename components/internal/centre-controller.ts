import type { Centre, Line, PriceType } from '../../sdk/contract/index.ts';
import type { CentreState, Shop } from '../../sdk/stores/types.ts';
import type { Localize } from './localize.ts';
import { type PageHost, StoreController } from './store-controller.ts';

/** What elements say about the centre: the clock its performances go by, and the names of its price types. */
export class CentreController {
  private readonly store: StoreController<CentreState>;
  private readonly localize: Localize;

  constructor(host: PageHost, localize: Localize, shop: () => Shop | undefined) {
    this.localize = localize;
    this.store = new StoreController(host, () => shop()?.centre);
  }

  /** Undefined while it is not known. */
  get centre(): Centre | undefined {
    return this.store.value?.state === 'ready' ? this.store.value.centre : undefined;
  }

  get timeZone(): string | undefined {
    return this.centre?.timeZone;
  }

  get priceTypes(): readonly PriceType[] {
    return this.centre?.priceTypes ?? [];
  }

  /** Who sells here; empty while it is not known. */
  get name(): string {
    return this.centre?.name ?? '';
  }

  /** Name of a line's price type: a partner's comes with the line. Empty while it is not known. */
  priceTypeName({ priceType, priceTypeName }: Line): string {
    if (priceTypeName) return this.localize.text(priceTypeName);
    const type = this.priceTypes.find((known) => known.id === priceType);
    return type ? this.localize.text(type.name) : '';
  }
}
