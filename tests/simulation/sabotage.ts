import type { Leg } from '../../server/features/legs/leg.ts';
import type { LegStore, LegTransaction } from '../../server/features/legs/store.ts';
import type { PartnerAnswer } from '../../server/features/network/partner-api.ts';
import type { OwnerTransaction } from '../../server/features/network/reservations/owner-store.ts';
import type { Sabotage } from './centre.ts';

/** A store whose transactions are not what they were. */
const withLegs = (change: (trx: LegTransaction) => Partial<LegTransaction>): Sabotage => ({
  legParts: (parts) => {
    const store: LegStore = {
      transact: (work) => parts.store.transact((trx) => work(over(trx, change(trx)))),
    };
    return { ...parts, store };
  },
});

const withOwner = (change: (trx: OwnerTransaction) => Partial<OwnerTransaction>): Sabotage => ({
  ownerParts: (parts) => ({
    ...parts,
    store: { transact: (work) => parts.store.transact((trx) => work(over(trx, change(trx)))) },
  }),
});

/** The same object, with some of it replaced. */
const over = <T extends object>(base: T, changed: Partial<T>): T =>
  new Proxy(base, { get: (target, name) => Reflect.get(name in changed ? changed : target, name) });

const once = new Map<string, Leg>();

/** Guards of the network, each taken away: the simulation must miss every one. */
export const SABOTAGES: Readonly<Record<string, Sabotage>> = {
  'silence is taken for a no': {
    legParts: (parts) => {
      const no = async <T>(answer: Promise<PartnerAnswer<T>>): Promise<PartnerAnswer<T>> => {
        const { data, error } = await answer;
        return error ? { error: { ...error, outcome: 'refused', code: 'reservation_lost' } } : { data: data as T };
      };
      const { partners } = parts;
      return {
        ...parts,
        partners: over(partners, { confirm: (agreement, id, request) => no(partners.confirm(agreement, id, request)) }),
      };
    },
  },
  'what was decided is not planned': withLegs(() => ({ wake: async () => {} })),
  'an answer counts although somebody else wrote one': withLegs((trx) => ({
    leg: async (id) => {
      const known = once.get(id) ?? (await trx.leg(id));
      if (known?.state === 'confirming') once.set(id, known);
      return known;
    },
  })),
  'what nobody knows is taken for no bundle': withLegs((trx) => ({
    save: (leg) => trx.save({ ...leg, bundles: leg.bundles ?? [] }),
  })),
  'what an owner undid is not booked': withLegs(() => ({ settle: async () => {} })),
  'a refused hold is taken for one': withOwner((trx) => ({
    hold: async (wish) => {
      await trx.hold(wish);
      return undefined;
    },
  })),
  'a sale is forgotten by the reservation': withOwner((trx) => ({
    changeReservation: (of, { state, order, ...change }) =>
      trx.changeReservation(of, { ...change, ...(state && state !== 'confirmed' && { state }) }),
  })),
  'what is given up stays held': withOwner(() => ({ release: async () => {} })),
  'a hold is given without end': withOwner((trx) => ({
    holdUntil: (cart, until) => trx.holdUntil(cart, new Date(until.getTime() + 3 * 60 * 60_000)),
  })),
};
