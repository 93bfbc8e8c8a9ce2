import type { Scene } from '../../../sdk/model/scene/index.ts';
import type { Bounds } from '../../../sdk/model/seating-plan/types.ts';

/** Room around suggested seats, in seats: enough of the hall to see where they are. */
const AROUND = 6;

/** What has to be seen of a hall to know where some seats are. */
export function boxAround({ x, y, pitch }: Scene, seats: readonly number[]): Bounds {
  const xs = seats.map((seat) => x[seat] ?? 0);
  const ys = seats.map((seat) => y[seat] ?? 0);
  const room = pitch * AROUND;
  const [left, top] = [Math.min(...xs) - room, Math.min(...ys) - room];
  return { x: left, y: top, width: Math.max(...xs) + room - left, height: Math.max(...ys) + room - top };
}
