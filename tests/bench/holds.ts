import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { createAsk, type Measured, measure } from './load.ts';
import { startMeasuredServer } from './measured-server.ts';
import { MEASURED_CENTRE, PAIRS, type Stage } from './stage.ts';
import { printTable, ratio, tenths, whole } from './table.ts';

const HOLDS = 6000;
const CONNECTIONS = [1, 10, 40];

/** Holds of two seats each: through our HTTP API, and by the very same SQL function straight through pg. */
export async function benchHolds(stage: Stage): Promise<void> {
  const server = await startMeasuredServer(stage);
  const rows: string[][] = [];
  try {
    await holdByHttp(stage, server.port, 10, 500); // Both sides start warm.
    await holdBySql(stage, 10, 500);
    for (const connections of CONNECTIONS) {
      const count = connections === 1 ? HOLDS / 3 : HOLDS;
      const sql = await holdBySql(stage, connections, count);
      const http = await holdByHttp(stage, server.port, connections, count);
      rows.push(
        row(connections, 'raw SQL', sql, 1),
        row(connections, 'Foyer over HTTP', http, http.perSecond / sql.perSecond),
      );
    }
  } finally {
    await server.stop();
  }
  printTable(
    'Holding two seats (every hold a cart of its own, one performance, real PostgreSQL with fsync)',
    ['connections', 'way', 'holds/s', 'p50 ms', 'p99 ms', 'failed', 'of raw SQL'],
    rows,
  );
}

const row = (connections: number, way: string, { perSecond, p50, p99, failed }: Measured, share: number) => [
  String(connections),
  way,
  whole(perSecond),
  tenths(p50),
  tenths(p99),
  String(failed),
  ratio(share),
];

async function holdByHttp(stage: Stage, port: number, connections: number, count: number): Promise<Measured> {
  const performance = await stage.addPerformance();
  const carts = await stage.addCarts(count);
  const { ask, close } = createAsk(port, connections);
  const measured = await measure(count, connections, async (index) => {
    const cart = carts[index] ?? '';
    const seats = (PAIRS[index] ?? []).map((seat) => ({ seat }));
    const { status } = await ask(`/centres/${MEASURED_CENTRE}/carts/${cart}/lines`, {
      token: stage.tokens.sign('cart', cart),
      json: { performance, seats },
    });
    return status === 200;
  });
  close();
  return measured;
}

async function holdBySql(stage: Stage, connections: number, count: number): Promise<Measured> {
  const performance = await stage.addPerformance();
  const carts = await stage.addCarts(count);
  const pool = new pg.Pool({ connectionString: stage.centre.url, max: connections, min: connections });
  const measured = await measure(count, connections, async (index) => {
    const wish = {
      cart: carts[index],
      performance,
      seats: (PAIRS[index] ?? []).map((place) => ({ place, priceType: 'adult', id: randomUUID() })),
      areas: [],
      key: null,
      hash: '',
      maxHeld: 1e9,
    };
    const { rows } = await pool.query('select hold_places($1::jsonb) as answers', [JSON.stringify([wish])]);
    return rows[0]?.answers[0]?.outcome === 'held';
  });
  await pool.end();
  return measured;
}
