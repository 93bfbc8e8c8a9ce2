import { type BlockRow, layOutBlock } from './lay-out-block.ts';
import { around, boundsOf, outlineOf, shapeOf } from './shapes.ts';
import type { PlanSource, PointSource, ShapeSource } from './source.ts';
import type { Point, Row, Seat, SeatingPlan, Section } from './types.ts';

/** Free space kept around what is drawn on a floor, in cm. */
const MARGIN = 60;

/**
 * Lays a plan out: every seat with its coordinates, number and id. Fast and small, for browsers that get plans from
 * their own server; it trusts that `readPlan` accepted the source and does not check again.
 */
export function layOutPlan(source: PlanSource): SeatingPlan {
  const rows: Row[] = [];
  const seats: Seat[] = [];
  const sections: Section[] = [];
  const drawn: Point[][] = source.floors.map(() => []);
  const floorIndex = (id?: string) => (id === undefined ? 0 : source.floors.findIndex((floor) => floor.id === id));
  const origin = (floor: number): PointSource => source.floors[floor]?.at ?? [0, 0];

  for (const section of source.sections ?? []) {
    const floor = floorIndex(section.floor);
    // Blocks may share rows (left, middle, right): a row's seats stay together, in the order of the blocks.
    const byLabel = new Map<string, BlockRow['seats'][number][]>();
    for (const { label, seats: more } of section.blocks.flatMap((block) =>
      layOutBlock(block, section, origin(floor)),
    )) {
      const row = byLabel.get(label);
      if (row) row.push(...more);
      else if (more.length > 0) byLabel.set(label, [...more]);
    }
    const own: number[] = [];
    for (const [label, places] of byLabel) {
      const row = rows.length;
      own.push(row);
      rows.push({ label, section: sections.length, seats: places.map((_, index) => seats.length + index) });
      for (const place of places) {
        place.row = row;
        seats.push(place);
        drawn[floor]?.push(place);
      }
    }
    const outline = section.outline ? shapeOf(section, origin(floor)) : around([...byLabel.values()]);
    drawn[floor]?.push(...outline);
    sections.push({
      id: section.id,
      name: section.name,
      floor,
      rows: own,
      ...(section.entrance && { entrance: section.entrance }),
      outline,
    });
  }

  const placed = (thing: ShapeSource & { readonly floor?: string }) => {
    const floor = floorIndex(thing.floor);
    const outline = shapeOf(thing, origin(floor));
    drawn[floor]?.push(...outline);
    return { floor, outline };
  };
  const areas = (source.areas ?? []).map((area) => {
    const { id, name, kind, capacity, zone } = area;
    return { id, name, kind, capacity, zone, ...placed(area) };
  });
  const decor = (source.decor ?? []).map((thing) => ({
    kind: thing.kind,
    ...(thing.name && { name: thing.name }),
    ...placed(thing),
  }));
  const floors = source.floors.map(({ id, name }, index) => ({
    id,
    name,
    bounds: boundsOf(drawn[index] ?? [], MARGIN),
  }));
  return Object.freeze({
    id: source.id,
    version: source.version,
    name: source.name,
    zones: source.zones,
    floors,
    sections,
    rows,
    seats,
    areas,
    decor,
    bounds: boundsOf(floors.flatMap(({ bounds }) => outlineOf(bounds))),
  });
}
