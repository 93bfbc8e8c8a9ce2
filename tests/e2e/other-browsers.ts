/**
 * `npm run check-firefox` and `npm run check-webkit`: buy a ticket in a browser that is not Chromium, by its pointer and
 * keys, on the demo's strict pages (`default-src 'none'`, Trusted Types), and fail when it blocks or breaks anything. Not
 * among the tests of `npm test`, since these browsers need not be there; on Debian, `apt-get install firefox-esr` or
 * `apt-get install webkit2gtk-driver xvfb` brings them.
 */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PerformanceList } from '../../sdk/contract/index.ts';
import { silentLog } from '../../server/adapters/log.ts';
import { type Demo, startDemo } from '../../server/demo/main.ts';
import type { OtherBrowser } from '../harness/other-browsers/browser.ts';
import { openFirefox } from '../harness/other-browsers/firefox.ts';
import { type OtherVisitor, otherVisitor } from '../harness/other-browsers/visitor.ts';
import { openWebkit } from '../harness/other-browsers/webkit.ts';

const BROWSERS: Readonly<Record<string, () => Promise<OtherBrowser>>> = { firefox: openFirefox, webkit: openWebkit };

async function check(browser: OtherBrowser, { urls }: Demo): Promise<void> {
  const visitor = otherVisitor(browser);
  const [first] = urls.centres;
  assert.ok(first);
  await lookAt(browser, visitor, first.url, 'main a');
  await lookAt(browser, visitor, new URL('kalender', first.url).href, 'foyer-calendar');
  await lookAt(browser, visitor, new URL('abonnementen', first.url).href, 'foyer-subscription');
  await lookAt(browser, visitor, urls.cluster, 'foyer-programme');
  await buy(browser, visitor, first);
  assert.deepEqual(browser.complaints, [], `${browser.name} complains of nothing`);
  console.log(`${browser.name}: four pages and a whole purchase, and nothing was blocked.`);
  await proveThatItCanFail(browser, visitor);
}

/** The page is there, and what it has of Foyer shows something. */
async function lookAt(browser: OtherBrowser, { wait }: OtherVisitor, url: string, element: string): Promise<void> {
  await browser.open(url);
  const height = await wait(
    `location.href === '${url}' && (document.querySelector('${element}')?.getBoundingClientRect().height || '') + ''`,
  );
  assert.equal(await browser.read('typeof trustedTypes'), 'object', 'this browser has Trusted Types');
  console.log(`${url}: ${element} is ${Math.round(Number(height))} px high`);
}

const inside = (element: string, selector: string) =>
  `document.querySelector('${element}')?.shadowRoot?.querySelector('${selector}')`;

/** What has such words, in an element. */
const saying = (element: string, words: RegExp) =>
  `[...(document.querySelector('${element}')?.shadowRoot ?? document.body).querySelectorAll('button, a, label')].find((one) => ${words}.test(one.textContent.trim()))`;

/** Four free seats from the beginning of a row, all of them well in sight: two of them leave nobody alone. */
const FOUR_FREE = `(() => {
  const { left, right, top, bottom } = ${inside('foyer-seat-map', '.viewport')}.getBoundingClientRect();
  const isInSight = (seat) => {
    const box = seat.getBoundingClientRect();
    return box.left > left + 20 && box.right < right - 70 && box.top > top + 20 && box.bottom < bottom - 20;
  };
  const rows = [...${inside('foyer-seat-map', '.cells')}.querySelectorAll('[role=row]')];
  const firsts = rows.map((row) => [...row.querySelectorAll('[role=gridcell]')].slice(0, 4));
  const free = firsts.find((seats) => seats.length === 4 && seats.every((seat) => /, vrij$/.test(seat.ariaLabel) && isInSight(seat)));
  return free?.map((seat) => seat.dataset.seat).join(' ') ?? '';
})()`;

const isIn = (element: string, state: string) =>
  `document.querySelector('${element}')?.matches(':state(${state})') ? '${state}' : ''`;

/** A first press may only come nearer, as seats are too small to choose there. */
async function choose({ tap, wait }: OtherVisitor, seat: string): Promise<void> {
  const cell = inside('foyer-seat-map', `[role=gridcell][data-seat="${seat}"]`);
  const isChosen = `/door u gekozen/.test(${cell}?.ariaLabel) ? 'chosen' : ''`;
  for (const patience of [2_000, 2_000, 2_000, 30_000]) {
    await tap(cell);
    if (await wait(isChosen, patience).catch(() => '')) return;
  }
  throw new Error(`The seat ${seat} was pressed, and is not chosen.`);
}

/** Through every page of a purchase, until the tickets are there. */
async function buy(
  browser: OtherBrowser,
  visitor: OtherVisitor,
  { api, url }: { readonly api: string; readonly url: string },
): Promise<void> {
  const { tap, wait } = visitor;
  const { performances } = (await (await fetch(`${api}/performances`)).json()) as PerformanceList;
  const sold = performances.find(
    ({ hall, state, availability }) => hall.id === 'schouwburg' && state === 'on-sale' && availability.free > 200,
  );
  await browser.open(new URL(`voorstelling/${sold?.id}`, url).href);
  await wait(isIn('foyer-seat-map', 'ready'));
  await tap(saying('foyer-seat-map', /^Parterre/));
  await wait(`${inside('foyer-seat-map', '.viewport.near:not(:has(.cells.moving))')} ? 'near' : ''`);
  const seats = (await wait(FOUR_FREE)).split(' ').slice(0, 2);
  for (const seat of seats) await choose(visitor, seat);
  await tap(inside('foyer-checkout', 'input[type=email]'));
  await browser.type('an.peeters@voorbeeld.example');
  await tap(inside('foyer-checkout', 'form button[type=submit]'));
  await tap(saying('body', /^Bancontact/));
  await tap(`document.querySelector('input[value=paid]')`);
  await tap(`document.querySelector('button.button')`);
  await wait(isIn('foyer-order', 'paid'));
  const title = await browser.read(`${inside('foyer-order', '[part=title]')}.textContent.trim()`);
  console.log(`bought: ${title}`);
}

/** Whoever breaks the policy is seen: a check that cannot fail would tell nothing. */
async function proveThatItCanFail({ complaints, read }: OtherBrowser, { wait }: OtherVisitor): Promise<void> {
  await read(`(() => {
    document.addEventListener('securitypolicyviolation', () => { globalThis.wasBlocked = true; });
    const picture = document.createElement('img');
    picture.src = 'http://127.0.0.1:9/blocked.png';
    document.body.append(picture);
  })()`);
  await wait(`globalThis.wasBlocked ? 'blocked' : ''`);
  await wait(`'its report'`);
  assert.ok(
    complaints.some((text) => text.startsWith('img-src blocked')),
    'a breach is seen',
  );
}

const asked = process.argv[2] ?? '';
const open = BROWSERS[asked];
assert.ok(open, `which browser: ${Object.keys(BROWSERS).join(' or ')}?`);
const folder = mkdtempSync(join(tmpdir(), `foyer-${asked}-`));
const demo = await startDemo({ port: 0, dataFolder: folder, log: silentLog, say: () => {} });
try {
  const browser = await open();
  try {
    await check(browser, demo);
  } finally {
    await browser.stop();
  }
} finally {
  await demo.stop();
  rmSync(folder, { recursive: true, force: true });
}
