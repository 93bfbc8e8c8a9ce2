import { beside } from '../seat-choice/benches.ts';
import { isAtAisle, reachCost } from './score.ts';
import type { Found, Search } from './search.ts';

/** So many seats in the midst are tried, the best first; and so many steps in all. Small halls are searched whole. */
const ANCHORS = 64;
const STEPS = 200_000;

/** The best seats near each other when there is no room together: as near as possible around one good seat. */
export function nearby(search: Search, places: number): Found | null {
  const { hall, open, worth, aisle } = search;
  const anchors: number[] = [];
  for (let seat = 0; seat < open.length; seat += 1) {
    if (open[seat] === 1 && (!aisle || isAtAisle(hall.scene, [seat]))) anchors.push(seat);
  }
  anchors.sort((a, b) => (worth[b] ?? 0) - (worth[a] ?? 0) || a - b);
  const budget = { steps: STEPS };
  let best: Found | null = null;
  for (const anchor of anchors.slice(0, ANCHORS)) {
    const found = around(search, [anchor], places, best?.worth, budget);
    if (found && found.worth > (best?.worth ?? -Infinity)) best = found;
  }
  return best;
}

/**
 * The party that is nearest to its first seat: those that are fixed, and as many other seats as are missing. Null when
 * there is none that is worth more than `least`.
 */
export function around(
  search: Search,
  fixed: readonly number[],
  places: number,
  least = -Infinity,
  budget = { steps: STEPS },
): Found | null {
  const { hall, worth } = search;
  const [anchor = -1] = fixed;
  const worthWithin = (cost: number) => (worth[anchor] ?? 0) - cost;
  if (worthWithin(reachCost(hall.scene, anchor, fixed)) <= least) return null;
  let tried = Math.max(0, places - fixed.length - 1);
  for (const candidates of wideningCircles(search, anchor, places)) {
    while (tried < candidates.length || places === fixed.length) {
      tried += 1;
      const last = candidates[tried - 1];
      if (last !== undefined && worthWithin(reachCost(hall.scene, anchor, [last])) <= least) return null;
      budget.steps -= tried;
      const seats = complete(search, fixed, candidates.slice(0, tried), places, budget);
      if (seats) return { seats, worth: worthWithin(reachCost(hall.scene, anchor, seats)) };
      if (budget.steps <= 0 || places === fixed.length) return null;
    }
  }
  return null;
}

/** Open seats around one, nearest first; every time those of a circle twice as wide, until it holds all of them. */
function* wideningCircles({ hall: { scene }, open }: Search, anchor: number, places: number): Generator<number[]> {
  const { x, y, rowBoxes, plan, bounds, pitch } = scene;
  const [atX, atY] = [x[anchor] ?? 0, y[anchor] ?? 0];
  const all = Math.hypot(bounds.width, bounds.height);
  for (let reach = pitch * (places + 1); ; reach *= 2) {
    const near: { readonly seat: number; readonly far: number }[] = [];
    plan.rows.forEach(({ seats }, row) => {
      const box = row * 4;
      if ((rowBoxes[box] ?? 0) - atX > reach || (rowBoxes[box + 1] ?? 0) - atY > reach) return;
      if (atX - (rowBoxes[box + 2] ?? 0) > reach || atY - (rowBoxes[box + 3] ?? 0) > reach) return;
      for (const seat of seats) {
        const far = open[seat] === 1 ? Math.hypot((x[seat] ?? 0) - atX, (y[seat] ?? 0) - atY) : Infinity;
        if (far <= reach) near.push({ seat, far });
      }
    });
    yield near.sort((a, b) => a.far - b.far || a.seat - b.seat).map(({ seat }) => seat);
    if (reach > all) return;
  }
}

/**
 * Adds candidates, nearest first, until the party is complete. A seat that would be left alone has to be taken too:
 * no seats that are added later can help it. Where that makes the party too large, another seat is tried.
 */
function complete(
  search: Search,
  fixed: readonly number[],
  candidates: readonly number[],
  places: number,
  budget: { steps: number },
): number[] | null {
  const allowed = new Set([...fixed, ...candidates]);
  const from = (chosen: ReadonlySet<number>, index: number): number[] | null => {
    budget.steps -= 1;
    if (chosen.size > places || budget.steps <= 0) return null;
    if (chosen.size === places) return mayBe(search, chosen, budget) ? [...chosen] : null;
    for (let at = index; at < candidates.length && chosen.size + candidates.length - at >= places; at += 1) {
      const seat = candidates[at] ?? -1;
      if (chosen.has(seat)) continue;
      const more = withLonely(search, chosen, [seat], allowed);
      const found = more && from(more, at + 1);
      if (found) return found;
    }
    return null;
  };
  const begin = withLonely(search, new Set(), fixed, allowed);
  return begin && from(begin, 0);
}

/** The choice with these seats and all that they would leave alone; null when one of those cannot be had. */
function withLonely(
  { room, strandsRightly }: Search,
  chosen: ReadonlySet<number>,
  seats: readonly number[],
  allowed: ReadonlySet<number>,
): Set<number> | null {
  const all = new Set(chosen);
  const { benches, free, rule } = room;
  const isFree = (seat: number) => seat >= 0 && free[seat] === 1 && !all.has(seat);
  const waiting = [...seats];
  for (let seat = waiting.pop(); seat !== undefined; seat = waiting.pop()) {
    if (!allowed.has(seat)) return null;
    all.add(seat);
    if (strandsRightly || rule === 'off' || free[seat] === 0) continue;
    for (const step of [-1, 1] as const) {
      const lonely = beside(benches, seat, step);
      const next = lonely < 0 ? -1 : beside(benches, lonely, step);
      if (isFree(lonely) && !isFree(next) && (next >= 0 || rule === 'strict')) waiting.push(lonely);
    }
  }
  return all;
}

function mayBe({ strandsRightly, open }: Search, chosen: ReadonlySet<number>, budget: { steps: number }): boolean {
  if (!strandsRightly) return true;
  // It looks at the whole hall.
  budget.steps -= open.length / 10;
  return strandsRightly([...chosen]);
}
