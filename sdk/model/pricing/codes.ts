import type { Standing } from './places.ts';
import type { PricingRequest } from './types.ts';

/** The codes that made something cheaper: of rules that were used, of visits, and of passes that opened a price type. */
export function workingCodes(request: PricingRequest, standings: readonly Standing[]): string[] {
  const cheaper = standings.flatMap(({ steps }) => steps.filter(({ cents }) => cents < 0).map(({ rule }) => rule));
  const codes = new Set(cheaper.flatMap((rule) => rule.codes ?? []));
  const formulas = new Set(cheaper.flatMap(({ when }) => when.pass ?? []));
  const visits = new Set<string>();
  const opened = new Map(request.list.access.map(({ priceType, pass }) => [priceType, pass]));
  for (const { place } of standings) {
    const pass = opened.get(place.line.priceType);
    if (pass !== undefined && place.line.settled === undefined) formulas.add(pass);
    if (place.line.visit !== undefined && place.why.some(({ kind }) => kind === 'pass')) visits.add(place.line.visit);
  }
  return [
    ...request.codes.filter((code) => codes.has(code)),
    ...request.passes.flatMap(({ code, formula }) => (formulas.has(formula) || visits.has(code) ? [code] : [])),
  ];
}
