import { createRequire } from 'node:module';
import { PNG } from 'pngjs';

type Scanner = (pixels: Uint8ClampedArray, width: number, height: number) => { readonly data: string } | null;

// jsqr is CommonJS, and its types promise a default export that Node does not unwrap.
const { default: jsQr } = createRequire(import.meta.url)('jsqr') as { default: Scanner };

/** Pixels of a PNG, four bytes each. */
export function readPng(bytes: Uint8Array): { width: number; height: number; data: Uint8Array } {
  return PNG.sync.read(Buffer.from(bytes));
}

/** What a QR scanner reads in a picture of RGBA pixels, or null. */
export function scan(pixels: Uint8Array | Uint8ClampedArray, width: number, height: number): string | null {
  return jsQr(Uint8ClampedArray.from(pixels), width, height)?.data ?? null;
}

/** What a QR scanner reads in a PNG, or null. */
export function scanPng(bytes: Uint8Array): string | null {
  const { data, width, height } = readPng(bytes);
  return scan(data, width, height);
}
