import { boxOfSeats, emptyFlat, type FlatSeats, KINDS, keepFlat, within } from './flat-seats.ts';
import { type LaidRow, layOutRows } from './lay-out-block.ts';
import { around, createExtent, shapeOf, thin } from './shapes.ts';
import type { PlanSource, PointSource, SectionSource, ShapeSource } from './source.ts';
import type { Area, Decor, Point, Row, Seat, SeatingPlan, SeatKind, Section } from './types.ts';

/** Free space kept around what is drawn on a floor, in cm. */
const MARGIN = 60;

/** A row of a section: what each block has of it, left to right. */
type RowParts = LaidRow[];

/**
 * Rows of a section by label, front to back. Blocks may share rows (left, middle, right): a row's seats stay together,
 * in the order of the blocks.
 */
function rowsOf(section: SectionSource, origin: PointSource): Map<string, RowParts> {
  const rows = new Map<string, RowParts>();
  for (const block of section.blocks) {
    for (const part of layOutRows(block, section, origin)) {
      const row = rows.get(part.label);
      if (row) row.push(part);
      else if (part.points.length > 0) rows.set(part.label, [part]);
    }
  }
  return rows;
}

const sizeOf = (row: RowParts) => row.reduce((sum, { points }) => sum + points.length / 2, 0);

/** The seats of a row as points: all of them, or the two at each end. */
function pointsOf(row: RowParts, which: 'all' | 'ends'): Point[] {
  const points: Point[] = [];
  const count = sizeOf(row);
  let seat = 0;
  for (const { points: flat } of row) {
    for (let at = 0; at < flat.length; at += 2, seat += 1) {
      if (which === 'ends' && seat > 1 && seat < count - 2) continue;
      points.push({ x: flat[at] as number, y: flat[at + 1] as number });
    }
  }
  return points;
}

/** The line around rows knows the first and the last by all of their seats, those between by their ends. */
function outlineAround(rows: readonly RowParts[]): Point[] {
  const isOuter = (at: number) => at === 0 || at === rows.length - 1;
  return thin(around(rows.map((row, at) => pointsOf(row, isOuter(at) ? 'all' : 'ends'))));
}

/**
 * Lays a plan out: every seat with its coordinates, number and id. Fast and small, for browsers that get plans from
 * their own server; it trusts that `readPlan` accepted the source and does not check again. Seats as objects are made
 * when first asked for.
 */
export function layOutPlan(source: PlanSource): SeatingPlan {
  const rows: Row[] = [];
  const laidRows: RowParts[] = [];
  let count = 0;
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
      const size = sizeOf(row);
      rows.push({ label, section: index, seats: countFrom(count, size) });
      laidRows.push(row);
      count += size;
    }
    const outline = section.outline ? shapeOf(section, originOf(floor)) : outlineAround([...laid.values()]);
    draw(floor, outline);
    const { id, name, entrance, view } = section;
    return { id, name, floor, rows: own, ...(entrance && { entrance }), ...(view && { view }), outline };
  });

  const flat = flatOf(laidRows, count, source.zones);
  rows.forEach(({ section }, row) => {
    const [left = 0, top = 0, right = 0, bottom = 0] = flat.rowBoxes.subarray(row * 4, row * 4 + 4);
    draw(sections[section]?.floor ?? 0, [
      { x: left, y: top },
      { x: right, y: bottom },
    ]);
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
  let seats: readonly Seat[] | undefined;
  const plan: SeatingPlan = {
    ...{ id, version, name, zones, floors, sections, rows },
    get seats() {
      seats ??= seatsOf(laidRows);
      return seats;
    },
    ...{ areas, decor, bounds },
  };
  return keepFlat(plan, flat);
}

function countFrom(first: number, count: number): number[] {
  const numbers: number[] = [];
  for (let at = 0; at < count; at += 1) numbers.push(first + at);
  return numbers;
}

function seatsOf(rows: readonly RowParts[]): Seat[] {
  const seats: Seat[] = [];
  rows.forEach((parts, row) => {
    for (const { points, seatAt } of parts) {
      for (let index = 0; index < points.length / 2; index += 1) {
        const seat = seatAt(index);
        seat.row = row;
        seats.push(seat);
      }
    }
  });
  return seats;
}

function flatOf(rows: readonly RowParts[], count: number, zones: PlanSource['zones']): FlatSeats {
  const flat = emptyFlat(count, rows.length);
  const zoneIndex = new Map(zones.map(({ id }, index) => [id, index]));
  const zoneOf = (id: string) => zoneIndex.get(id) ?? 0;
  const kindOf = (kind: SeatKind) => Math.max(0, KINDS.indexOf(kind));
  let seat = 0;
  rows.forEach((parts, row) => {
    const first = seat;
    for (const { points, zone, kind } of parts) {
      const size = points.length / 2;
      if (typeof zone === 'string') flat.zone.fill(zoneOf(zone), seat, seat + size);
      else flat.zone.set(zone.map(zoneOf), seat);
      if (typeof kind === 'string') flat.kind.fill(kindOf(kind), seat, seat + size);
      else flat.kind.set(kind.map(kindOf), seat);
      for (let at = 0; at < size; at += 1, seat += 1) {
        flat.x[seat] = within(points[at * 2] as number);
        flat.y[seat] = within(points[at * 2 + 1] as number);
      }
    }
    flat.row.fill(row, first, seat);
    flat.rowBoxes.set(boxOfSeats(flat, first, seat), row * 4);
  });
  return flat;
}
