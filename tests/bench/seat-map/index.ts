import { type Measured, summarise } from './figures.ts';
import { SIZES } from './halls.ts';
import { DESK, PHONE, type Profile, type TooSlow, type Visit, visit } from './measure.ts';
import { printHalls } from './report.ts';
import { openSite } from './site.ts';

const OWN = ['floor', 'raw', 'ours', 'konva-naive', 'svg'];
const PEERS = ['seatmap-canvas', 'seatchart', 'react-seat-picker'];
const ENGINES = [...OWN, ...PEERS];
const ON_PHONES = ['floor', 'raw', 'ours', 'svg'];
const PHONE_SIZE = 20_000;

/** What was asked for on the command line: `--quick` for one round of two halls, `--markdown` to print nothing else. */
export interface MapBench {
  readonly quick: boolean;
}

/** The same halls by every engine, side by side, each visit in a fresh browser, the order of engines rotated by round. */
export async function benchMap({ quick }: MapBench): Promise<void> {
  const rounds = quick ? 1 : 3;
  const sizes = quick ? [800, 20_000] : SIZES;
  const site = await openSite();
  try {
    for (const seats of sizes) {
      const engines = await measureAll(site.url, ENGINES, seats, DESK, rounds);
      printHalls(`${seats.toLocaleString('en')} seats`, engines);
    }
    const onPhone = await measureAll(site.url, ON_PHONES, PHONE_SIZE, PHONE, rounds);
    printHalls(
      `${PHONE_SIZE.toLocaleString('en')} seats on a phone: 390 wide, ratio 3, processor four times slower`,
      onPhone,
    );
  } finally {
    site.stop();
  }
}

async function measureAll(
  url: string,
  engines: readonly string[],
  seats: number,
  profile: Profile,
  rounds: number,
): Promise<Map<string, Measured | TooSlow>> {
  const visits = new Map<string, (Visit | TooSlow)[]>(engines.map((engine) => [engine, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (let turn = 0; turn < engines.length; turn += 1) {
      const engine = engines[(turn + round) % engines.length] ?? '';
      if (round > 0 && seats >= 100_000 && PEERS.includes(engine)) continue;
      visits.get(engine)?.push(await visit(url, engine, seats, profile));
    }
  }
  return new Map([...visits].map(([engine, all]) => [engine, summarise(all)]));
}
