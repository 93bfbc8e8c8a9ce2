import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { setInterval } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Browser } from 'playwright-core';
import { build } from 'vite';
import type { SeatingPlan } from '../../sdk/model/seating-plan/index.ts';
import { layOutPlan } from '../../sdk/model/seating-plan/index.ts';
import type { PlanSource } from '../../sdk/model/seating-plan/source.ts';
import { type Listener, listen } from '../../server/http/listen.ts';
import { createTestCentre, type TestCentre } from '../harness/centre.ts';
import { SMALL_HALL } from '../harness/small-hall.ts';
import { type StaticServer, serveFolder } from '../harness/static-server.ts';
import { openBrowser, type Visitor, visit } from '../harness/visitor.ts';

const PERFORMANCE = 'het-gedacht';
const SEATS = 20_000;
const CHANGES_A_SECOND = 200;
const ROUNDS = 12;
const folder = mkdtempSync(join(tmpdir(), 'foyer-live-'));

/** Forty sections of five hundred seats: a large arena. */
const ARENA: PlanSource = {
  ...SMALL_HALL,
  id: 'arena',
  areas: [],
  sections: Array.from({ length: 40 }, (_, index) => ({
    id: `V${index + 1}`,
    name: { nl: `Vak ${index + 1}` },
    zone: index < 20 ? 'rang-1' : 'rang-2',
    blocks: [{ rows: '1..20', seats: 25, at: [(index % 8) * 1600, Math.floor(index / 8) * 2200] as const }],
  })),
};

describe('two browsers at one hall of 20,000 seats, with 200 changes a second', () => {
  const plan: SeatingPlan = layOutPlan(ARENA);
  let centre: TestCentre;
  let api: Listener;
  let site: StaticServer;
  let browser: Browser;
  const visitors: Visitor[] = [];

  before(async () => {
    await build({ logLevel: 'warn', build: { outDir: folder, emptyOutDir: true } });
    site = await serveFolder(folder);
    centre = await createTestCentre({ hall: ARENA, maxPlacesPerCart: 50, config: { origins: [site.origin] } });
    api = await listen(centre.app, { port: 0 });
    const address = `http://127.0.0.1:${api.port}${centre.base}`;
    writeFileSync(
      join(folder, 'index.html'),
      `<!doctype html><html lang="nl"><title>Arena</title><foyer-shop centre="${address}">
        <foyer-seat-map performance="${PERFORMANCE}"></foyer-seat-map></foyer-shop>
        <script type="module" src="/foyer.js"></script>`,
    );
    browser = await openBrowser();
    for (let count = 0; count < 2; count += 1) visitors.push(await visit(browser, 'desktop'));
    for (const { page } of visitors) {
      await page.goto(site.origin);
      await page.getByRole('gridcell', { name: /^Rij 1, stoel 1,/ }).waitFor({ state: 'attached' });
    }
  });

  after(async () => {
    await browser?.close();
    await api?.close();
    await centre?.stop();
    await site?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Others take and give back seats, evenly, for as long as `signal` says; counts the changes. */
  async function crowd(signal: AbortSignal): Promise<number> {
    const beat = 100;
    const size = (CHANGES_A_SECOND * beat) / 1000;
    let changes = 0;
    try {
      for await (const _ of setInterval(beat, undefined, { signal })) {
        const state = Math.floor(changes / 10_000) % 2 === 0 ? 'held' : 'free';
        // Never in the first section, where the two look.
        const places = Array.from({ length: size }, (__, at) => plan.seats[500 + ((changes + at) % (SEATS - 500))]?.id);
        await sql`select note_change(${PERFORMANCE}, ${places}, ${state}, 'infinity')`.execute(centre.db);
        changes += size;
      }
    } catch (error) {
      if (!signal.aborted) throw error;
    }
    return changes;
  }

  it('what one takes the other sees within a second, and nothing breaks', async (test) => {
    assert.equal(plan.seats.length, SEATS);
    const [one, other] = visitors as [Visitor, Visitor];
    const ending = new AbortController();
    const start = Date.now();
    const others = crowd(ending.signal);
    const waits: number[] = [];
    for (let seat = 1; seat <= ROUNDS; seat += 1) {
      const taken = other.page.getByRole('gridcell', { name: new RegExp(`^Rij 1, stoel ${seat},.*iemand anders`) });
      const asked = Date.now();
      await one.page
        .locator('foyer-seat-map')
        .evaluate(
          (map, id) => void (map as HTMLElement & { pick(id: string): Promise<void> }).pick(id),
          `V1-1-${seat}`,
        );
      await taken.waitFor({ state: 'attached' });
      waits.push(Date.now() - asked);
    }
    ending.abort();
    const changes = await others;
    const perSecond = Math.round((changes * 1000) / (Date.now() - start));
    const sorted = waits.toSorted((a, b) => a - b);
    const median = sorted[ROUNDS >> 1] ?? Infinity;
    test.diagnostic(
      `seen after ${median} ms (median), ${sorted.at(-1)} ms (most), among ${perSecond} changes a second`,
    );
    assert.ok(perSecond > CHANGES_A_SECOND / 4, `only ${perSecond} changes a second`);
    assert.ok(median < 1000, `seen after ${sorted.join(', ')} ms`);
    assert.deepEqual(
      visitors.flatMap(({ complaints }) => complaints),
      [],
    );
  });
});
