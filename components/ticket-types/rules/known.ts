import type { Cart, Line, Money, PriceList, PriceRule, PriceType, Reason } from '../../../sdk/contract/index.ts';
import { type CartFacts, cartRequest, type SoldPriceType, soldFor } from '../../../sdk/model/pricing/cart-request.ts';
import { type Cheapest, cheapest } from '../../../sdk/model/pricing/cheapest.ts';
import { priceCart } from '../../../sdk/model/pricing/price-cart.ts';
import { isAmong } from '../../../sdk/model/pricing/selection.ts';
import { lockOf } from '../../prices/code-box.ts';

/** A cart with all that is known of its prices: what other choices would cost, and which are the cheapest. */
export class KnownPrices {
  readonly cart: Cart;
  readonly facts: CartFacts;
  private readonly request: ReturnType<typeof cartRequest>;
  private readonly previews = new Map<string, ReadonlyMap<string, number>>();
  private found: Cheapest | null | undefined;

  constructor(cart: Cart, facts: CartFacts) {
    this.cart = cart;
    this.facts = facts;
    this.request = cartRequest(cart, facts);
  }

  get list(): PriceList {
    return this.facts.list;
  }

  /** What a line would cost if these lines had another price type; undefined while that cannot be told. */
  preview(line: Line, type: PriceType, lines: readonly Line[]): Money | undefined {
    const cents = this.pricesWith(type, lines)?.get(line.id);
    return cents === undefined ? undefined : { cents, currency: line.price.currency };
  }

  private pricesWith(type: PriceType, lines: readonly Line[]): ReadonlyMap<string, number> | undefined {
    const { request } = this;
    if (!request) return undefined;
    const key = `${type.id} ${lines.map(({ id }) => id).join()}`;
    const known = this.previews.get(key);
    if (known) return known;
    const changed = request.lines.map((one) => {
      const line = lines.find(({ id }) => id === one.id);
      const sold = line && soldFor(line, this.facts).find(({ priceType }) => priceType === type.id);
      if (!sold) return one;
      // A partner's price is the partner's; who takes another price type gives the tariff of UiTPAS back.
      const { settled, ...open } = one;
      return one.performance.owner ? { ...one, ...sold, settled: settledAs(sold) } : { ...open, ...sold };
    });
    const priced = priceCart({ ...request, lines: changed });
    const prices = new Map(priced.lines.map(({ id, cents }) => [id, cents]));
    this.previews.set(key, prices);
    return prices;
  }

  /** The cheapest combination that asks nothing more of who comes; null when there is none, or it is not known yet. */
  get cheapest(): Cheapest | null {
    if (this.found === undefined) this.found = this.findCheapest();
    return this.found;
  }

  private findCheapest(): Cheapest | null {
    const { request, cart, facts } = this;
    if (!request) return null;
    const options = new Map(cart.lines.map((line) => [line.id, soldFor(line, facts)]));
    const found = cheapest({ request, options });
    return found.savedCents > 0 && found.changes.length > 0 ? found : null;
  }

  /** The pass a price type asks for, where none was shown. */
  lockOf(type: PriceType): string | undefined {
    return lockOf(type, this.list, this.cart);
  }

  /** The rules that need to know how old somebody on this place is. */
  ageRules(line: Line): readonly PriceRule[] {
    const performance = this.request?.lines.find(({ id }) => id === line.id)?.performance;
    if (!performance) return [];
    return this.list.rules.filter(
      ({ when }) =>
        when.age !== undefined &&
        isAmong(when.selection ?? {}, performance) &&
        (!when.zones || when.zones.includes(line.place.zone)) &&
        (!when.priceTypes || when.priceTypes.includes(line.priceType)) &&
        (!when.channels || when.channels.includes('web')),
    );
  }

  /** Passes that were shown and let somebody in here, with what that costs. */
  visitsFor(
    line: Line,
  ): readonly { readonly code: string; readonly name: PriceType['name']; readonly cents: number }[] {
    const performance = this.request?.lines.find(({ id }) => id === line.id)?.performance;
    if (!performance) return [];
    return (this.cart.extras?.codes ?? []).flatMap(({ code, formula, name }) => {
      const visits = this.list.passes.find(({ id }) => id === formula)?.visits;
      const isFor = visits && isAmong(visits.among, performance) && this.isNear(performance.startsAt, visits.daysAhead);
      return isFor ? [{ code, name, cents: visits.price }] : [];
    });
  }

  private isNear(startsAt: number, daysAhead = Number.POSITIVE_INFINITY): boolean {
    return startsAt - this.facts.at <= daysAhead * DAY;
  }
}

const DAY = 24 * 60 * 60 * 1000;

const settledAs = ({ priceType, priceTypeName, cents }: SoldPriceType): readonly Reason[] => [
  { kind: 'price', id: priceType, name: priceTypeName, amount: { cents, currency: 'EUR' } },
];
