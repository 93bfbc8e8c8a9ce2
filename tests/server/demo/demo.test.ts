import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Centre, Order, OrderAccess } from '../../../sdk/contract/index.ts';
import { verifyTicketCode } from '../../../sdk/model/ticket-code.ts';
import { silentLog } from '../../../server/adapters/log.ts';
import { checkSignature } from '../../../server/adapters/tickets/index.ts';
import { CENTRES } from '../../../server/demo/cluster.ts';
import { type Demo, startDemo } from '../../../server/demo/main.ts';
import { type Buyer, openBuyer } from '../../harness/buyer.ts';
import { readPdf } from '../../harness/pdf.ts';

const folder = mkdtempSync(join(tmpdir(), 'foyer-demo-'));
const said: string[] = [];
const start = () => startDemo({ port: 0, dataFolder: folder, log: silentLog, say: (line) => said.push(line) });
const text = async (url: string) => (await fetch(url)).text();
const PATIENCE = 20_000;

/** Looks again until it is so. Every look is a request that takes its time. */
async function until<T>(look: () => Promise<T | undefined>): Promise<T> {
  const end = performance.now() + PATIENCE;
  for (;;) {
    const seen = await look();
    if (seen !== undefined) return seen;
    assert.ok(performance.now() < end, 'It did not come to be.');
  }
}

describe('the demo', () => {
  let demo: Demo;
  let bought: OrderAccess;
  before(async () => {
    demo = await start();
  });
  after(async () => {
    await demo.stop();
    rmSync(folder, { recursive: true });
  });
  // The one with unnumbered places, and a process of its own.
  const centre = () => demo.urls.centres.find(({ apart }) => apart)!;
  const site = () => centre().url;
  const api = () => centre().api;

  it('says what it does and ends with the address', () => {
    assert.ok(said.includes('Starting two databases, for three centres …'));
    assert.equal(said.at(-1), `Everything there is: ${demo.urls.index}`);
  });

  it('lists itself for programs: three centres with websites and APIs, the cluster’s site, the mailbox and the payments, all of them there', async () => {
    const { index, ...listed } = demo.urls;
    assert.deepEqual(await (await fetch(`${index}demo.json`)).json(), listed);
    assert.deepEqual(
      listed.centres.map(({ id }) => id),
      CENTRES.map(({ profile }) => profile.id),
    );
    const places = listed.centres.flatMap((one) => [one.url, one.api]);
    for (const url of [...places, listed.cluster, listed.mailbox, listed.payments])
      assert.equal((await fetch(url)).status, 200, url);
  });

  it('lists itself for people on one page', async () => {
    const page = await text(demo.urls.index);
    for (const href of [
      site(),
      demo.urls.cluster,
      demo.urls.mailbox,
      demo.urls.payments,
      '/openapi.json',
      '/health',
      '/demo.json',
    ]) {
      assert.ok(page.includes(`href="${href}"`), href);
    }
  });

  it('gives any page the one script', async () => {
    const answer = await fetch(`${demo.urls.index}foyer.js`);
    assert.match(answer.headers.get('Content-Type') ?? '', /^text\/javascript/);
    assert.equal(answer.headers.get('Access-Control-Allow-Origin'), '*');
  });

  it('has seasons of at least forty evenings to choose from', async () => {
    const buyers = await Promise.all(demo.urls.centres.map((one) => openBuyer(one.api, one.url)));
    const performances = buyers.flatMap((buyer) => buyer.performances);
    assert.ok(performances.length >= 40, `${performances.length}`);
    assert.ok(performances.some(({ availability }) => availability.level === 'sold-out'));
    assert.ok(performances.some(({ availability }) => availability.level === 'available'));
  });

  it('sells: what is paid at the payment page is in the mailbox a moment later', async () => {
    const buyer = await openBuyer(api(), site());
    const open = buyer.performances.find(
      ({ hall, state, availability }) =>
        hall.id === 'vlakke-zaal' && state === 'on-sale' && availability.level === 'available',
    )!;
    bought = await buyer.buyTwo(open.id);
    const order = (await (await buyer.read(bought)).json()) as Order;
    assert.equal(order.state, 'paid');

    const mail = await until(async () => /href="(\/mailbox\/[^"]+)"/.exec(await text(demo.urls.mailbox))?.[1]);
    const page = await text(new URL(mail, demo.urls.index).href);
    assert.ok(page.includes(`tickets-${order.number}.pdf`));
    const body = await text(new URL(`${mail}/body`, demo.urls.index).href);
    assert.doesNotMatch(body, /src="cid:/);
    const { colour, profile } = CENTRES.find((one) => one.profile.id === centre().id)!;
    assert.match(body, new RegExp(`<img src="[^"]+"[^>]*>\\s*<p [^>]*>${profile.name}<`));
    assert.match(body, new RegExp(`border-top:4px solid ${colour}`));
    for (const [, picture] of body.matchAll(/<img src="([^"]+)"/g)) {
      assert.equal((await fetch(new URL(picture!, demo.urls.index))).headers.get('Content-Type'), 'image/png');
    }
  });

  it('gives tickets to the page that sold them, and they are genuine', async () => {
    const buyer = await openBuyer(api(), site());
    const answer = await buyer.read(bought, '/tickets.pdf');
    assert.equal(answer.headers.get('Access-Control-Allow-Origin'), new URL(site()).origin);
    const { ticketKeys } = (await (await fetch(api())).json()) as Centre;
    const { pages } = await readPdf(new Uint8Array(await answer.arrayBuffer()));
    assert.equal(pages.length, 2);
    for (const { qr } of pages) assert.equal((await verifyTicketCode(qr!, ticketKeys, checkSignature)).valid, true);
  });

  it('lists the payments, newest first, with the way to change them', async () => {
    assert.match(await text(demo.urls.payments), /href="\/checkout\/change-payment-state\/[^"]+"/);
  });

  it('goes on without the centre apart, and has it back as it was', async () => {
    const pid = demo.apart.pid;
    await demo.apart.kill();
    assert.equal(demo.apart.pid, undefined);
    await assert.rejects(fetch(api()));
    const [first] = demo.urls.centres;
    assert.equal((await fetch(first!.api)).status, 200);
    await demo.apart.start();
    assert.notEqual(demo.apart.pid, pid);
    const buyer = await openBuyer(api(), site());
    assert.equal(((await (await buyer.read(bought)).json()) as Order).state, 'paid');
  });

  // Those of its neighbours are there once these have answered.
  const own = ({ performances }: Buyer) => performances.filter(({ owner }) => !owner).map(({ id }) => id);

  it('keeps its season, its orders and its keys when it starts again', async () => {
    const before = await openBuyer(api(), site());
    await demo.stop();
    said.length = 0;
    demo = await start();
    const again = await openBuyer(api(), site());
    assert.deepEqual(own(again), own(before));
    assert.ok(!said.some((line) => line.startsWith('Announced')));
    const order = (await (await again.read(bought)).json()) as Order;
    assert.deepEqual([order.number, order.state, order.tickets.length], [bought.order.number, 'paid', 2]);
  });
});
