import type { BundleLines } from '../../../sdk/contract/network/index.ts';
import { FoyerError } from '../../errors.ts';
import { isSame, withinItems } from './bundles.ts';
import { type Asked, LEASE, reserveAnew } from './change.ts';
import { itemsOf } from './items.ts';
import { type Leg, withReservation } from './leg.ts';
import { explain, type LegParts, type Partner } from './parts.ts';
import type { Lease, LegTransaction } from './store.ts';

/** How the parts of a cart at partners are to be priced from now on. */
export interface Alignment {
  readonly cart: string;
  /** As parts of what a leg's places are to be held, in the owner's own names. */
  readonly bundlesOf: (leg: Leg) => readonly BundleLines[];
  readonly partnerOf: (agreement: string) => Partner;
  /** What is written when everybody agreed, in the same transaction: the choices that the bundles follow from. */
  readonly keep?: (trx: LegTransaction) => Promise<void>;
}

/**
 * Lets every partner price its part of a cart as parts of the subscriptions and passes that the cart has now: the same
 * places, reserved anew in one step each. All of them do, or the cart stays as it was: who had agreed already is asked to
 * go back. A partner that does not answer even to that keeps the new price, which the cart then shows; it is put right by
 * the next call, at the latest before anybody pays, and a total that differs from what the buyer saw is refused.
 * @throws FoyerError with what a partner refused (`formula_unknown`, `total_changed`, …), `partner_unavailable`,
 * `cart_closed`, `request_in_progress` or `token_invalid`.
 */
export async function alignLegs(parts: LegParts, alignment: Alignment): Promise<void> {
  const { cart, bundlesOf, keep } = alignment;
  const lease: Lease = { cart, id: parts.random.uuid() };
  const begun = await parts.store.transact(async (trx) => {
    const until = new Date((await trx.now()).getTime() + LEASE);
    const { outcome, ...found } = { secondsLeft: null, ...(await trx.beginChange(lease, null, until)) };
    return { outcome, ...found, legs: outcome === 'begun' ? await trx.heldLegs(cart) : [] };
  });
  if (begun.outcome === 'request_in_progress') throw new FoyerError(begun.outcome, { retryAfter: 1 });
  if (begun.outcome !== 'begun') throw new FoyerError(begun.outcome === 'replayed' ? 'cart_closed' : begun.outcome);
  const changing = begun.legs.filter((leg) => !isSame(leg.bundles, bundlesOf(leg)));
  const { secondsLeft } = begun;
  const answers = await Promise.all(
    changing.map((leg) => askFor(parts, alignment, leg, { secondsLeft, bundles: bundlesOf(leg) })),
  );
  const refused = answers.find(({ answer }) => answer?.error);
  if (!refused) return finish(parts, lease, answers, keep);
  await goBack(parts, alignment, lease, { before: changing, answers, secondsLeft });
  const { agreement } = refused.before;
  if (!refused.answer?.error) throw new Error('A refusal without an error.');
  throw explain(refused.answer.error, alignment.partnerOf(agreement));
}

type Answered = Asked & { readonly before: Leg };

async function askFor(
  parts: LegParts,
  { partnerOf }: Alignment,
  before: Leg,
  { secondsLeft, bundles }: { readonly secondsLeft: number | null; readonly bundles: readonly BundleLines[] },
): Promise<Answered> {
  const wish = (leg: Leg | null) => {
    const items = itemsOf(leg?.lines ?? []);
    return { items, bundles: withinItems(bundles, items) };
  };
  return { before, ...(await reserveAnew(parts, partnerOf(before.agreement), { leg: before, secondsLeft, wish })) };
}

async function finish(
  { store }: LegParts,
  lease: Lease,
  answers: readonly Answered[],
  keep: Alignment['keep'],
): Promise<void> {
  const kept = await store.transact(async (trx) => {
    if (!(await trx.endChange(lease, true))) return false;
    await saveHeld(trx, lease.cart, answers.map(asAnswered));
    await keep?.(trx);
    return true;
  });
  // It took so long that somebody else may have the cart by now. They find every leg out of date, and put it right.
  if (!kept) throw new FoyerError('partner_unavailable', { retryAfter: 5 });
}

/** What ran out meanwhile, and was given up, stays so. */
async function saveHeld(trx: LegTransaction, cart: string, legs: readonly Leg[]): Promise<void> {
  const held = new Set((await trx.heldLegs(cart)).map(({ id }) => id));
  for (const leg of legs) if (held.has(leg.id)) await trx.save(leg);
}

/** A leg as its partner says it is now; of who did not say, nobody knows. */
const asAnswered = ({ before, leg, bundles, asked, answer }: Answered): Leg => {
  if (answer?.data) return withReservation({ ...(leg ?? before), bundles }, answer.data, asked);
  return answer?.error?.outcome === 'refused' ? (leg ?? before) : { ...before, bundles: null };
};

interface Failed {
  readonly before: readonly Leg[];
  readonly answers: readonly Answered[];
  readonly secondsLeft: number | null;
}

/** Asks whoever agreed to price its part as before, and writes down how everything is then. */
async function goBack(
  parts: LegParts,
  alignment: Alignment,
  lease: Lease,
  { answers, secondsLeft }: Failed,
): Promise<void> {
  const legs = await Promise.all(
    answers.map(async (answered) => {
      const now = asAnswered(answered);
      if (!answered.answer?.data || answered.before.bundles === null) return now;
      const back = await askFor(parts, alignment, now, { secondsLeft, bundles: answered.before.bundles });
      return back.answer?.data ? asAnswered(back) : now;
    }),
  );
  await parts.store.transact(async (trx) => {
    if (await trx.endChange(lease, false)) await saveHeld(trx, lease.cart, legs);
  });
}
