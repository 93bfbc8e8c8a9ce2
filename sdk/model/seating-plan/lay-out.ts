import { type BlockRow, layOutBlock } from './lay-out-block.ts';
import { around, createExtent, shapeOf } from './shapes.ts';
import type { PlanSource, PointSource, SectionSource, ShapeSource } from './source.ts';
import type { Area, Decor, Point, Row, Seat, SeatingPlan, Section } from './types.ts';

/** Free space kept around what is drawn on a floor, in cm. */
const MARGIN = 60;

type LaidSeat = BlockRow['seats'][number];

/**
 * Rows of a section by label, front to back. Blocks may share rows (left, middle, right): a row's seats stay together,
 * in the order of the blocks.
 */
function rowsOf(section: SectionSource, origin: PointSource): Map<string, LaidSeat[]> {
  const rows = new Map<string, LaidSeat[]>();
  for (const { label, seats } of section.blocks.flatMap((block) => layOutBlock(block, section, origin))) {
    const row = rows.get(label);
    if (row) for (const seat of seats) row.push(seat);
    else if (seats.length > 0) rows.set(label, seats);
  }
  return rows;
}

/**
 * Lays a plan out: every seat with its coordinates, number and id. Fast and small, for browsers that get plans from
 * their own server; it trusts that `readPlan` accepted the source and does not check again.
 */
export function layOutPlan(source: PlanSource): SeatingPlan {
  const rows: Row[] = [];
  const seats: Seat[] = [];
  const all = createExtent();
  const drawn = source.floors.map(createExtent);
  const floorOf = ({ floor: id }: { readonly floor?: string }) =>
    id === undefined ? 0 : source.floors.findIndex((floor) => floor.id === id);
  const originOf = (floor: number): PointSource => source.floors[floor]?.at ?? [0, 0];

  const draw = (floor: number, points: readonly Point[]) => {
    drawn[floor]?.add(points);
    all.add(points);
  };

  const sections = (source.sections ?? []).map((section, index): Section => {
    const floor = floorOf(section);
    const laid = rowsOf(section, originOf(floor));
    const own: number[] = [];
    for (const [label, row] of laid) {
      own.push(rows.length);
      const first = seats.length;
      // One by one: what is spread into a call has to fit on the stack.
      for (const seat of row) {
        seat.row = rows.length;
        seats.push(seat);
      }
      rows.push({ label, section: index, seats: row.map((_, place) => first + place) });
      draw(floor, row);
    }
    const outline = section.outline ? shapeOf(section, originOf(floor)) : around([...laid.values()]);
    draw(floor, outline);
    const { id, name, entrance, view } = section;
    return { id, name, floor, rows: own, ...(entrance && { entrance }), ...(view && { view }), outline };
  });

  const placed = (thing: ShapeSource & { readonly floor?: string }) => {
    const floor = floorOf(thing);
    const outline = shapeOf(thing, originOf(floor));
    draw(floor, outline);
    return { floor, outline };
  };
  const areas = (source.areas ?? []).map((area): Area => {
    const { id, name, kind, capacity, zone } = area;
    return { id, name, kind, capacity, zone, ...placed(area) };
  });
  const decor = (source.decor ?? []).map((thing): Decor => {
    const { kind, name } = thing;
    return { kind, ...(name && { name }), ...placed(thing) };
  });

  const { id, version, name, zones } = source;
  const floors = source.floors.map((floor, index) => {
    return { id: floor.id, name: floor.name, bounds: (drawn[index] ?? all).bounds(MARGIN) };
  });
  const bounds = all.bounds(MARGIN);
  return Object.freeze({ id, version, name, zones, floors, sections, rows, seats, areas, decor, bounds });
}
