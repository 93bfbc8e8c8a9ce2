import { sql } from 'kysely';
import type { Database } from '../../adapters/postgres/index.ts';
import { claimedPlace, type Offer } from '../catalogue/index.ts';
import type { OwnerAgreement } from '../network/reservations/parts.ts';

/** How many places of a zone there are, and how many the reseller could have now. */
export interface Vacancies {
  readonly free: number;
  readonly capacity: number;
}
export type VacancyReader = (offer: Offer, zone: string) => Vacancies;

/** Reads who has what in some performances, and tells of each zone what is left of it. */
export async function readVacancies(
  db: Database,
  agreement: OwnerAgreement,
  offers: readonly Offer[],
): Promise<VacancyReader> {
  const ids = offers.map(({ performance }) => performance.id);
  const [taken, own] = await Promise.all([readTaken(db, ids), readOwn(db, agreement, ids)]);
  return (offer, zone) => {
    const { id } = offer.performance;
    const house = new Set(offer.plan.houseSeats);
    const gone = (taken.get(id) ?? []).filter((place) => !house.has(place) && zoneOf(offer, place) === zone).length;
    const capacity = capacityOf(offer, zone);
    const { stock } = agreement.terms;
    const most = stock.kind === 'quota' ? Math.max(0, stock.places - (own.get(id) ?? 0)) : capacity;
    return { capacity, free: Math.max(0, Math.min(capacity - gone, most)) };
  };
}

const zoneOf = ({ plan }: Offer, place: string) => plan.place(claimedPlace(place))?.zone;

function capacityOf({ plan }: Offer, zone: string): number {
  const { seats, areas } = plan.scene().plan;
  const numbered = seats.filter((seat) => seat.zone === zone && seat.kind !== 'house').length;
  return areas.reduce((sum, area) => sum + (area.zone === zone ? area.capacity : 0), numbered);
}

async function readTaken(db: Database, performances: readonly string[]): Promise<ReadonlyMap<string, string[]>> {
  const { rows } = await sql<{ id: string; places: string[] }>`
    select performance_id as id, array_agg(place) as places from claim
    where performance_id = any(${performances}) and until > clock_timestamp() group by 1`.execute(db);
  return new Map(rows.map(({ id, places }) => [id, places]));
}

async function readOwn(
  db: Database,
  { id, terms }: OwnerAgreement,
  performances: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  if (terms.stock.kind !== 'quota') return new Map();
  const { rows } = await sql<{ id: string; count: number }>`
    select claim.performance_id as id, count(*) from claim join cart on cart.id = claim.cart_id
    where claim.performance_id = any(${performances}) and claim.until > clock_timestamp()
      and cart.address = ${`agreement:${id}`} group by 1`.execute(db);
  return new Map(rows.map(({ id, count }) => [id, Number(count)]));
}
