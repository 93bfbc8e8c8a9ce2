import { randomUUID } from 'node:crypto';
import { webTimers } from '../../../sdk/platform.ts';
import { systemClock } from '../../../server/adapters/clock.ts';
import { silentLog } from '../../../server/adapters/log.ts';
import { systemRandomness } from '../../../server/adapters/randomness.ts';
import { createHoldQueue } from '../../../server/features/holds/index.ts';
import { createNetworkKeys, networkSeedOf } from '../../../server/features/network/keys.ts';
import { createPartners } from '../../../server/features/network/partners.ts';
import { createSafeFetch } from '../../../server/features/network/safe-fetch.ts';
import { type Measured, measure } from '../load.ts';
import { cpuOf } from '../processes.ts';
import { addHall, announce, PAIRS, type Stage } from '../stage.ts';
import { printTable, ratio, tenths, whole } from '../table.ts';
import { agree, seedOf, startCentres } from './centres.ts';

const SELLER = 'vrager';
const OWNER = 'gever';
const COUNT = 1500;
const CONNECTIONS = [1, 10, 40];

/** Two seats held for a partner, signed, over a socket; beside the same held by our own verb in the process itself. */
export async function benchReservations(stage: Stage): Promise<void> {
  const centres = await startCentres(stage.adminUrl, [OWNER]);
  const asking = await startCentres(stage.adminUrl, [SELLER]);
  const outside = createSafeFetch({ allowPrivate: true });
  try {
    const db = centres.open(OWNER);
    await addHall(db);
    const agreement = await agree(centres, OWNER, asking, SELLER);
    const partners = createPartners({
      ...{ db: asking.open(SELLER), fetch: outside.fetch, clock: systemClock, random: systemRandomness },
      ...{ timers: webTimers, log: silentLog, keys: createNetworkKeys([networkSeedOf(seedOf(SELLER))]) },
    });
    let evenings = 0;
    let [node, postgres] = [0, 0];
    const cpu = () => ({ node: cpuOf([centres.pid]), postgres: cpuOf(stage.postgres()) });
    const evening = () => {
      evenings += 1;
      return announce(db, `avond-${evenings}`);
    };
    const signed = async (connections: number, count: number): Promise<Measured> => {
      const performance = await evening();
      const before = cpu();
      const measured = await measure(count, connections, async (index) => {
        const items = [{ performance, seats: (PAIRS[index] ?? []).map((seat) => ({ seat, priceType: 'adult' })) }];
        const { data } = await partners.reserve(agreement, randomUUID(), { channel: 'web', items });
        return data?.state === 'held';
      });
      const after = cpu();
      node = (after.node - before.node) / count;
      postgres = (after.postgres - before.postgres) / count;
      return measured;
    };
    const holds = createHoldQueue(db);
    const inside = async (connections: number, count: number): Promise<Measured> => {
      const performance = await evening();
      const carts = Array.from({ length: count }, () => randomUUID());
      const rows = carts.map((id, index) => ({ id, address: `net-${index}` }));
      await db.insertInto('cart').values(rows).execute();
      return measure(count, connections, async (index) => {
        const seats = (PAIRS[index] ?? []).map((place) => ({ place, priceType: 'adult', id: randomUUID() }));
        const wish = { cart: carts[index] ?? '', performance, seats, areas: [], key: null, hash: '', maxHeld: 1e9 };
        return (await holds.hold(wish)).outcome === 'held';
      });
    };
    await signed(10, 200);
    await inside(10, 200);
    const rows: string[][] = [];
    for (const connections of CONNECTIONS) {
      const count = connections === 1 ? COUNT / 3 : COUNT;
      const bare = await inside(connections, count);
      const network = await signed(connections, count);
      rows.push([...row(connections, 'held in the process, unsigned', bare, 1), '', '']);
      const signedRow = row(
        connections,
        'reserved by the signed protocol',
        network,
        network.perSecond / bare.perSecond,
      );
      rows.push([...signedRow, tenths(node), tenths(postgres)]);
    }
    printTable(
      'Two seats for a partner, and for a visitor (every one a cart of its own, one performance)',
      ['at once', 'way', 'a second', 'p50 ms', 'p99 ms', 'failed', 'of in process', 'owner CPU ms', 'PostgreSQL'],
      rows,
    );
  } finally {
    await outside.close();
    await asking.stop();
    await centres.stop();
  }
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
