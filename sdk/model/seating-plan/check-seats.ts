import type { Locate } from './check-plan.ts';
import { layOutBlock } from './lay-out-block.ts';
import { selector } from './ranges.ts';
import { quoted, type Report } from './report.ts';
import type { BlockSource, PlanSource, SectionSource } from './source.ts';
import type { Point } from './types.ts';

/** Two people cannot sit closer than this, middle to middle on the same floor, in cm. */
const MIN_DISTANCE = 40;
/** One kilometre: no hall is larger. */
const MAX_COORDINATE = 100_000;
const PLACE_ID = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;

/**
 * Lays every block out and reports ids that are doubled or cannot be one, seats too close and exceptions for nobody.
 * @param unclear Blocks whose rows are wrong already: what their seats would be is anybody's guess.
 */
export function checkSeats(
  source: PlanSource,
  unclear: ReadonlySet<BlockSource>,
  report: Report,
  locate: Locate,
): void {
  const taken = new Map<string, string>();
  const claim = (id: string, path: string) => {
    const earlier = taken.get(id);
    if (earlier !== undefined) report.add(path, 'duplicate-id', `the place ${quoted(id)} is there already: ${earlier}`);
    else taken.set(id, path);
    if (!PLACE_ID.test(id)) report.add(path, 'place-id-wrong', `${quoted(id)} cannot be the id of a place`);
  };
  const neighbours = source.floors.map(() => createNeighbourhood());

  for (const [index, section] of (source.sections ?? []).entries()) {
    const floor = section.floor ? source.floors.findIndex(({ id }) => id === section.floor) : 0;
    for (const [number, block] of section.blocks.entries()) {
      if (unclear.has(block)) continue;
      const path = locate(block, `$.sections[${index}].blocks[${number}]`);
      checkExceptions(block, section, path, report);
      const rows = layOutBlock(block, section, source.floors[floor]?.at ?? [0, 0]);
      for (const { id, x, y } of rows.flatMap(({ seats }) => seats)) {
        claim(id, path);
        const far = Math.max(Math.abs(x), Math.abs(y)) > MAX_COORDINATE;
        if (far) report.add(path, 'out-of-range', `seat ${quoted(id)} is more than a kilometre away`);
        const near = neighbours[floor]?.join({ id, x, y });
        if (near) report.add(path, 'seats-overlap', `seats ${near} and ${id} are closer than ${MIN_DISTANCE} cm`);
      }
    }
  }
  for (const [index, { id }] of (source.areas ?? []).entries()) claim(id, `$.areas[${index}].id`);
}

/** A slip in an exception would go unnoticed (a wheelchair place that is none), so each word must name a seat. */
function checkExceptions(block: BlockSource, section: SectionSource, path: string, report: Report): void {
  if (!block.except) return;
  const all = layOutBlock({ ...block, except: [] }, section, [0, 0]);
  for (const [index, rule] of block.except.entries()) {
    const at = `${path}.except[${index}]`;
    let named = 0;
    for (const word of rule.seats.split(' ')) {
      const { rows, numbers } = selector(word);
      const count = all
        .filter(({ label }) => rows.has(label))
        .reduce((sum, { seats }) => sum + seats.filter(({ number }) => numbers?.has(number) ?? true).length, 0);
      if (count === 0) report.add(`${at}.seats`, 'seats-unknown', `${quoted(word)} names no seat of this block`);
      named += count;
    }
    if (named > 1 && (rule.id ?? rule.number) !== undefined) {
      report.add(at, 'not-one-seat', `an own id or number is for one seat, not ${named}`);
    }
  }
}

/** Finds who is too close to a newcomer: cells as wide as the limit, so only nine need a look. */
function createNeighbourhood() {
  const cells = new Map<string, (Point & { readonly id: string })[]>();
  return {
    /** Id of a seat that is too close. A refused newcomer is not kept, so ten thousand on one spot stay cheap. */
    join(seat: Point & { readonly id: string }): string | undefined {
      const column = Math.floor(seat.x / MIN_DISTANCE);
      const line = Math.floor(seat.y / MIN_DISTANCE);
      for (let cell = 0; cell < 9; cell += 1) {
        const around = cells.get(`${column + (cell % 3) - 1} ${line + Math.floor(cell / 3) - 1}`);
        const near = around?.find(({ x, y }) => Math.hypot(x - seat.x, y - seat.y) < MIN_DISTANCE);
        if (near) return near.id;
      }
      const own = `${column} ${line}`;
      const cell = cells.get(own);
      if (cell) cell.push(seat);
      else cells.set(own, [seat]);
      return undefined;
    },
  };
}
