import { html, type TemplateResult } from 'lit';

/** What is drawn of a QR: the modules, in a frame that holds the quiet zone. */
interface QrDrawing {
  readonly viewBox: string;
  readonly path: string;
}

/**
 * Reads a centre's QR, an SVG whose last path is the dark modules. Only numbers and move commands are taken over: it
 * is drawn anew, because an image from a blob or data address would ask the host page to allow those in its
 * Content-Security-Policy, and putting foreign markup into the page is what Trusted Types are there to prevent.
 */
export function readQr(svg: string): QrDrawing | null {
  const viewBox = /\sviewBox="([-\d. ]+)"/.exec(svg)?.[1];
  const path = [...svg.matchAll(/<path\s[^>]*?\bd="([MmHhVvLlZz\d\s,.-]+)"/g)].at(-1)?.[1];
  return viewBox && path ? { viewBox, path } : null;
}

/** Draws a QR; `name` says whose it is to people who do not see it. */
export function drawQr({ viewBox, path }: QrDrawing, name: string): TemplateResult {
  return html`
    <svg class="qr" part="qr" role="img" aria-label=${name} viewBox=${viewBox} shape-rendering="crispEdges">
      <path d=${path} fill="currentColor"></path>
    </svg>
  `;
}
