import { agreementTermsSchema } from '../../sdk/contract/index.ts';
import type { OwnerAgreement } from '../../server/features/network/reservations/parts.ts';
import { type BuyerOptions, buy } from './buyer.ts';
import { createCentre, type Sabotage, type SimulatedCentre } from './centre.ts';
import { type Chance, createChance } from './chance.ts';
import { offerOf, priceListOf } from './hall.ts';
import { atEveryMoment, inTheEnd } from './invariants.ts';
import { createNetwork, type SimulatedNetwork, type Weather } from './network.ts';
import { createPartners } from './partners.ts';
import { createTime, type VirtualTime } from './time.ts';

const MINUTE = 60_000;
const START = Date.UTC(2026, 10, 28, 19);
/** How long things go wrong, and how long everybody then has to come to an end. */
const STORM = 90 * MINUTE;
const CALM = 6 * 60 * MINUTE;

/** Up to here nobody has subscriptions or passes, so that what a seed once found is found by it again. */
const FIRST_WITH_BUNDLES = 10_001;

export interface Schedule {
  readonly seed: number;
  readonly sabotage?: Sabotage | undefined;
}

/** What became of a schedule: empty when all is as it must be. */
export interface Outcome {
  readonly broken: readonly string[];
  readonly orders: number;
  readonly crashes: number;
  /** Parts of orders at partners, by how they ended. */
  readonly parts: { readonly confirmed: number; readonly lost: number; readonly cancelled: number };
}

/** An agreement with who sells for whom in it. */
export interface SimulatedAgreement extends OwnerAgreement {
  readonly owner: string;
  readonly seller: string;
  readonly performance: string;
}

export interface World {
  readonly centres: ReadonlyMap<string, SimulatedCentre>;
  readonly agreements: readonly SimulatedAgreement[];
  now(): number;
}

/**
 * Runs one schedule: a few centres that all sell for each other, buyers who all want the same few seats, and connections,
 * clocks and processes that fail as the seed says. The code that decides is the server's own; only storage, network, time
 * and chance are not.
 */
export async function simulate({ seed, sabotage }: Schedule): Promise<Outcome> {
  const chance = createChance(seed);
  const time = createTime(START);
  const broken = new Set<string>();
  const fault = (error: unknown) => void broken.add(`an error nobody foresaw: ${describe(error)}`);
  const storm = { risk: chance.number() * 0.01, lose: chance.number() * 0.2, duplicate: chance.number() * 0.2 };
  const raging = () => time.now() < START + STORM;
  const weather = (): Weather =>
    raging() ? { lose: storm.lose, duplicate: storm.duplicate, delay: 4_000 } : { lose: 0, duplicate: 0, delay: 50 };
  const network = createNetwork(time, chance, weather);
  let crashes = 0;
  const names = ['noord', 'oost', 'zuid'].slice(0, 2 + chance.whole(2));
  const agreements = agreementsAmong(names, chance);
  const byId = new Map(agreements.map((agreement) => [agreement.id, agreement]));
  const centres = new Map<string, SimulatedCentre>();
  for (const id of names) {
    // Some evenings begin before everybody is served.
    const startsAt = new Date(START + (chance.happens(0.2) ? 60 * MINUTE : 2 * STORM + CALM));
    const centre = createCentre({
      ...{ id, time, chance, fault, sabotage },
      skew: chance.whole(4_000) - 2_000,
      offers: [offerOf(`stuk-${id}`, startsAt, 1_000 + 100 * chance.whole(20))],
      priceList: priceListOf(500 * (names.indexOf(id) + 1)),
      risk: () => (raging() ? storm.risk : 0),
      recovery: () => {
        crashes += 1;
        return 1_000 + chance.whole(3 * MINUTE);
      },
      partners: createPartners(
        id,
        network,
        (agreement) => {
          const found = byId.get(agreement);
          const owner = found && centres.get(found.owner);
          if (!found || !owner) throw new Error(`There is no agreement ${agreement}.`);
          return { agreement: found, owner: found.owner, parts: () => owner.ownerParts };
        },
        fault,
      ),
    });
    centres.set(id, centre);
  }
  const world: World = { centres, agreements, now: time.now };
  unleash({ time, chance, network, names, centres });
  sendBuyers(world, { time, chance, fault, bundles: seed >= FIRST_WITH_BUNDLES });
  const between = () => {
    for (const wrong of atEveryMoment(world)) broken.add(wrong);
  };
  await time.runUntil(START + STORM + CALM, between);
  for (const wrong of inTheEnd(world)) broken.add(wrong);
  const sellers = [...centres.values()].map(({ seller }) => seller);
  const legs = sellers.flatMap((seller) => seller.legs());
  const ended = (state: string) => legs.filter((leg) => leg.state === state && leg.order !== null).length;
  return {
    broken: [...broken],
    orders: sellers.reduce((sum, seller) => sum + seller.orders().length, 0),
    crashes,
    parts: { confirmed: ended('confirmed'), lost: ended('lost'), cancelled: ended('cancelled') },
  };
}

const describe = (error: unknown) => (error instanceof Error ? (error.stack ?? error.message) : String(error));

function agreementsAmong(names: readonly string[], chance: Chance): SimulatedAgreement[] {
  return names.flatMap((owner) =>
    names
      .filter((seller) => seller !== owner)
      .map((seller) => ({
        ...{ id: chance.uuid(), owner, seller, performance: `stuk-${owner}`, state: 'active' as const },
        terms: agreementTermsSchema.parse({
          performances: {},
          commission: { basisPoints: chance.whole(2_000), centsPerTicket: chance.whole(100) },
          adminCentsPerTicket: chance.whole(50),
          ...(chance.happens(0.3) && { stock: { kind: 'quota', places: 4 } }),
        }),
      })),
  );
}

interface Storm {
  readonly time: VirtualTime;
  readonly chance: Chance;
  readonly network: SimulatedNetwork;
  readonly names: readonly string[];
  readonly centres: ReadonlyMap<string, SimulatedCentre>;
}

/** Cuts connections and kills processes at moments of its own, besides what happens at every step. */
function unleash({ time, chance, network, names, centres }: Storm): void {
  for (let count = chance.whole(5); count > 0; count -= 1) {
    const [one, other] = [chance.pick(names), chance.pick(names)];
    const begin = chance.whole(STORM);
    time.after(begin, () => network.cut(one, other, true));
    time.after(Math.min(STORM, begin + chance.whole(40 * MINUTE)), () => network.cut(one, other, false));
  }
  for (let count = chance.whole(4); count > 0; count -= 1) {
    const victim = centres.get(chance.pick(names));
    time.after(chance.whole(STORM), () => victim?.process.kill());
  }
}

function sendBuyers(
  { centres, agreements }: World,
  { bundles, ...given }: Pick<Storm, 'time' | 'chance'> & Pick<BuyerOptions, 'bundles' | 'fault'>,
): void {
  const sellers = [...centres.values()];
  const { time, chance, fault } = given;
  for (let count = 2 + chance.whole(6); count > 0; count -= 1) {
    const seller = chance.pick(sellers);
    const offers = agreements.filter((agreement) => agreement.seller === seller.id && chance.happens(0.8));
    if (offers.length === 0) continue;
    const offered = offers.map(({ id, performance }) => ({ agreement: id, performance }));
    time.after(chance.whole(50 * MINUTE), () => {
      buy({ ...given, seller, offers: offered, bundles }).catch(fault);
    });
  }
}
