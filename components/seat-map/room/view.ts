import { html, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import type { ImageFile } from '../../../sdk/client/client.ts';
import type { SectionView } from '../../../sdk/model/seating-plan/types.ts';
import type { Result } from '../../../sdk/stores/types.ts';
import type { Translation } from '../../translations/index.ts';

export interface View {
  readonly view: SectionView;
  /** The same in words. */
  readonly text: string;
  readonly words: Translation['seatRoom'];
  /** Where the plan's paths start, `/views/stalls.svg` too: the centre's API; the page's own address without it. */
  readonly baseUrl: string | undefined;
  /** Reads an image where the page does not show it by its address. */
  readonly read: ReadImage | undefined;
}

export type ReadImage = (address: string) => Promise<Result<ImageFile>>;

/** What one sees from a part of the hall, as an image and in words. */
export function renderView({ view, text, words, baseUrl, read }: View): TemplateResult {
  const isPathOfCentre = baseUrl && /^\/(?!\/)/.test(view.image);
  const image = isPathOfCentre ? `.${view.image}` : view.image;
  const address = new URL(image, baseUrl ? `${baseUrl}/` : document.baseURI).href;
  return html`
    <figure>
      ${guard([address], () => html`<img alt="" src=${address} @error=${(event: Event) => void drawInstead(event, words, read)} />`)}
      <figcaption>${text}</figcaption>
    </figure>
  `;
}

/**
 * A page may allow images of its own origin only. What it lets our elements ask for, they can also draw: photos are
 * shown so. A sketch cannot be drawn this way; it is shown where the page allows `data:` images, and in words elsewhere.
 */
async function drawInstead(
  { target }: Event,
  words: Translation['seatRoom'],
  read: ReadImage | undefined,
): Promise<void> {
  const image = target as HTMLImageElement;
  try {
    const file = await read?.(image.src);
    const blob = new Blob(file?.data ? [file.data.bytes] : [], { type: file?.data?.type ?? '' });
    image.replaceWith(blob.type.startsWith('image/svg') ? await sketch(blob) : await photo(blob));
  } catch {
    const sorry = document.createElement('p');
    sorry.className = 'quiet';
    sorry.textContent = words.imageFailed;
    image.replaceWith(sorry);
  }
}

async function photo(blob: Blob): Promise<HTMLCanvasElement> {
  const bitmap = await createImageBitmap(blob);
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [bitmap.width, bitmap.height];
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0);
  return canvas;
}

/** As an image, so that nothing in it can run. */
async function sketch(blob: Blob): Promise<HTMLImageElement> {
  const image = new Image();
  image.alt = '';
  image.src = `data:image/svg+xml,${encodeURIComponent(await blob.text())}`;
  await image.decode();
  return image;
}
