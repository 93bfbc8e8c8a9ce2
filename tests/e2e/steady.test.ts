import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page, Request } from 'playwright-core';
import type { PerformanceList } from '../../sdk/contract/index.ts';
import { silentLog } from '../../server/adapters/log.ts';
import { type Demo, startDemo } from '../../server/demo/main.ts';
import { begin, type Kept } from '../bench/elements/begun.ts';
import { type Front, openFront } from '../bench/elements/front.ts';
import { pageOf } from '../bench/elements/page.ts';
import { watch } from '../bench/elements/probe.ts';
import { SUBJECTS, type Subject } from '../bench/elements/subjects.ts';
import { openBrowser, SIZES } from '../harness/visitor.ts';

const WINDOWS = ['phone', 'desktop'] as const;

/** What is laid out otherwise in a wide window; so is all that was begun. */
const WIDE = ['calendar', 'voucher'];

/** What is as high on a first visit as the room that is kept for it, or takes none: the page around it need not be tall. */
const SMALL_AT_FIRST = ['cart', 'ticket-types', 'checkout', 'order', 'buy-button'];

interface Visit {
  readonly size: (typeof WINDOWS)[number];
  /** Whether the page's main part is as tall as its window. */
  readonly tall: boolean;
  /** What the browser has from before. */
  readonly kept?: Kept | undefined;
}

describe('an element that comes to life moves nothing', { concurrency: 2 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'foyer-steady-'));
  const pages = new Map<string, string>();
  const kept = new Map<string, Kept>();
  let demo: Demo;
  let front: Front;
  let browser: Browser;
  let centre = '';
  let performance = '';

  before(async () => {
    let behind = '';
    front = await openFront({
      behind: () => behind,
      file: (path) => {
        const body = pages.get(path);
        return body === undefined ? undefined : { type: 'text/html', body };
      },
    });
    demo = await startDemo({
      ...{ port: 0, dataFolder: join(folder, 'data'), log: silentLog, say: () => {}, guests: [front.url] },
    });
    behind = new URL(demo.urls.index).origin;
    centre = `${front.url}/centres/de-lantaarn`;
    const { performances } = (await (await fetch(`${centre}/performances`)).json()) as PerformanceList;
    const inHall = performances.filter(({ hall, state }) => hall.id === 'schouwburg' && state === 'on-sale');
    performance = inHall.sort((one, other) => other.availability.free - one.availability.free)[0]?.id ?? '';
    // One after another: each takes the first two seats that are free.
    for (const size of WINDOWS)
      for (const { name, begun } of SUBJECTS)
        if (begun)
          kept.set(name + size, await begin({ centre, performance, told: null, painted: new Map(), long: [] }, begun));
    browser = await openBrowser();
  });
  after(async () => {
    await browser?.close();
    front?.stop();
    await demo?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  for (const size of WINDOWS)
    for (const subject of size === 'phone'
      ? SUBJECTS
      : SUBJECTS.filter(({ name, begun }) => begun || WIDE.includes(name)))
      it(`${subject.name} with its page, ${subject.begun ?? 'at first'} (${size})`, async () => {
        assert.deepEqual(await shiftsOf(subject, { size, tall: true, kept: kept.get(subject.name + size) }), []);
      });

  for (const subject of SUBJECTS.filter(({ name }) => SMALL_AT_FIRST.includes(name)))
    it(`${subject.name} between other things, on a first visit`, async () => {
      assert.deepEqual(await shiftsOf(subject, { size: 'phone', tall: false }), []);
    });

  /** What moved, and from where to where, from the first moment until nothing is asked for any more. */
  async function shiftsOf(subject: Subject, { size, tall, kept = {} }: Visit): Promise<string[]> {
    const path = `/steady/${subject.name}/${size}/${tall ? 'tall' : 'low'}`;
    pages.set(path, pageOf(subject, { centre, performance, tall }));
    const context = await browser.newContext({ viewport: SIZES[size], locale: 'nl-BE', hasTouch: size === 'phone' });
    const page = await context.newPage();
    await page.addInitScript(watch);
    await page.addInitScript((entries) => Object.assign(localStorage, entries), kept);
    // Each answer comes in a frame of its own.
    const network = await context.newCDPSession(page);
    await network.send('Network.emulateNetworkConditions', {
      ...{ offline: false, latency: 100, downloadThroughput: -1, uploadThroughput: -1 },
    });
    const isQuiet = quietOf(page);
    await page.goto(front.url + path);
    await page.waitForFunction((tag) => document.querySelector(tag)?.matches(':defined'), `foyer-${subject.name}`);
    if (tall || subject.room) await page.waitForFunction(() => seen.shown > 0);
    do await page.evaluate(settle);
    while (!isQuiet());
    const { shifts } = await page.evaluate(() => seen);
    await context.close();
    return shifts;
  }
});

/** Whether all that the page asked for is there; what is live stays open. */
function quietOf(page: Page): () => boolean {
  const open = new Set<unknown>();
  page.on('request', (request) => request.headers().accept === 'text/event-stream' || open.add(request));
  const done = (request: Request) => open.delete(request);
  page.on('requestfinished', done).on('requestfailed', done);
  return () => open.size === 0;
}

/** In the page: resolves when all elements have drawn what they know, and what they would ask for next is asked. */
async function settle(): Promise<void> {
  for (const element of document.querySelectorAll('*')) if ('updateComplete' in element) await element.updateComplete;
  for (let frame = 0; frame < 12; frame += 1) await new Promise(requestAnimationFrame);
}
