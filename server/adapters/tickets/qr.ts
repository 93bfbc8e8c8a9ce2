import bwip from 'bwip-js/node';
import type { QrDrawer } from '../../features/tickets/ports.ts';

/** Modules of quiet the standard asks around a QR. The error level is bwip-js's own, M: it restores 15 % of a scratched code. */
const QUIET_ZONE = 4;

/** A QR as horizontal bars of dark modules; the side and all measures are in modules, without quiet zone. */
export interface QrBars {
  readonly side: number;
  readonly bars: readonly { readonly x: number; readonly y: number; readonly width: number }[];
}

/** Lays out a code as a QR, for whoever draws it as vectors. */
export function layOutQr(code: string): QrBars {
  const [symbol] = bwip.raw('qrcode', code);
  if (!symbol || !('pixs' in symbol)) throw new Error('The QR could not be laid out.');
  const { pixs, pixx: side } = symbol;
  const bars: { x: number; y: number; width: number }[] = [];
  pixs.forEach((dark, index) => {
    if (!dark) return;
    const x = index % side;
    const last = bars.at(-1);
    const y = Math.floor(index / side);
    if (last && last.y === y && last.x + last.width === x) last.width += 1;
    else bars.push({ x, y, width: 1 });
  });
  return { side, bars };
}

/** Draws a code as a QR in SVG, dark on light whatever the page's colours, with its quiet zone. */
export const drawQr: QrDrawer = (code) => {
  const { side, bars } = layOutQr(code);
  const path = bars.map(({ x, y, width }) => `M${x} ${y}h${width}v1h-${width}z`).join('');
  const edge = side + 2 * QUIET_ZONE;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-${QUIET_ZONE} -${QUIET_ZONE} ${edge} ${edge}" shape-rendering="crispEdges">` +
    `<path fill="#fff" d="M-${QUIET_ZONE}-${QUIET_ZONE}h${edge}v${edge}h-${edge}z"/><path d="${path}"/></svg>`
  );
};

/** Draws a code as a QR in PNG with its quiet zone, for mail programs, which show no SVG. */
export async function drawQrPng(code: string): Promise<Uint8Array> {
  const scale = 3;
  // bwip-js counts a module as two units, for the scale and for the padding alike.
  const padding = QUIET_ZONE * 2;
  return bwip.toBuffer({ bcid: 'qrcode', text: code, scale, padding, backgroundcolor: 'ffffff' });
}
