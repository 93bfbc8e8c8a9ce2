import type { PriceList } from '../../sdk/contract/prices/index.ts';
import { createTicketSigner } from '../../server/adapters/tickets/index.ts';
import type { Offer } from '../../server/features/catalogue/index.ts';
import { finishLeg, type LegParts } from '../../server/features/legs/index.ts';
import type { OwnerParts } from '../../server/features/network/reservations/parts.ts';
import { createMemoryOwner, type MemoryOwner } from '../harness/network/memory-owner.ts';
import type { Chance } from './chance.ts';
import { createMemorySeller, type MemorySeller, type SellerTransaction } from './memory-seller.ts';
import { createProcess, type Process } from './process.ts';
import type { VirtualTime } from './time.ts';

/** One centre: what it owns, what it sells, and the process that does both and can die. */
export interface SimulatedCentre {
  readonly id: string;
  readonly process: Process;
  readonly owner: MemoryOwner;
  readonly ownerParts: OwnerParts;
  readonly seller: MemorySeller;
  readonly legParts: LegParts;
  /** What an order does, by the process. */
  transact<T>(work: (trx: SellerTransaction) => Promise<T>): Promise<T>;
}

export interface CentreOptions {
  readonly id: string;
  readonly time: VirtualTime;
  readonly chance: Chance;
  /** Milliseconds its clock is off. */
  readonly skew: number;
  readonly offers: readonly Offer[];
  readonly priceList: PriceList;
  readonly risk: () => number;
  readonly partners: LegParts['partners'];
  /** Milliseconds it stays dead. */
  readonly recovery: () => number;
  /** Hears of what must never happen. */
  readonly fault: (error: unknown) => void;
  /** Takes guards away, to see that they are missed. */
  readonly sabotage?: Sabotage | undefined;
}

/** Ways to make a centre wrong on purpose. */
export interface Sabotage {
  readonly ownerParts?: (parts: OwnerParts) => OwnerParts;
  readonly legParts?: (parts: LegParts) => LegParts;
}

/** Before what failed in an unforeseen way is tried again, in milliseconds. */
const PAUSE = 60_000;
const SIGNER = createTicketSigner(new Uint8Array(32).fill(9));
const asIs = <T>(parts: T): T => parts;

export function createCentre(options: CentreOptions): SimulatedCentre {
  const { id, time, chance, skew, offers, priceList, risk, partners, recovery, fault, sabotage = {} } = options;
  const now = () => time.now() + skew;
  const owner = createMemoryOwner({ now: () => new Date(now()), offers, priceList: () => priceList });
  const seller = createMemorySeller(now);
  const random = { uuid: chance.uuid };
  const process = createProcess({
    ...{ chance, risk },
    died: () =>
      time.after(recovery(), () => {
        process.restart();
        work.restart();
      }),
  });
  const work = createWorker({ time, now, process, seller, fault });
  const transact: SimulatedCentre['transact'] = (doing) =>
    process.step(async () => {
      const result = await seller.transact((trx) => doing(mortal(process, trx)));
      work.plan();
      return result;
    });
  const legParts = (sabotage.legParts ?? asIs)({
    store: { transact },
    partners: mortalCalls(process, partners),
    random,
  });
  work.begin(legParts);
  return {
    ...{ id, process, owner, seller, legParts, transact },
    ownerParts: (sabotage.ownerParts ?? asIs)({
      store: { transact: (doing) => process.step(() => owner.store.transact((trx) => doing(mortal(process, trx)))) },
      random,
      signer: SIGNER,
      config: { id, timeZone: 'Europe/Brussels' },
    }),
  };
}

/** Everything a transaction does is a moment at which the process may die. */
function mortal<T extends object>(process: Process, trx: T): T {
  return new Proxy(trx, {
    get(target, name, receiver) {
      const value: unknown = Reflect.get(target, name, receiver);
      if (typeof value === 'object' && value !== null) return mortal(process, value);
      if (typeof value !== 'function') return value;
      return (...given: unknown[]) => process.inside(async () => value.apply(target, given));
    },
  });
}

function mortalCalls(process: Process, partners: LegParts['partners']): LegParts['partners'] {
  return new Proxy(partners, {
    get(target, name, receiver) {
      const value: unknown = Reflect.get(target, name, receiver);
      if (typeof value !== 'function') return value;
      return (...given: unknown[]) => process.step(async () => value.apply(target, given));
    },
  });
}

interface WorkerOptions {
  readonly time: VirtualTime;
  readonly now: () => number;
  readonly process: Process;
  readonly seller: MemorySeller;
  readonly fault: (error: unknown) => void;
}

/** Finishes what is planned, as the jobs of a real server do; what a process that died had begun is begun again. */
function createWorker({ time, now, process, seller, fault }: WorkerOptions) {
  let planned = new Map<string, number>();
  let parts: LegParts | undefined;
  const plan = () => {
    for (const { leg, at } of seller.wakes()) {
      if (planned.get(leg) === at) continue;
      planned.set(leg, at);
      const mine = planned;
      time.after(at - now(), () => {
        if (mine !== planned || mine.get(leg) !== at || !process.alive || !parts) return;
        const next = (pause: number) =>
          time.after(pause, () => {
            if (mine.get(leg) === at) mine.delete(leg);
            plan();
          });
        finishLeg(parts, leg).then(
          () => next(1),
          (error: unknown) => {
            fault(error);
            next(PAUSE);
          },
        );
      });
    }
  };
  return {
    begin(given: LegParts) {
      parts = given;
    },
    plan,
    restart() {
      planned = new Map();
      plan();
    },
  };
}
