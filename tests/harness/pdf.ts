import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { getDocument, OPS, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { scan } from './scan.ts';

const require = createRequire(import.meta.url);
const FONTS = `${join(dirname(require.resolve('pdfjs-dist/package.json')), 'standard_fonts')}/`;

/** A page as somebody sees, scans and hears it. */
export interface ReadPage {
  readonly text: string;
  /** What a scanner reads in the largest black drawing of the page. */
  readonly qr: string | null;
  /** The roles by which assistive technology knows the page's parts, in reading order. */
  readonly roles: readonly string[];
}

/** Reads a PDF the way a viewer does. */
export async function readPdf(bytes: Uint8Array): Promise<{ title: string; language: string; pages: ReadPage[] }> {
  const task = getDocument({ data: Uint8Array.from(bytes), standardFontDataUrl: FONTS, verbosity: 0 });
  const document = await task.promise;
  const { info } = (await document.getMetadata()) as { info: { Title?: string; Language?: string } };
  const pages: ReadPage[] = [];
  for (let number = 1; number <= document.numPages; number += 1)
    pages.push(await readPage(await document.getPage(number)));
  await task.destroy();
  return { title: info.Title ?? '', language: info.Language ?? '', pages };
}

async function readPage(page: PDFPageProxy): Promise<ReadPage> {
  const { items } = await page.getTextContent();
  const tree = (await page.getStructTree()) as { children: { role?: string }[] };
  return {
    text: items.map((item) => ('str' in item ? item.str : '')).join('\n'),
    qr: await scanQr(page),
    roles: tree.children.map(({ role }) => role ?? ''),
  };
}

/** Draws the longest filled path of the page in black on white, a few pixels a module, and lets a scanner look at it. */
async function scanQr(page: PDFPageProxy): Promise<string | null> {
  const { fnArray, argsArray } = await page.getOperatorList();
  const paths = argsArray
    .filter((_, index) => fnArray[index] === OPS.constructPath)
    .map(([, [points]]) => boxesOf(points as Float32Array));
  const boxes = paths.sort((a, b) => b.length - a.length)[0] ?? [];
  const side = 600;
  const quiet = 40;
  const left = Math.min(...boxes.map((box) => box.left));
  const top = Math.min(...boxes.map((box) => box.top));
  const width = Math.max(...boxes.map((box) => box.right)) - left;
  const pixel = (length: number) => quiet + Math.round((length / width) * (side - 2 * quiet));
  const image = new Uint8ClampedArray(side * side * 4).fill(255);
  for (const box of boxes) {
    for (let y = pixel(box.top - top); y < pixel(box.bottom - top); y += 1) {
      for (let x = pixel(box.left - left); x < pixel(box.right - left); x += 1)
        image.fill(0, (y * side + x) * 4, (y * side + x) * 4 + 3);
    }
  }
  return scan(image, side, side);
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Corners of every rectangle in a path of pdf.js: 0 x y starts one, 1 x y is a line, 4 closes it. */
function boxesOf(path: Float32Array): Box[] {
  const boxes: Box[] = [];
  let xs: number[] = [];
  let ys: number[] = [];
  for (let at = 0; at < path.length; ) {
    if (path[at] === 4) {
      boxes.push({ left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs), bottom: Math.max(...ys) });
      [xs, ys] = [[], []];
      at += 1;
    } else {
      xs.push(path[at + 1]!);
      ys.push(path[at + 2]!);
      at += 3;
    }
  }
  return boxes;
}
