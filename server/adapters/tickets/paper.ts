import { toWinAnsi } from './win-ansi.ts';

export const INK = '#1b1b1f';
export const QUIET = '#5c5c66';
export const HAIRLINE = '#c9c9d1';
export const REGULAR = 'Helvetica';
export const BOLD = 'Helvetica-Bold';

/** How a text is set. Measures are in points. */
export interface Saying {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** Cut off with an ellipsis below this; one line when absent. */
  readonly height?: number;
  readonly size: number;
  readonly font?: string;
  readonly ink?: string;
  readonly align?: 'right';
  readonly tag?: 'H1' | 'H2' | 'P';
}

/** Sets a text in its box, never outside it, and tells assistive technology what it is. */
export function say(doc: PDFKit.PDFDocument, text: string, saying: Saying): void {
  const { x, y, width, size, height = size * 1.3, font = REGULAR, ink = INK, align = 'left', tag = 'P' } = saying;
  const shown = toWinAnsi(text);
  if (shown === '') return;
  const element = doc.struct(tag, {}, () => {
    doc.font(font).fontSize(size).fillColor(ink).text(shown, x, y, { width, height, align, ellipsis: true });
  });
  doc.addStructure(element);
}

/** Draws what says nothing, so that assistive technology passes over it. */
export function artifact(doc: PDFKit.PDFDocument, draw: () => void): void {
  doc.markContent('Artifact', { type: 'Layout' });
  draw();
  doc.endMarkedContent();
}
