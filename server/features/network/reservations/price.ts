import type { Line } from '../../../../sdk/contract/cart.ts';
import type { BundleLines } from '../../../../sdk/contract/network/index.ts';
import type { PassFormula, PriceList, Reason } from '../../../../sdk/contract/prices/index.ts';
import { type LineToPrice, type PricedPerformance, priceCart } from '../../../../sdk/model/pricing/index.ts';
import { tariffOf } from '../../uitpas/taken.ts';
import { linesOfBundles } from './bundles.ts';

/** What the lines of a reservation are priced by. */
export interface LinePricing {
  readonly list: PriceList;
  readonly timeZone: string;
  /** When the hold began. */
  readonly at: Date;
  readonly bundles: readonly BundleLines[];
  readonly performances: ReadonlyMap<string, PricedPerformance>;
}

/**
 * Prices a reservation as a whole by our own price list: its rules for the channel `partner`, and the formulas of its
 * bundles at their sizes. Fees that a rule asks once for an order are not asked of partners, whose order is not ours; nor
 * are promotion codes, birth years and passes known here. What nothing was true of stays as it is told, without reasons.
 * @param lines At the prices of their price types, or as they were told before.
 */
export function priceLines(lines: readonly Line[], pricing: LinePricing): readonly Line[] {
  const { at, bundles, list, performances, timeZone } = pricing;
  const based = lines.map(asBased);
  if (bundles.length === 0 && list.rules.length === 0) return based;
  const own = linesOfBundles(bundles, lines);
  const priced = priceCart({
    ...{ list, timeZone, at: at.getTime(), channel: 'partner' },
    lines: based.map((line) => toPrice(line, performances)),
    ...{ subscriptions: [], products: [], codes: [], passes: [] },
    bundles: bundles.map(({ formula, kind, size }, index) => ({ formula, kind, size, lines: own[index] ?? [] })),
  });
  const decided = new Map(priced.lines.map((line) => [line.id, line]));
  const passes = passByLine(list, bundles, own);
  return based.map((line) => {
    if (tariffOf(line) !== undefined) return line;
    const price = decided.get(line.id);
    const pass = passes.get(line.id);
    const why = withVisit(price?.why ?? [], pass);
    const owed = pass?.visits?.settlement;
    return {
      ...line,
      ...(price && { price: euros(price.cents), fee: euros(price.feeCents) }),
      ...(why.length > 1 && { why }),
      ...(owed !== undefined && { owed: euros(owed) }),
    };
  });
}

/** Of lines that are visits: the pass they are on. */
function passByLine(list: PriceList, bundles: readonly BundleLines[], lines: readonly (readonly string[])[]) {
  return new Map(
    bundles.flatMap(({ formula, kind }, index) => {
      const pass = kind === 'pass' ? list.passes.find(({ id }) => id === formula) : undefined;
      return pass ? (lines[index] ?? []).map((line): [string, PassFormula] => [line, pass]) : [];
    }),
  );
}

/** A visit is told as one also where it takes nothing off the price, because the pass is used by it all the same. */
function withVisit(why: readonly Reason[], pass: PassFormula | undefined): Reason[] {
  if (!pass || why.some(({ kind }) => kind === 'pass')) return [...why];
  return [...why, { kind: 'pass', id: pass.id, name: pass.name, amount: euros(0) }];
}

/** A line at the price of its price type, whatever rules decided about it before; what UiTPAS decided stands. */
function asBased(told: Line): Line {
  if (tariffOf(told) !== undefined) return told;
  const { why, owed: _, ...line } = told;
  const [first, ...steps] = why ?? [];
  if (!first) return line;
  const fees = steps.filter(({ kind }) => kind === 'fee').reduce((sum, { amount }) => sum + amount.cents, 0);
  return { ...line, price: first.amount, fee: euros(Math.max(0, line.fee.cents - fees)) };
}

function toPrice(line: Line, performances: LinePricing['performances']): LineToPrice {
  const performance = performances.get(line.performance.id);
  if (!performance) throw new Error(`Performance ${line.performance.id} is reserved and not there.`);
  return {
    ...{ id: line.id, performance, zone: line.place.zone, priceType: line.priceType },
    priceTypeName: line.priceTypeName ?? { nl: line.priceType },
    ...{ cents: line.price.cents, feeCents: line.fee.cents },
    ...(tariffOf(line) !== undefined && { settled: line.why ?? [] }),
  };
}

const euros = (cents: number) => ({ cents, currency: 'EUR' }) as const;
