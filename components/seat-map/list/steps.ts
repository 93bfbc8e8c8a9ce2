import { nearestOfRow, type Scene } from '../../../sdk/model/scene/index.ts';

/** The button of the seat that a key leads to from the seat by this id; undefined when the key means nothing here. */
export function stepInList(
  list: HTMLElement,
  scene: Scene,
  from: string,
  { key, shiftKey, altKey, ctrlKey, metaKey }: KeyboardEvent,
  isFree: (seat: number) => boolean,
): HTMLElement | undefined {
  if (altKey || ctrlKey || metaKey) return undefined;
  const isFreeButton = ({ dataset }: HTMLElement) => isFree(scene.indexOf.get(dataset.seat ?? '') ?? -1);
  const all = [...list.querySelectorAll<HTMLElement>('[data-seat]')];
  const at = all.findIndex(({ dataset }) => dataset.seat === from);
  const row = [...(all[at]?.closest('.seats')?.querySelectorAll<HTMLElement>('[data-seat]') ?? [])];
  const place = row.findIndex(({ dataset }) => dataset.seat === from);
  switch (key) {
    case 'ArrowLeft':
      return row[place - 1];
    case 'ArrowRight':
      return row[place + 1];
    case 'Home':
      return row[0];
    case 'End':
      return row.at(-1);
    case 'ArrowUp':
      return nextRow(all.slice(0, at).reverse(), scene, from);
    case 'ArrowDown':
      return nextRow(all.slice(at), scene, from);
    case 'f':
    case 'F':
      return shiftKey ? all.slice(0, at).findLast(isFreeButton) : all.slice(at + 1).find(isFreeButton);
    default:
      return undefined;
  }
}

/** The seat straight ahead or behind in the nearest row whose seats are shown. */
function nextRow(seats: readonly HTMLElement[], scene: Scene, from: string): HTMLElement | undefined {
  const seat = scene.indexOf.get(from) ?? 0;
  const rowOf = ({ dataset }: HTMLElement) => scene.row[scene.indexOf.get(dataset.seat ?? '') ?? 0] ?? 0;
  const other = seats.find((button) => rowOf(button) !== scene.row[seat]);
  if (!other) return undefined;
  const id = scene.plan.seats[nearestOfRow(scene, rowOf(other), seat)]?.id;
  return seats.find(({ dataset }) => dataset.seat === id) ?? other;
}
