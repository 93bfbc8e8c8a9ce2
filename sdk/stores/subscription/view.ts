import type { Cart, Line, Money, PriceList, SubscriptionFormula } from '../../contract/index.ts';
import { isAmong, subscriptionBooking } from '../../model/pricing/index.ts';
import type { ProgrammeItem } from '../../model/programme/types.ts';
import { holdersOf, looseLines, type NewHolder } from '../../model/subscriptions/holders.ts';
import { offersOf, pricedOf } from '../../model/subscriptions/offers.ts';
import { isFull, propose } from '../../model/subscriptions/propose.ts';
import type { Holder, Offer } from '../../model/subscriptions/types.ts';
import type { Choosing, FormulaOffer } from './types.ts';

/** All that what is shown is made of. */
export interface ViewSources {
  readonly list: PriceList;
  readonly items: readonly ProgrammeItem[];
  readonly cart: Cart | null;
  /** Those that the page offers, by id; all of the price list without it. */
  readonly only: readonly string[];
  readonly chosen: string | null;
  readonly added: readonly NewHolder[];
  /** Milliseconds since 1970. */
  readonly at: number;
}

type View = Pick<Choosing, 'formulas' | 'formula' | 'offers' | 'holders' | 'proposals' | 'loose' | 'total' | 'saved'>;

/** As many as somebody looks at. */
const PROPOSALS = 3;

/** Makes what is shown, as often as the cart changes; what only programme and prices decide is made once for them. */
export function createView(): (sources: ViewSources) => View {
  const offers = remembering();
  return (sources) => {
    const { list, cart, added, at } = sources;
    const formulas = list.subscriptions
      .filter(({ id }) => sources.only.length === 0 || sources.only.includes(id))
      .map((formula): FormulaOffer => {
        const booking = subscriptionBooking(formula, at);
        return { formula, booking, performances: offers(formula, sources).length };
      });
    const only = formulas.length === 1 ? formulas[0] : undefined;
    const formula = only ?? formulas.find((one) => one.formula.id === sources.chosen) ?? null;
    if (!formula) return { formulas, formula, ...NOTHING };
    const among = offers(formula.formula, sources);
    const holders = holdersOf(formula.formula, among, cart, added);
    return {
      ...{ formulas, formula, offers: among, holders },
      proposals: formula.booking === 'open' ? proposalsFor(formula.formula, among, holders) : [],
      loose: looseLines(among, cart),
      total: sum(holders.flatMap(({ chosen }) => chosen.map(({ line }) => line.price))),
      saved: sum(holders.map(({ saved }) => saved)),
    };
  };
}

const NO_MONEY: Money = { cents: 0, currency: 'EUR' };
const NOTHING = { offers: [], holders: [], proposals: [], loose: [] as Line[], total: NO_MONEY, saved: NO_MONEY };

const sum = (amounts: readonly Money[]): Money =>
  amounts.reduce((total, { cents, currency }) => ({ cents: total.cents + cents, currency }), NO_MONEY);

function proposalsFor(formula: SubscriptionFormula, offers: readonly Offer[], holders: readonly Holder[]) {
  const holder = holders.find((one) => !one.progress.complete) ?? holders.find((one) => !isFull(formula, one));
  if (!holder) return [];
  return propose({
    ...{ formula, offers, holder, count: PROPOSALS },
    isAmong: (selection, offer) => isAmong(selection, pricedOf(offer)),
  });
}

/** The performances of a formula, for as long as programme and price list are the same. */
function remembering() {
  const known = new Map<string, { readonly of: readonly unknown[]; readonly offers: readonly Offer[] }>();
  return (formula: SubscriptionFormula, { items, list, at }: ViewSources): readonly Offer[] => {
    const before = known.get(formula.id);
    if (before && before.of[0] === items && before.of[1] === list) return before.offers;
    const offers = offersOf(formula, items, isAmong, { at, rounding: list.rounding });
    known.set(formula.id, { of: [items, list], offers });
    return offers;
  };
}
