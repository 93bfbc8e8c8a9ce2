import { type Engine, type Placing, type PreparedHall, panned, placeWhole, zoomed } from '../engine.ts';
import { createIndex, expand, type Seats } from './raw-seats.ts';
import { splat } from './raw-splat.ts';

const TILE = 256;
/** Pixels in kept tiles, counted in whole views. */
const KEPT_VIEWS = 2.5;
const FINEST_TOUCH_RATIO = 2;
const REACH = 12;

/**
 * The practical limit: raw canvas at its best, for one purpose. Pixels are written directly; a zoom paints the view
 * anew, a pan moves tiles of the exact scale by whole pixels and paints only those that were not there. No words, no
 * rows by name, no keys, nothing for assistive technology, no resizing.
 */
export function create(hall: PreparedHall): Engine {
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d', { alpha: false });
  const coarse = matchMedia('(pointer: coarse)').matches;
  const ratio = coarse ? Math.min(devicePixelRatio, FINEST_TOUCH_RATIO) : devicePixelRatio;
  const tiles = new Map<string, HTMLCanvasElement>();
  const spare: HTMLCanvasElement[] = [];
  let seats: Seats;
  let nearest: ReturnType<typeof createIndex> | undefined;
  let at: Placing = { scale: 1, x: 0, y: 0 };
  let picture: ImageData;
  let tilePicture: ImageData | undefined;
  let hovered = -1;

  const finer = ({ scale, x, y }: Placing): Placing => ({ scale: scale * ratio, x: x * ratio, y: y * ratio });
  const snapped = (): Placing => {
    const { scale, x, y } = finer(at);
    return { scale, x: Math.round(x), y: Math.round(y) };
  };

  function paintAll(): void {
    const { width, height } = canvas;
    splat(seats, new Uint32Array(picture.data.buffer), width, height, snapped());
    context?.putImageData(picture, 0, 0);
  }

  function dropTiles(): void {
    spare.push(...tiles.values());
    tiles.clear();
  }

  function paintTiles(): void {
    const { x, y } = snapped();
    for (let top = Math.floor(-y / TILE); top * TILE + y < canvas.height; top += 1) {
      for (let left = Math.floor(-x / TILE); left * TILE + x < canvas.width; left += 1) {
        context?.drawImage(tileAt(left, top), left * TILE + x, top * TILE + y);
      }
    }
  }

  function tileAt(left: number, top: number): HTMLCanvasElement {
    const key = `${left},${top}`;
    const known = tiles.get(key);
    if (known) return known;
    const tile = spare.pop() ?? newTile();
    tilePicture ??= new ImageData(TILE, TILE);
    const { scale } = snapped();
    const pixels = new Uint32Array(tilePicture.data.buffer);
    splat(seats, pixels, TILE, TILE, { scale, x: -left * TILE, y: -top * TILE });
    tile.getContext('2d', { alpha: false })?.putImageData(tilePicture, 0, 0);
    tiles.set(key, tile);
    const most = (KEPT_VIEWS * canvas.width * canvas.height) / TILE ** 2;
    for (const [old, unused] of tiles) {
      if (tiles.size <= most) break;
      tiles.delete(old);
      spare.push(unused);
    }
    return tile;
  }

  return {
    data: { plan: hall.plan, sold: hall.sold },
    show(box) {
      seats = expand(hall.plan, hall.sold);
      canvas.width = Math.round(box.clientWidth * ratio);
      canvas.height = Math.round(box.clientHeight * ratio);
      canvas.style.setProperty('width', `${box.clientWidth}px`);
      picture = new ImageData(canvas.width, canvas.height);
      at = placeWhole(hall, box.clientWidth, box.clientHeight);
      paintAll();
      box.append(canvas);
      canvas.addEventListener('pointermove', ({ offsetX, offsetY }) => {
        nearest ??= createIndex(seats);
        hovered = nearest((offsetX - at.x) / at.scale, (offsetY - at.y) / at.scale, REACH / at.scale);
        canvas.dataset.hovered = String(hovered);
      });
    },
    view: () => canvas.getBoundingClientRect(),
    pan(dx, dy) {
      at = panned(at, dx, dy);
      paintTiles();
    },
    zoom(factor, x, y) {
      at = zoomed(at, factor, x, y);
      dropTiles();
      paintAll();
    },
    change(changes) {
      for (const { seat, sold } of changes) seats.sold[seat] = Number(sold);
      dropTiles();
      paintAll();
    },
  };
}

function newTile(): HTMLCanvasElement {
  const tile = document.createElement('canvas');
  tile.width = tile.height = TILE;
  return tile;
}
