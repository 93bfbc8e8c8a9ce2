import type { HoldRequest, Line, LineChanges } from '../../../sdk/contract/cart.ts';
import { FoyerError } from '../../errors.ts';
import type { CentreRuntime } from '../../runtime.ts';
import { changeLeg } from '../legs/change.ts';
import { extendLegs } from '../legs/extend.ts';
import { itemsOf, withMore } from '../legs/items.ts';
import type { Partner } from '../legs/parts.ts';
import { type CartLeg, readCart } from './cart.ts';
import { earlyBundles } from './early.ts';
import { hashOf } from './wish.ts';

/** Seconds a visitor gets who asks for more time. */
const MORE_TIME = 600;

/** What a cart holds at partners now. */
const legsOf = async ({ db }: CentreRuntime, cart: string): Promise<readonly CartLeg[]> =>
  (await readCart(db, cart))?.legs ?? [];

export const partnerOf = ({ agreement, partner }: Pick<CartLeg, 'agreement' | 'partner'>): Partner => ({
  agreement,
  name: partner.name,
  channel: 'web',
});

/** @throws FoyerError `performance_unknown` when we do not sell for this centre at this moment. */
async function partnerNamed({ db }: CentreRuntime, owner: string): Promise<Partner> {
  const found = await db
    .selectFrom('agreement')
    .select(['id as agreement', 'partner'])
    .where('role', '=', 'seller')
    .where('state', '=', 'active')
    .where('partner_id', '=', owner)
    .executeTakeFirst();
  if (!found?.partner) throw new FoyerError('performance_unknown', { field: 'performance' });
  return partnerOf({ ...found, partner: found.partner });
}

/**
 * Holds places of a partner's performance for a cart, beside what it holds there already: all or none.
 * @param request With the partner's own name of the performance.
 */
export async function holdAtPartner(
  runtime: CentreRuntime,
  cart: string,
  request: HoldRequest,
  owner: string,
  key: string | null,
): Promise<{ readonly replayed: boolean }> {
  const partner = await partnerNamed(runtime, owner);
  const bundles = await earlyBundles(runtime, cart, request, owner);
  return changeLeg(runtime.legs, partner, {
    ...{ cart, bundles },
    change: (lines) => withMore(itemsOf(lines), request.performance, request),
    request: key === null ? undefined : { key, hash: hashOf(request) },
  });
}

/** Gives back those of these lines that are partners'. A companion's seat goes with the last wheelchair place beside it. */
export async function releaseAtPartners(runtime: CentreRuntime, cart: string, ids: readonly string[]): Promise<void> {
  for (const leg of await legsOf(runtime, cart)) {
    if (!leg.lines.some(({ id }) => ids.includes(id))) continue;
    const without = (seats: readonly string[]) => (lines: readonly Line[]) =>
      itemsOf(lines.filter(({ id, place }) => !ids.includes(id) && !seats.includes(place.id)));
    const release = (seats: readonly string[]) =>
      changeLeg(runtime.legs, partnerOf(leg), { cart, change: without(seats) });
    await release([]).catch((error: unknown) => {
      if (!(error instanceof FoyerError) || error.code !== 'companion_alone' || !error.detail.seats) throw error;
      return release(error.detail.seats);
    });
  }
}

/** Gives those of these lines that are partners' another price type. @returns which they were. */
export async function repriceAtPartners(
  runtime: CentreRuntime,
  cart: string,
  changes: LineChanges['lines'],
): Promise<ReadonlySet<string>> {
  const wanted = new Map(changes.map(({ line, priceType }) => [line, priceType]));
  const done = new Set<string>();
  for (const leg of await legsOf(runtime, cart)) {
    const own = leg.lines.filter(({ id }) => wanted.has(id));
    if (own.length === 0) continue;
    await changeLeg(runtime.legs, partnerOf(leg), {
      cart,
      change: (lines) => itemsOf(lines.map((line) => ({ ...line, priceType: wanted.get(line.id) ?? line.priceType }))),
    });
    for (const { id } of own) done.add(id);
  }
  return done;
}

/** Asks every partner for more time, all at once. */
export async function extendAtPartners(runtime: CentreRuntime, cart: string): Promise<void> {
  const legs = await legsOf(runtime, cart);
  if (legs.length === 0) return;
  const names = new Map(legs.map(({ agreement, partner }) => [agreement, partner.name]));
  const extension = { seconds: MORE_TIME, forPayment: false };
  await extendLegs(runtime.legs, cart, extension, (agreement) => names.get(agreement) ?? '');
}
