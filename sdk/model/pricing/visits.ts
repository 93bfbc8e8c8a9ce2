import type { PassFormula } from '../../contract/prices/formulas.ts';
import type { Text } from '../../contract/text.ts';
import { byId, type Place, reason } from './places.ts';
import { isAmong } from './selection.ts';
import type { LineToPrice, PricingRequest } from './types.ts';

const DAY = 24 * 60 * 60 * 1000;

interface Visit {
  readonly price: number;
  readonly formula: string;
  readonly name: Text;
}

/** What a visit costs by a pass formula; undefined where it lets nobody in to this performance now. */
function visitOf(pass: PassFormula, line: LineToPrice, at: number): Visit | undefined {
  const { visits } = pass;
  if (!visits || !isAmong(visits.among, line.performance)) return undefined;
  if (visits.daysAhead !== undefined && at < line.performance.startsAt - visits.daysAhead * DAY) return undefined;
  return { price: Math.min(visits.price, line.cents), formula: pass.id, name: pass.name };
}

/** The visits of a cart, by line: for one pass at most so many places of one performance as it has people. */
function visitsOf(request: PricingRequest): ReadonlyMap<string, Visit> {
  const visits = new Map<string, Visit>();
  const formulas = new Map(request.list.passes.map((pass) => [pass.id, pass]));
  const shown = new Map(request.passes.map((pass) => [pass.code, pass]));
  const used = new Map<string, number>();
  const dearestFirst = request.lines
    .filter(({ visit, settled }) => visit !== undefined && !settled)
    .sort((one, other) => other.cents - one.cents || byId(one, other));
  for (const line of dearestFirst) {
    const pass = shown.get(line.visit ?? '');
    const formula = pass && formulas.get(pass.formula);
    const visit = formula && visitOf(formula, line, request.at);
    const place = `${line.visit}/${line.performance.id}`;
    if (!visit || (used.get(place) ?? 0) >= pass.people) continue;
    used.set(place, (used.get(place) ?? 0) + 1);
    visits.set(line.id, visit);
  }
  const lines = new Map(request.lines.map((line) => [line.id, line]));
  for (const bundle of request.bundles ?? []) {
    const pass = bundle.kind === 'pass' ? formulas.get(bundle.formula) : undefined;
    for (const id of pass ? bundle.lines : []) {
      const line = lines.get(id);
      const visit = pass && line && !line.settled ? visitOf(pass, line, request.at) : undefined;
      if (visit) visits.set(id, visit);
    }
  }
  return visits;
}

/** The places of a cart with what they cost before any rule, ordered by id. */
export function placesOf(request: PricingRequest): Place[] {
  const visits = visitsOf(request);
  return [...request.lines].sort(byId).map((line, index) => {
    const own = reason('price', line.priceType, line.priceTypeName, line.cents);
    const visit = visits.get(line.id);
    if (line.settled?.length) {
      const base = line.settled.reduce((sum, { amount }) => sum + amount.cents, 0);
      return { index, line, fixed: true, base, why: line.settled };
    }
    if (!visit) return { index, line, fixed: line.settled !== undefined, base: line.cents, why: [own] };
    const less = visit.price - line.cents;
    const why = less === 0 ? [own] : [own, reason('pass', visit.formula, visit.name, less)];
    return { index, line, fixed: true, base: visit.price, why };
  });
}
