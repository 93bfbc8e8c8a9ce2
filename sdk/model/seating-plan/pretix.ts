import type { Locate } from './check-plan.ts';
import { decorOf } from './pretix-areas.ts';
import type { PretixPlan, PretixPoint, PretixRow, PretixZone } from './pretix-format.ts';
import { quoted, type Report } from './report.ts';
import type { BlockSource, PlaceSource, PlanSource, PointSource, SectionSource } from './source.ts';
import type { Zone } from './types.ts';

/** Pixels say nothing about size: the usual distance between neighbours is taken for 50 cm. */
const SEAT_PITCH = 50;
/** Centimetres a pixel where no two seats stand side by side: pretix draws a seat with a radius of 10 pixels. */
const DEFAULT_SCALE = 2;

function scaleOf({ zones }: PretixPlan): number {
  const distances = zones
    .flatMap(({ rows }) => rows)
    .flatMap(({ seats }) =>
      seats.map(({ position }, index) => {
        const before = seats[index - 1]?.position ?? position;
        return Math.hypot(position.x - before.x, position.y - before.y);
      }),
    )
    .filter((distance) => distance > 0)
    .sort((a, b) => a - b);
  const usual = distances[distances.length >> 1];
  return usual === undefined ? DEFAULT_SCALE : SEAT_PITCH / usual;
}

/** Makes names acceptable as ids and keeps them apart: the same name a second time gets a number. */
function createNamer(clean: (text: string) => string, otherwise: string, joint = '-'): (text: string) => string {
  const used = new Map<string, number>();
  return (text) => {
    const base = clean(text.normalize('NFD').replace(/\p{M}/gu, '')) || otherwise;
    let name = base;
    for (let number = used.get(base) ?? 1; used.has(name); number += 1) {
      name = `${base}${joint}${number + 1}`;
      used.set(base, number + 1);
    }
    used.set(name, 1);
    return name;
  };
}

const slug = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-|-$/g, '');
const sectionId = (text: string) => text.replace(/[^A-Za-z0-9]+/g, '').slice(0, 16);
const placeId = (text: string) =>
  text
    .replace(/[^A-Za-z0-9._-]+/g, '-')
    .replace(/^[^A-Za-z0-9]+/, '')
    .slice(0, 56);

/** `#rgb` and `#rrggbb`; other ways to write a colour are left out, it is only a hint. */
function colourOf(color = ''): Pick<Zone, 'colour'> {
  const short = /^#([\da-f])([\da-f])([\da-f])$/i.exec(color);
  const colour = short ? `#${[1, 2, 3].map((digit) => short[digit]?.repeat(2)).join('')}` : color;
  return /^#[\da-f]{6}$/i.test(colour) ? { colour } : {};
}

const tenths = (length: number) => Math.round(length * 10) / 10;
const sum = (...points: readonly (PretixPoint | undefined)[]): PretixPoint => ({
  x: points.reduce((total, point) => total + (point?.x ?? 0), 0),
  y: points.reduce((total, point) => total + (point?.y ?? 0), 0),
});

/** What reading one row needs to know of the whole plan. */
interface Reading {
  readonly scaled: (pixels: PretixPoint) => PointSource;
  readonly zoneOf: ReadonlyMap<string, string>;
  readonly pathOfGuid: Map<string, string>;
  readonly nameSeat: (guid: string) => string;
  readonly report: Report;
}

/** A row as blocks of places: a new block where the category changes. */
function blocksOf(row: PretixRow, index: number, zone: PretixZone, path: string, reading: Reading): BlockSource[] {
  const { scaled, zoneOf, pathOfGuid, nameSeat, report } = reading;
  const blocks: { readonly zone: string; readonly rows: string[]; readonly places: PlaceSource[] }[] = [];
  for (const [number, seat] of row.seats.entries()) {
    const at = `${path}.seats[${number}]`;
    const earlier = pathOfGuid.get(seat.seat_guid);
    if (earlier)
      report.add(`${at}.seat_guid`, 'duplicate-id', `${quoted(seat.seat_guid)} is the guid of ${earlier} too`);
    else pathOfGuid.set(seat.seat_guid, at);
    const price = zoneOf.get(seat.category);
    if (price === undefined) {
      report.add(`${at}.category`, 'zone-unknown', `the plan has no category ${quoted(seat.category)}`);
      continue;
    }
    const [x, y] = scaled(sum(zone.position, row.position, seat.position));
    const place: PlaceSource = [x, y, seat.seat_number || String(number + 1), nameSeat(seat.seat_guid)];
    const last = blocks.at(-1);
    if (last?.zone === price) last.places.push(place);
    else blocks.push({ rows: [row.row_number || String(index + 1)], zone: price, places: [place] });
  }
  return blocks;
}

/**
 * Makes a plan of ours of one of pretix: its categories become price zones, its zones sections, its areas decor.
 * Numbers and positions stay what they were, and so do guids that can be ids, so tickets sold before keep their
 * meaning. Reports doubled guids and unknown categories; `locate` names the place in the file that was read.
 */
export function importPretix(
  plan: PretixPlan,
  report: Report,
): { readonly source: PlanSource; readonly locate: Locate } {
  const scale = scaleOf(plan);
  const scaled = ({ x, y }: PretixPoint): PointSource => [tenths(x * scale), tenths(y * scale)];
  const nameZone = createNamer(slug, 'zone');
  const zoneOf = new Map<string, string>();
  const zones = plan.categories.map(({ name, color }, index): Zone => {
    const path = `$.categories[${index}].name`;
    if (zoneOf.has(name)) report.add(path, 'duplicate-id', `category ${quoted(name)} is there twice`);
    const id = nameZone(name);
    zoneOf.set(name, id);
    return { id, name: { nl: name }, ...colourOf(color) };
  });

  const written = new Map<object, string>();
  const nameSection = createNamer(sectionId, 'Z', '.');
  const reading: Reading = { scaled, zoneOf, pathOfGuid: new Map(), nameSeat: createNamer(placeId, 'seat'), report };
  const sections = plan.zones.flatMap((zone, index): SectionSource[] => {
    const blocks = zone.rows.flatMap((row, number) => {
      const path = `$.zones[${index}].rows[${number}]`;
      const made = blocksOf(row, number, zone, path, reading);
      for (const block of made) written.set(block, path);
      return made;
    });
    const name = zone.name || zone.zone_id || `Zone ${index + 1}`;
    const price = blocks[0]?.zone;
    // A zone without seats only holds drawings, such as the stage.
    if (price === undefined) return [];
    return [{ id: nameSection(zone.zone_id || name), name: { nl: name }, zone: price, blocks }];
  });
  const decor = plan.zones.flatMap(({ position, areas = [] }) =>
    areas.flatMap((area) => decorOf(area, (pixels) => scaled(sum(position, pixels)))),
  );
  const source: PlanSource = {
    format: 'foyer-plan/1',
    id: slug(plan.name.normalize('NFD').replace(/\p{M}/gu, '')) || 'plan',
    version: 1,
    name: { nl: plan.name },
    zones,
    floors: [{ id: 'zaal', name: { nl: plan.name } }],
    sections,
    ...(decor.length > 0 && { decor }),
  };
  return { source, locate: (block, path) => written.get(block) ?? path };
}
