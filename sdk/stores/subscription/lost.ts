import type { Line } from '../../contract/index.ts';
import { holdRequestsFor } from '../../model/lines.ts';
import { looseLines } from '../../model/subscriptions/holders.ts';
import type { Holder } from '../../model/subscriptions/types.ts';
import type { Result } from '../types.ts';
import type { Added, LostPlace } from './types.ts';
import { addFor, type Desk, give } from './verbs.ts';

/** What these people had, and lost because time was up. */
export const lostBy = (holders: readonly Holder[]): readonly LostPlace[] =>
  holders.flatMap(({ id, chosen }) => chosen.map(({ line }) => ({ holder: id, line })));

/** Everything that was lost, performance by performance: the same places where they are free, wheelchair places too. */
export async function takeAgain(desk: Desk, lost: readonly LostPlace[]): Promise<Result<Added>> {
  const lines: Line[] = [];
  let overtaken = false;
  for (const [reference, places] of Map.groupBy(lost, ({ line }) => line.performance.id)) {
    const { data, error } = await takeBack(desk, reference, places);
    if (error) return { error };
    lines.push(...data.lines);
    overtaken ||= data.overtaken;
  }
  return { data: { lines, overtaken } };
}

async function takeBack(desk: Desk, reference: string, places: readonly LostPlace[]): Promise<Result<Added>> {
  const [request] = holdRequestsFor(places.map(({ line }) => line));
  const same = request && (await desk.shop.cart.hold(request));
  if (!same?.data) {
    const seats = places.map(({ line }) => line.place.id);
    const again = await addFor(
      desk,
      reference,
      places.map(({ holder }) => holder),
      seats,
    );
    return again.data ? { data: { ...again.data, overtaken: true } } : again;
  }
  const fresh = new Set(looseLines(desk.now()?.offers ?? [], same.data, reference));
  const given = places.flatMap(({ holder, line }): [string, string][] => {
    const back = [...fresh].find(({ place }) => place.id === line.place.id);
    if (!back) return [];
    fresh.delete(back);
    return [[holder, back.id]];
  });
  const told = await give(desk, given);
  if (told.error) return desk.fail(reference, told.error);
  desk.found(reference);
  const ids = new Set(given.map(([, line]) => line));
  return { data: { lines: told.data.lines.filter(({ id }) => ids.has(id)), overtaken: false } };
}
