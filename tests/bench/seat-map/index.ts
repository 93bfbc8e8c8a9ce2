import { measureSizes } from '../sizes.ts';
import { summarise } from './figures.ts';
import { SIZES } from './halls.ts';
import { measureKeys } from './keys.ts';
import { DESK, PHONE, type Profile, type TooSlow, type Visit, visit } from './measure.ts';
import { printAll, printShort } from './report.ts';
import { type Engines, PEERS, PHONE_SIZE, type Results } from './results.ts';
import { openSite, type Site } from './site.ts';

const ENGINES = ['floor', 'raw', 'ours', 'konva-naive', 'svg', ...PEERS];
const ON_PHONES = ['floor', 'raw', 'ours', 'svg'];
/** A round begins only when it can be expected to end within so many minutes. */
const MINUTES = 15;

/** What was asked for on the command line. */
export interface MapBench {
  /** One round of two halls. */
  readonly quick: boolean;
  /** Only the tables of the README. */
  readonly markdown: boolean;
}

/** One hall by one group of engines, under one profile; visits of all rounds by engine. */
interface Hall {
  readonly seats: number;
  readonly profile: Profile;
  readonly visits: ReadonlyMap<string, (Visit | TooSlow)[]>;
}

/** The same halls by every engine, side by side, each visit in a browser of its own, the order of engines rotated. */
export async function benchMap({ quick, markdown }: MapBench): Promise<void> {
  const site = await openSite();
  try {
    const results = await measureAll(site, quick ? [800, 20_000] : SIZES, quick ? 1 : 3);
    if (markdown) printShort(results);
    else printAll(results);
  } finally {
    site.stop();
  }
}

async function measureAll(site: Site, sizes: readonly number[], most: number): Promise<Results> {
  const desks = sizes.map((seats) => hall(seats, DESK, ENGINES));
  const phone = hall(PHONE_SIZE, PHONE, ON_PHONES);
  const keys: Results['keys'] = new Map([[sizes.at(-1) ?? 0, await measureKeys(site.url, sizes.at(-1) ?? 0)]]);
  const began = Date.now();
  const isTimeFor = (round: number) => ((Date.now() - began) * (round + 1)) / Math.max(1, round) < MINUTES * 60_000;
  let rounds = 0;
  for (; rounds < most && isTimeFor(rounds); rounds += 1) {
    for (const one of [...desks, phone]) await playRound(site.url, one, rounds);
  }
  const sizesOfCode = await measureSizes();
  const code = {
    ...site.code,
    ours: sizesOfCode['foyer-seat-map']?.gzip ?? 0,
    'ours, first frame': sizesOfCode['foyer-seat-map, first frame']?.gzip ?? 0,
  };
  const halls = new Map(desks.map((one) => [one.seats, summed(one)]));
  return { rounds, halls, phone: summed(phone), keys, code };
}

const hall = (seats: number, profile: Profile, engines: readonly string[]): Hall => ({
  seats,
  profile,
  visits: new Map(engines.map((engine) => [engine, []])),
});

const summed = ({ visits }: Hall): Engines => new Map([...visits].map(([name, all]) => [name, summarise(all)]));

async function playRound(url: string, { seats, profile, visits }: Hall, round: number): Promise<void> {
  const engines = [...visits.keys()];
  for (let turn = 0; turn < engines.length; turn += 1) {
    const engine = engines[(turn + round) % engines.length] ?? '';
    // The peers need a minute and more for the largest hall: once tells enough.
    if (round > 0 && seats >= 100_000 && PEERS.includes(engine)) continue;
    console.error(`round ${round + 1}, ${seats} seats${profile.touch ? ' on a phone' : ''}: ${engine}`);
    visits.get(engine)?.push(await visit(url, engine, seats, profile));
  }
}
