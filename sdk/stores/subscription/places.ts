import type { Cart, HoldRequest, Line, Performance, SubscriptionFormula } from '../../contract/index.ts';
import type { Preference } from '../../model/subscriptions/pick-places.ts';
import type { CartState, CartStore, Failure, SeatingState, SeatingStore, Shop } from '../types.ts';

/** What places are asked for, by whom. */
export interface PlacesAsked {
  readonly performance: string;
  readonly places: number;
  readonly formula: SubscriptionFormula;
  readonly prefer: Preference;
  /** Ids of seats these people have here or on other evenings in the same hall; the first ones count most. */
  readonly like: readonly string[];
}

/** What was held. */
export interface PlacesHeld {
  readonly lines: readonly Line[];
  /** Somebody was ahead of us once or more. */
  readonly overtaken: boolean;
}

/** So often somebody else may be ahead, before the visitor is told. */
const TRIES = 5;
/** After so many of them the hall is asked for anew. */
const STALE_AFTER = 2;

/** Not so many places are left. */
const FULL: Failure = { code: 'seats_taken', retryable: false };

/** Holds places together for one performance; when somebody is ahead, the next best are asked for. */
export async function holdPlaces(shop: Shop, asked: PlacesAsked): Promise<PlacesHeld | { readonly refused: Failure }> {
  const store = shop.seating(asked.performance);
  // Followed until the places are held, so that what others take meanwhile is known.
  const stop = store.subscribe(() => {});
  try {
    return await tryToHold(shop, store, asked);
  } finally {
    stop();
  }
}

async function tryToHold(shop: Shop, store: SeatingStore, asked: PlacesAsked): ReturnType<typeof holdPlaces> {
  const not = new Set<string>();
  // Fetched with the first performance that is chosen: who only looks needs none of it.
  const chooser = await import('../../model/subscriptions/pick-places.ts').catch(() => null);
  if (!chooser) return { refused: { code: 'network', retryable: true } };
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    // What was remembered of the hall may be older than anybody thought.
    if (attempt === STALE_AFTER || store.get().state === 'failed') store.reload();
    const seating = await loaded(store);
    if (seating.state !== 'ready') return { refused: seating.failure };
    const before = linesOf(shop.cart.get(), asked.performance);
    const wanted = { ...seating, ...asked, performance: seating.performance, not };
    const places = chooser.pickPlaces({
      ...wanted,
      priceType: priceTypeOf(asked.formula, seating.performance),
      mine: before.map(({ place }) => place.id),
    });
    if (!places) return { refused: FULL };
    const answer = await shop.cart.hold({ performance: asked.performance, ...places });
    if (answer.data) return { lines: newLines(answer.data, asked.performance, before), overtaken: attempt > 0 };
    const { error } = answer;
    if (error.code !== 'seats_taken' && error.code !== 'area_full') return { refused: error };
    for (const place of error.seats ?? placesIn(places)) not.add(place);
  }
  return { refused: FULL };
}

/** The first one that the formula reduces; without a list, the performance's own first one applies. */
function priceTypeOf({ priceTypes }: SubscriptionFormula, { prices }: Performance): string | undefined {
  return priceTypes?.find((type) => prices.some(({ priceType }) => priceType === type));
}

const linesOf = (cart: CartState, performance: string): readonly Line[] =>
  cart.state === 'open' ? cart.cart.lines.filter((line) => line.performance.id === performance) : [];

const newLines = ({ lines }: Cart, performance: string, before: readonly Line[]): readonly Line[] =>
  lines.filter((line) => line.performance.id === performance && !before.some(({ id }) => id === line.id));

const placesIn = ({ seats = [], areas = [] }: Omit<HoldRequest, 'performance'>): readonly string[] => [
  ...seats.map(({ seat }) => seat),
  ...areas.map(({ area }) => area),
];

type Loaded = Extract<SeatingState, { state: 'ready' | 'failed' }>;

/** Waits until the hall is known, or cannot be. */
function loaded(store: SeatingStore): Promise<Loaded> {
  return new Promise((resolve) => {
    let stop: (() => void) | undefined;
    let isDone = false;
    stop = store.subscribe((now) => {
      if (isDone || (now.state !== 'ready' && now.state !== 'failed')) return;
      isDone = true;
      stop?.();
      resolve(now);
    });
    if (isDone) stop();
  });
}

/** Below this many seconds, who goes on choosing is given more time by itself: choosing is a sign of life. */
const SHORT = 300;

/** Asks for more time when little is left. That there is no more is told where the time is shown. */
export async function keepTime(store: CartStore, { extendable, secondsLeft }: Cart): Promise<void> {
  if (extendable && secondsLeft !== null && secondsLeft < SHORT) await store.extend();
}
