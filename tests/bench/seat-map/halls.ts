import type { Performance } from '../../../sdk/contract/performance.ts';
import type { SeatStatus } from '../../../sdk/contract/seat-status.ts';
import { writeRuns } from '../../../sdk/model/seat-status/index.ts';
import type { PlanSource, SectionSource } from '../../../sdk/model/seating-plan/source.ts';

/** The halls that every engine draws, by their number of seats. */
export const SIZES = [800, 5_000, 20_000, 100_000] as const;

/** A hall as it travels: plan and status apart, and the same status once more in the shortest form there is. */
export interface HallData {
  readonly plan: PlanSource;
  readonly status: SeatStatus;
  readonly performance: Performance;
  /** The sold seats by their place in the plan. */
  readonly sold: readonly number[];
}

const ZONES = 5;
/** Half of the fan that the hall opens to, in radians. */
const FAN = (80 * Math.PI) / 180;
const PITCH = 52;
const DEPTH = 95;
const AISLE = 150;
const FIRST_ROW = 1800;

/** A fan of sections around a stage, tier behind tier, every row an arc; five zones from the front to the back, a fifth sold. */
export function createHall(seats: number): HallData {
  const [rows, perRow] = seats < 2000 ? [10, 20] : [20, 25];
  const sections = placeSections(seats / (rows * perRow), rows, perRow);
  const plan: PlanSource = {
    format: 'foyer-plan/1',
    id: `waaier-${seats}`,
    version: 1,
    name: { nl: 'Waaier' },
    zones: Array.from({ length: ZONES }, (_, zone) => ({ id: `rang-${zone + 1}`, name: { nl: `Rang ${zone + 1}` } })),
    floors: [{ id: 'zaal', name: { nl: 'Zaal' } }],
    sections,
    decor: [{ kind: 'stage', name: { nl: 'Podium' }, box: [-900, -300, 1800, 900] }],
  };
  const sold = Array.from({ length: seats }, (_, seat) => seat).filter(isSold);
  return { plan, sold, status: statusOf(plan, sold), performance: performanceOf(plan, seats) };
}

function placeSections(count: number, rows: number, perRow: number): SectionSource[] {
  const sections: SectionSource[] = [];
  for (let radius = FIRST_ROW; sections.length < count; radius += rows * DEPTH + AISLE) {
    const angle = (perRow * PITCH + AISLE) / radius;
    const here = Math.min(count - sections.length, Math.floor((2 * FAN) / angle));
    for (let index = 0; index < here; index += 1) {
      const at = (index - (here - 1) / 2) * angle;
      sections.push(section(sections.length, count, radius, at, rows, perRow));
    }
  }
  return sections;
}

function section(index: number, count: number, radius: number, at: number, rows: number, perRow: number) {
  const rounded = (length: number) => Math.round(length * 10) / 10;
  return {
    id: `V${index + 1}`,
    name: { nl: `Vak ${index + 1}` },
    zone: `rang-${Math.floor((index * ZONES) / count) + 1}`,
    blocks: [
      {
        rows: `1..${rows}`,
        seats: perRow,
        at: [rounded(radius * Math.sin(at)), rounded(radius * Math.cos(at))] as const,
        turn: rounded((-at * 180) / Math.PI),
        radius,
      },
    ],
  };
}

/** Seats are sold three and three, a fifth of them, without a pattern that could be packed. */
function isSold(seat: number): boolean {
  let mixed = Math.imul(Math.floor(seat / 3) + 1, 0x9e37_79b1);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x85eb_ca6b);
  return (mixed ^ (mixed >>> 13)) >>> 0 < 0.2 * 2 ** 32;
}

function statusOf({ id, version }: PlanSource, sold: readonly number[]): SeatStatus {
  return { cursor: '1', plan: { id, version }, seats: { sold: writeRuns(sold) }, areas: {} };
}

function performanceOf(plan: PlanSource, seats: number): Performance {
  return {
    id: 'avond',
    title: { nl: 'Avond' },
    genre: 'concert',
    startsAt: '2027-01-16T19:00:00.000Z',
    hall: { id: plan.id, name: plan.name },
    state: 'on-sale',
    priceFrom: { cents: 1800, currency: 'EUR' },
    availability: { level: 'available', free: Math.round(seats * 0.8), capacity: seats },
    plan: { id: plan.id, version: 1, href: `plans/${plan.id}/1` },
    prices: plan.zones.map(({ id }, zone) => ({
      zone: id,
      priceType: 'adult',
      price: { cents: 4200 - zone * 600, currency: 'EUR' as const },
      fee: { cents: 100, currency: 'EUR' as const },
    })),
    maxPlacesPerCart: 10,
    seatRules: { singleSeat: 'strict', wheelchair: 'protected' },
  };
}
