import type { HoldRequest, Line, Money, Owner } from '../contract/index.ts';

/** Lines of one performance, as carts and orders show them. */
export interface PerformanceLines {
  readonly performance: Line['performance'];
  readonly lines: readonly Line[];
}

/** Lines by performance, the earliest first; within one they keep their order. */
export function byPerformance(lines: readonly Line[]): readonly PerformanceLines[] {
  const groups = Map.groupBy(lines, (line) => line.performance.id);
  return [...groups.values()]
    .flatMap((group) => (group[0] ? [{ performance: group[0].performance, lines: group }] : []))
    .sort((a, b) => Date.parse(a.performance.startsAt) - Date.parse(b.performance.startsAt));
}

/** Lines of what one centre plays. */
export interface CentreLines {
  /** Null for the selling centre itself. */
  readonly owner: Owner | null;
  readonly performances: readonly PerformanceLines[];
}

/** Lines by the centre that plays, the selling centre's own first, then as their first performances start. */
export function byCentre(lines: readonly Line[]): readonly CentreLines[] {
  const groups = Map.groupBy(byPerformance(lines), ({ performance }) => performance.owner?.id ?? null);
  return [...groups.values()]
    .map((performances) => ({ owner: performances[0]?.performance.owner ?? null, performances }))
    .sort((a, b) => Number(a.owner !== null) - Number(b.owner !== null));
}

/** What places cost together; null for no lines. */
export function totalOf(lines: readonly Line[]): Money | null {
  const [first] = lines;
  if (!first) return null;
  return { cents: lines.reduce((sum, line) => sum + line.price.cents, 0), currency: first.price.currency };
}

/** How much of what the lines cost is service cost; null for no lines. */
export function feesOf(lines: readonly Line[]): Money | null {
  const [first] = lines;
  if (!first) return null;
  return { cents: lines.reduce((sum, line) => sum + line.fee.cents, 0), currency: first.fee.currency };
}

/** What must be asked to hold the places of these lines (again): one request a performance, with the price types they had. */
export function holdRequestsFor(lines: readonly Line[]): readonly HoldRequest[] {
  return byPerformance(lines).map(({ performance, lines: group }) => {
    const [areaLines, seatLines] = [group.filter(isArea), group.filter((line) => !isArea(line))];
    const areas = Map.groupBy(areaLines, (line) => `${line.place.id} ${line.priceType}`);
    return {
      performance: performance.id,
      ...(seatLines.length > 0 && {
        seats: seatLines.map(({ place, priceType }) => ({
          seat: place.id,
          priceType,
          // Whoever had it said so when they chose it.
          ...(place.kind === 'wheelchair' && { wheelchairUser: true }),
        })),
      }),
      ...(areas.size > 0 && {
        areas: [...areas.values()].flatMap((same) =>
          same[0] ? [{ area: same[0].place.id, quantity: same.length, priceType: same[0].priceType }] : [],
        ),
      }),
    };
  });
}

const isArea = (line: Line): boolean => line.place.kind === 'area';
