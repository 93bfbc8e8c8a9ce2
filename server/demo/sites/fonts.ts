import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { html } from 'hono/html';
import type { Html } from './page.ts';

/** A font that a site of the demo serves itself, so that it looks the same everywhere and asks nobody else. */
export interface Font {
  /** As the site's styles name it. */
  readonly family: string;
  /** Where the package keeps it: a woff2 with all weights in it, for the letters of our four languages. */
  readonly file: string;
  readonly italic?: true;
  /** How narrow and how wide it can be, where it can, in per cent. */
  readonly stretch?: string;
}

const nameOf = ({ file }: Font): string => basename(file);

/** Its address on the site. */
const pathOf = (font: Font): string => `/fonts/${nameOf(font)}`;

const readFont = ({ file }: Font): Uint8Array<ArrayBuffer> =>
  new Uint8Array(readFileSync(new URL(import.meta.resolve(file))));

/** The files by the name that the site gives them. */
export const fontFiles = (fonts: readonly Font[]): ReadonlyMap<string, Uint8Array<ArrayBuffer>> =>
  new Map(fonts.map((font) => [nameOf(font), readFont(font)]));

/** What a site's styles begin with. Letters that are late stay away from that page, so that nothing on it moves. */
export const fontFaces = (fonts: readonly Font[]): string =>
  fonts
    .map(
      (font) =>
        `@font-face{font-family:"${font.family}";src:url(${pathOf(font)}) format("woff2");font-weight:100 900;` +
        `font-style:${font.italic ? 'italic' : 'normal'};${font.stretch ? `font-stretch:${font.stretch};` : ''}font-display:optional}\n`,
    )
    .join('');

/** Asks for the fonts with the page, rather than when its first letter is set. */
export const fontPreloads = (fonts: readonly Font[]): Html =>
  html`${fonts.map((font) => html`<link rel="preload" as="font" type="font/woff2" crossorigin href="${pathOf(font)}">`)}`;
