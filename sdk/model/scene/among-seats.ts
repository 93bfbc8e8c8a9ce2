import type { Camera, View } from './camera.ts';
import type { Scene } from './scene.ts';

/** How far from the middle of what is seen the nearest seat may be, as a share of its shorter side. */
const ROOM = 1 / 8;

/** The camera moved no further than needed for a seat to be near the middle: coming nearer never ends between balconies. */
export function amongSeats(camera: Camera, view: View, { count, x, y }: Scene): Camera {
  let [dx, dy, least] = [0, 0, Number.POSITIVE_INFINITY];
  for (let seat = 0; seat < count; seat += 1) {
    const [right, down] = [(x[seat] ?? 0) - camera.x, (y[seat] ?? 0) - camera.y];
    const distance = right * right + down * down;
    if (distance < least) [dx, dy, least] = [right, down, distance];
  }
  const room = (Math.min(view.width, view.height) * ROOM) / camera.scale;
  if (count === 0 || least <= room * room) return camera;
  const share = 1 - room / Math.sqrt(least);
  return { x: camera.x + dx * share, y: camera.y + dy * share, scale: camera.scale };
}
