import type { NewCart } from '../../sdk/contract/index.ts';
import { createAsk, measure } from './load.ts';
import { startMeasuredServer } from './measured-server.ts';
import { cpuOf } from './processes.ts';
import { MEASURED_CENTRE, PAIRS, type Stage } from './stage.ts';
import { printTable, tenths, whole } from './table.ts';

const SALES = 1500;
const LANES = 20;
/** If sales stop coming in for so long, something is broken and the measurement ends. */
const PATIENCE_MS = 20_000;

/** Whole sales for one performance: cart, two seats, order, payment by Mollie's client, webhook, tickets issued. */
export async function benchSales(stage: Stage): Promise<void> {
  const performanceId = await stage.addPerformance();
  const server = await startMeasuredServer(stage, { autopay: true });
  const { ask, close } = createAsk(server.port, LANES);
  const base = `/centres/${MEASURED_CENTRE}`;
  const sell = async (index: number): Promise<boolean> => {
    const { cart, token } = JSON.parse((await ask(`${base}/carts`, { json: {} })).body) as NewCart;
    const seats = (PAIRS[index] ?? []).map((seat) => ({ seat }));
    const held = await ask(`${base}/carts/${cart.id}/lines`, { token, json: { performance: performanceId, seats } });
    const ordered = await ask(`${base}/carts/${cart.id}/order`, {
      token,
      json: {
        email: 'iemand@voorbeeld.example',
        language: 'nl',
        returnUrl: 'http://localhost:9/',
        expectedTotal: { cents: 4800, currency: 'EUR' },
      },
    });
    return held.status === 200 && ordered.status === 201;
  };
  try {
    await measure(100, LANES, sell); // Warm.
    await untilSold(stage, performanceId, 200);
    const cpu = () => ({ node: cpuOf([server.pid]), postgres: cpuOf(stage.postgres()) });
    const before = cpu();
    const start = performance.now();
    const ordered = await measure(SALES, LANES, (index) => sell(index + 100));
    const tickets = await untilSold(stage, performanceId, 2 * (SALES + 100));
    const minutes = (performance.now() - start) / 60_000;
    const after = cpu();
    printTable(
      'Whole sales for one performance (cart, two seats, order, paid by webhook, tickets issued; emulator in process)',
      [
        'what',
        'sales/minute',
        'buyer p50 ms',
        'p99 ms',
        'Node CPU ms/sale',
        'PostgreSQL CPU ms/sale',
        'failed',
        'tickets',
      ],
      [
        [
          `${SALES} sales, ${LANES} buyers at once`,
          whole(SALES / minutes),
          tenths(ordered.p50),
          tenths(ordered.p99),
          tenths((after.node - before.node) / SALES),
          tenths((after.postgres - before.postgres) / SALES),
          String(ordered.failed),
          whole(tickets),
        ],
      ],
    );
  } finally {
    close();
    await server.stop();
  }
}

/** Waits until so many tickets are issued; gives how many there are. */
async function untilSold(stage: Stage, performanceId: string, wanted: number): Promise<number> {
  let last = 0;
  let moved = performance.now();
  for (;;) {
    const { count } = await stage.db
      .selectFrom('ticket')
      .select(({ fn }) => fn.countAll<string>().as('count'))
      .where('performance_id', '=', performanceId)
      .executeTakeFirstOrThrow();
    const now = Number(count);
    if (now >= wanted) return now;
    if (now > last) moved = performance.now();
    else if (performance.now() - moved > PATIENCE_MS) return now;
    last = now;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
