import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { drawQr, drawQrPng } from '../../../../server/adapters/tickets/index.ts';
import { printableTicket } from '../../../harness/order.ts';
import { readPng, scanPng } from '../../../harness/scan.ts';

const { code } = printableTicket(12);

describe('the QR of a ticket', () => {
  it('as PNG is read by a scanner', async () => {
    assert.equal(scanPng(await drawQrPng(code)), code);
  });

  it('as PNG has four modules of quiet around it', async () => {
    const { data, width } = readPng(await drawQrPng(code));
    const dark = (x: number, y: number) => data[(y * width + x) * 4]! < 128;
    const start = Array.from({ length: width }, (_, at) => at).find((at) => dark(at, at))!;
    const finder = Array.from({ length: width }, (_, at) => at).find((at) => at > start && !dark(at, start))! - start;
    assert.equal(start / (finder / 7), 4);
  });

  it('as SVG is an image by itself: dark on a white ground, without script, style or address', () => {
    const svg = drawQr(code);
    assert.match(svg, /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" viewBox="-4 -4 \d+ \d+"/);
    assert.match(svg, /fill="#fff"/);
    assert.doesNotMatch(svg, /<script|style=|href|url\(/);
  });

  it('as SVG draws the same modules as the PNG', async () => {
    const { data, width } = readPng(await drawQrPng(code));
    const edge = Number(/viewBox="-4 -4 (\d+)/.exec(drawQr(code))![1]);
    const scale = width / edge;
    const dark = new Set<string>();
    for (const [, x, y, length] of drawQr(code).matchAll(/M(\d+) (\d+)h(\d+)v1/g)) {
      for (let step = 0; step < Number(length); step += 1) dark.add(`${Number(x) + step},${y}`);
    }
    for (let y = 0; y < edge - 8; y += 1) {
      for (let x = 0; x < edge - 8; x += 1) {
        const at = (Math.round((y + 4.5) * scale) * width + Math.round((x + 4.5) * scale)) * 4;
        assert.equal(dark.has(`${x},${y}`), data[at]! < 128, `module ${x},${y}`);
      }
    }
  });
});
