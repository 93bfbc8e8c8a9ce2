import type { Line } from '../../contract/index.ts';
import type { Result } from '../types.ts';
import { type Desk, DONE, give, lacking, linesOf, looseOf, release, takeIn } from './verbs.ts';

/** A performance whose places are being chosen by hand. */
export interface Followed {
  readonly reference: string;
  /** Places that were loose before, which the visitor meant for others. */
  readonly before: ReadonlySet<string>;
  /** Who was moved to another place, the longest ago first. */
  moved: readonly string[];
}

export const followedFrom = (desk: Desk, reference: string): Followed => ({
  reference,
  before: new Set(looseOf(desk, reference).map(({ id }) => id)),
  moved: [],
});

/** Places that were chosen by hand and nobody has yet. */
export const freshOf = (desk: Desk, { reference, before }: Followed): readonly Line[] =>
  looseOf(desk, reference).filter(({ id }) => !before.has(id));

/**
 * Gives places that were chosen by hand to who lacks the performance. When all have it, they move: the one who was moved
 * the longest ago, or not at all, goes to the new place, and gives the old one back.
 */
export async function settle(desk: Desk, followed: Followed): Promise<Result<unknown>> {
  const { reference } = followed;
  const fresh = freshOf(desk, followed);
  const now = desk.now();
  if (!now || fresh.length === 0) return DONE;
  if (lacking(now, reference).length > 0) return takeIn(desk, reference, fresh);
  const turn = (id: string) => followed.moved.indexOf(id);
  const there = now.holders.filter(({ chosen }) => chosen.some((one) => one.reference === reference));
  const moving = [...there].sort((a, b) => turn(a.id) - turn(b.id)).slice(0, fresh.length);
  const given = moving.flatMap(({ id }, at): [string, string][] => (fresh[at] ? [[id, fresh[at].id]] : []));
  const left = moving.flatMap(({ id }) => linesOf(now, id, reference));
  const told = await give(desk, given);
  if (told.error) return told;
  const ids = moving.map(({ id }) => id);
  followed.moved = [...followed.moved.filter((id) => !ids.includes(id)), ...ids];
  return release(desk, left);
}
