import { randomUUID } from 'node:crypto';
import type { Cart, Line } from '../../sdk/contract/index.ts';
import type { TestCentre } from './centre.ts';
import { choose, putPrices } from './prices.ts';
import type { Shopper, ThreeCentres } from './three-centres.ts';

const name = { nl: 'Regio-abonnement' };

/** What each of the three centres makes of the same formula: a tenth off, a fifth off, or € 10 a ticket. */
export const REGION_PRICES = { full: 2400, seller: 2160, brug: 1920, kade: 1000 } as const;

/** Lets three centres have a regional subscription of three performances, each with its own price for what it plays. */
export async function agreeOnRegion({ seller, brug, kade }: ThreeCentres, more: Booking = {}): Promise<void> {
  const centres = [seller, brug, kade].map(({ id }) => id);
  await putPrices(seller, formula(centres, { kind: 'percentage', basisPoints: 1000 }, more));
  await putPrices(brug, formula(centres, { kind: 'percentage', basisPoints: 2000 }, more));
  await putPrices(kade, formula(centres, { kind: 'ticket', cents: 1000 }, more));
}

/** From when on subscribers may choose. */
interface Booking {
  readonly bookFrom?: string;
}

type Price = { kind: 'percentage'; basisPoints: number } | { kind: 'ticket'; cents: number };

const formula = (centres: string[], price: Price, more: Booking) => ({
  subscriptions: [{ id: 'regio', name, among: { centres }, tiers: [{ from: 3, price }], ...more }],
});

/** A subscription of these lines, for a holder. */
export const regional = (lines: readonly Line[], holder = ''): object => ({
  subscriptions: [{ id: randomUUID(), formula: 'regio', holder, lines: lines.map(({ id }) => id) }],
});

/** Of each performance in a cart one place: what one holder has. */
export const oneEach = ({ lines }: Cart): readonly Line[] => [
  ...new Map(lines.toReversed().map((line) => [line.performance.id, line])).values(),
];

/** Somebody with two seats at each of three centres, of which the first of each are a subscription. */
export async function subscriber(world: ThreeCentres, holder?: string): Promise<Shopper> {
  const who = await world.choosing();
  const { status, code } = await choose(who.cart, regional(oneEach(await who.cart.show()), holder));
  if (status !== 200) throw new Error(`A subscription could not be chosen: ${code}.`);
  return who;
}

/** What the places of a cart cost, by the number of the centre that plays them. */
export function pricesBy({ centres }: ThreeCentres, { lines }: Pick<Cart, 'lines'>): readonly (readonly number[])[] {
  const owners = Map.groupBy(lines, ({ performance }) => performance.owner?.id ?? centres[0]?.id);
  return centres.map(({ id }: TestCentre) => (owners.get(id) ?? []).map(({ price }) => price.cents).sort());
}
