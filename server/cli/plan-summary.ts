import { capacityOf } from '../../sdk/model/seating-plan/index.ts';
import type { SeatingPlan, SeatKind } from '../../sdk/model/seating-plan/types.ts';

const FORMATS = { foyer: 'foyer-plan/1', pretix: 'pretix seating plan' } as const;

const KINDS: readonly SeatKind[] = ['standard', 'wheelchair', 'companion', 'restricted-view', 'house'];

const count = (number: number, one: string, many = `${one}s`) => `${number} ${number === 1 ? one : many}`;

/** Lines `  name   value`, the values below each other. */
function table(lines: readonly (readonly [name: string, value: string])[]): string[] {
  const width = Math.max(0, ...lines.map(([name]) => name.length));
  return lines.map(([name, value]) => `  ${name.padEnd(width)}  ${value}`);
}

function tally(names: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

/** What somebody who drew a plan compares with the real hall: every part of it, counted. */
export function describePlan(plan: SeatingPlan, format: keyof typeof FORMATS): string {
  const seatsOf = (section: SeatingPlan['sections'][number]) =>
    section.rows.reduce((sum, row) => sum + (plan.rows[row]?.seats.length ?? 0), 0);
  const byKind = tally(plan.seats.map(({ kind }) => kind));
  const byZone = tally(plan.seats.map(({ zone }) => zone));
  return [
    `${plan.name.nl}: ${count(plan.seats.length, 'seat')}, ${capacityOf(plan)} places for sale`,
    ...table([
      ['id', plan.id],
      ['format', FORMATS[format]],
      ['version', String(plan.version)],
      ['rows', String(plan.rows.length)],
    ]),
    'Floors',
    ...table(
      plan.floors.map(({ id, name }, floor) => {
        const sections = plan.sections.filter((section) => section.floor === floor);
        const seats = sections.reduce((sum, section) => sum + seatsOf(section), 0);
        return [id, `${name.nl}: ${count(sections.length, 'section')}, ${count(seats, 'seat')}`];
      }),
    ),
    'Sections',
    ...table(
      plan.sections.map((section) => [
        section.id,
        `${section.name.nl}: ${count(section.rows.length, 'row')}, ${count(seatsOf(section), 'seat')}${section.view ? `, view ${section.view.image}` : ''}`,
      ]),
    ),
    'Seats by kind',
    ...table(KINDS.map((kind) => [kind, String(byKind.get(kind) ?? 0)])),
    'Seats by zone',
    ...table(plan.zones.map(({ id, name }) => [id, `${byZone.get(id) ?? 0} (${name.nl})`])),
    ...(plan.areas.length > 0 ? ['Areas'] : []),
    ...table(plan.areas.map(({ id, name, kind, capacity }) => [id, `${name.nl}: ${kind}, capacity ${capacity}`])),
  ].join('\n');
}
