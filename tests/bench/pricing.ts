import { chromium, type Page } from 'playwright-core';
import { BROWSER_FLAGS, findBrowser } from '../harness/browser.ts';
import { timed, type Work } from '../harness/pricing-load.ts';
import { pageWith } from '../harness/pricing-page.ts';
import { printTable, ratio } from './table.ts';

type InPage = typeof globalThis & { given: typeof import('../harness/pricing-load.ts') };

/** A phone is taken to be four times slower than this machine, by the browser's own brake. */
const PHONE = 4;
const FRAME_MS = 1000 / 60;
const TURNS = 15;

const TICKETS = [5, 10, 20, 50, 100, 200];
const RULES = [10, 50, 100, 200, 500];
const COMMON = { tickets: 20, rules: 200 };

const ms = (value: number) => value.toFixed(value < 1 ? 3 : 2);
const price = (given: Partial<Work>): Work => ({ kind: 'price', ...COMMON, ...given });

const measuredIn = (page: Page) => (work: Work) =>
  page.evaluate(({ wanted, turns }) => (globalThis as InPage).given.timed(wanted, turns), {
    wanted: work,
    turns: TURNS,
  });

/** What the pricing kernel takes: the common cases in Node and on a phone, and how it grows with tickets and rules. */
export async function benchPricing(): Promise<void> {
  const browser = await chromium.launch({ executablePath: await findBrowser(), args: [...BROWSER_FLAGS] });
  try {
    const page = await pageWith(browser, 'tests/harness/pricing-load.ts');
    const session = await page.context().newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: PHONE });
    await cases(measuredIn(page));
    curves();
  } finally {
    await browser.close();
  }
}

async function cases(onPhone: (work: Work) => Promise<ReturnType<typeof timed>>): Promise<void> {
  const wanted: readonly (readonly [string, Work])[] = [
    ['a cart of 4 tickets, 20 rules', price({ tickets: 4, rules: 20 })],
    ['a cart of 20 tickets, 200 rules', price({})],
    ['cheapest price types of 6 tickets, 20 rules', { kind: 'cheapest', tickets: 6, rules: 20 }],
    ['cheapest price types of 20 tickets, 200 rules', { kind: 'cheapest', ...COMMON }],
    ['best subscriptions, 4 holders × 10 evenings, 20 rules', { kind: 'split', tickets: 40, rules: 20 }],
  ];
  const rows: string[][] = [];
  for (const [name, work] of wanted) {
    const [here, phone] = [timed(work, TURNS), await onPhone(work)];
    const frames = phone.median <= FRAME_MS ? 'yes' : `${(phone.median / FRAME_MS).toFixed(1)} frames`;
    rows.push([name, ms(here.median), ms(here.p95), ms(phone.median), ms(phone.p95), frames]);
  }
  printTable(
    `Pricing, in milliseconds (phone: Chromium with its CPU braked ${PHONE}×; a frame is ${FRAME_MS.toFixed(1)} ms)`,
    ['what', 'Node', 'p95', 'phone', 'p95', 'within a frame'],
    rows,
  );
}

/** Times beside the first of a row of sizes: where the last column stays near 1, growth is linear. */
function curves(): void {
  const curve = (heading: string, column: string, sizes: readonly number[], work: (size: number) => Work) => {
    const times = sizes.map((size) => timed(work(size), TURNS).median);
    const [size0 = 1, time0 = 1] = [sizes[0], times[0]];
    printTable(
      heading,
      [column, 'ms', 'size', 'time', 'time ÷ size'],
      sizes.map((size, rank) => {
        const [grown, took] = [size / size0, (times[rank] ?? 0) / time0];
        return [String(size), ms(times[rank] ?? 0), ratio(grown), ratio(took), (took / grown).toFixed(2)];
      }),
    );
  };
  curve(`Growth with tickets, at ${COMMON.rules} rules`, 'tickets', TICKETS, (tickets) => price({ tickets }));
  curve(`Growth with rules, at ${COMMON.tickets} tickets`, 'rules', RULES, (rules) => price({ rules }));
}
