/**
 * `npm run check-firefox`: buys a ticket in a real Firefox on the demo's strict pages (`default-src 'none'`, Trusted
 * Types), and fails when Firefox blocks or breaks anything. Not among the tests of `npm test`, since Firefox need not be
 * there; on Debian, `apt-get install firefox-esr` brings it.
 */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PerformanceList } from '../../sdk/contract/index.ts';
import { silentLog } from '../../server/adapters/log.ts';
import { type Demo, startDemo } from '../../server/demo/main.ts';
import { type Firefox, openFirefox } from '../harness/firefox.ts';

async function check(firefox: Firefox, { urls }: Demo): Promise<void> {
  const site = urls.centres[0]?.url ?? '';
  await lookAt(firefox, site, 'main a');
  await lookAt(firefox, new URL('kalender', site).href, 'foyer-calendar');
  await lookAt(firefox, new URL('abonnementen', site).href, 'foyer-subscription');
  await lookAt(firefox, urls.cluster, 'foyer-programme');
  await buy(firefox, site, urls.centres[0]?.api ?? '');
  assert.deepEqual(firefox.complaints, [], 'Firefox complains of nothing');
  console.log(`${firefox.name}: four pages and a whole purchase, and nothing was blocked.`);
  await proveThatItCanFail(firefox);
}

/** The page is there, and what it has of Foyer shows something. */
async function lookAt(firefox: Firefox, url: string, element: string): Promise<void> {
  await firefox.open(url);
  const height = await firefox.wait(
    `(document.querySelector('${element}')?.getBoundingClientRect().height || '') + ''`,
  );
  assert.equal(await firefox.read(`typeof trustedTypes`), 'object', 'this Firefox has Trusted Types');
  console.log(`${url}: ${element} is ${Math.round(Number(height))} px high`);
}

/** Presses what has such words, in an element or on the page. */
const press = (element: string, words: RegExp) => `(() => {
  const root = document.querySelector('${element}')?.shadowRoot ?? document.querySelector('${element}');
  const found = [...(root?.querySelectorAll('button, a, label') ?? [])].find((one) => ${words}.test(one.textContent.trim()));
  found?.click();
  return found ? 'pressed' : '';
})()`;

/** Four free seats in a row, from its beginning: two of them leave nobody alone. */
const FOUR_FREE = `(() => {
  const rows = [...document.querySelector('foyer-seat-map').shadowRoot.querySelectorAll('[role=row]')];
  const firsts = rows.map((row) => [...row.querySelectorAll('[role=gridcell]')].slice(0, 4));
  const free = firsts.find((seats) => seats.length === 4 && seats.every((seat) => /, vrij$/.test(seat.ariaLabel)));
  return free?.map((seat) => seat.dataset.seat).join(' ') ?? '';
})()`;

const ORDER = `(() => {
  const form = document.querySelector('foyer-checkout')?.shadowRoot?.querySelector('form');
  const field = form?.querySelector('input[type=email]');
  if (!field) return '';
  field.value = 'an.peeters@voorbeeld.example';
  form.requestSubmit();
  return 'ordered';
})()`;

/** The page of the payments: says that it was paid, and goes back. */
const PAID = `(() => {
  const paid = document.querySelector('input[value=paid]');
  paid?.click();
  if (paid) document.querySelector('button.button').click();
  return paid ? 'paid' : '';
})()`;

/** Through every page of a purchase, until the tickets are there. */
async function buy(firefox: Firefox, site: string, api: string): Promise<void> {
  const { performances } = (await (await fetch(`${api}/performances`)).json()) as PerformanceList;
  const sold = performances.find(
    ({ hall, state, availability }) => hall.id === 'schouwburg' && state === 'on-sale' && availability.free > 200,
  );
  await firefox.open(new URL(`voorstelling/${sold?.id}`, site).href);
  await firefox.wait(`document.querySelector('foyer-seat-map')?.matches(':state(ready)') ? 'ready' : ''`);
  await firefox.wait(press('foyer-seat-map', /^Parterre/));
  const seats = (await firefox.wait(FOUR_FREE)).split(' ').slice(0, 2);
  for (const seat of seats) await firefox.read(`document.querySelector('foyer-seat-map').pick('${seat}')`);
  await firefox.wait(`document.querySelector('foyer-cart').matches(':state(open)') ? 'open' : ''`);
  await firefox.wait(ORDER);
  await firefox.wait(press('body', /^Bancontact/));
  await firefox.wait(PAID);
  const title = await firefox.wait(
    `document.querySelector('foyer-order')?.matches(':state(paid)') ? document.querySelector('foyer-order').shadowRoot.querySelector('[part=title]').textContent.trim() : ''`,
  );
  console.log(`bought: ${title}`);
}

/** Whoever breaks the policy is seen: a check that cannot fail would tell nothing. */
async function proveThatItCanFail(firefox: Firefox): Promise<void> {
  await firefox.read(`new Promise((done) => {
    document.addEventListener('securitypolicyviolation', () => done('seen'), { once: true });
    const picture = document.createElement('img');
    picture.src = 'http://127.0.0.1:9/blocked.png';
    document.body.append(picture);
  })`);
  assert.ok(
    firefox.complaints.some((text) => text.startsWith('img-src blocked')),
    'a breach is seen',
  );
}

const folder = mkdtempSync(join(tmpdir(), 'foyer-firefox-demo-'));
const demo = await startDemo({ port: 0, dataFolder: folder, log: silentLog, say: () => {} });
try {
  const firefox = await openFirefox();
  try {
    await check(firefox, demo);
  } finally {
    await firefox.stop();
  }
} finally {
  await demo.stop();
  rmSync(folder, { recursive: true, force: true });
}
