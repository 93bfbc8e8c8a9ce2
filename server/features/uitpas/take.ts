import type { UitpasChoice, UitpasTariff } from '../../../sdk/contract/uitpas.ts';
import type { DatabaseTransaction } from '../../adapters/postgres/tables.ts';
import { transact } from '../../adapters/postgres/transact.ts';
import { FoyerError } from '../../errors.ts';
import type { CentreRuntime } from '../../runtime.ts';
import { askTariffs, chosenTariff, type PlaceToAsk, placeToAsk } from './ask.ts';
import { othersOnCard } from './cards.ts';
import { dropTariffs, giveTariff, tariffLines } from './store.ts';

/** A held place of ours, as `claim` has it. */
export interface HeldPlace {
  readonly id: string;
  readonly performance: string;
  readonly place: string;
  readonly priceType: string;
}

interface Priced {
  readonly held: HeldPlace;
  readonly place: PlaceToAsk;
  readonly tariff: UitpasTariff;
}

/** How a cart is looked at and kept from others, whoever it belongs to: a visitor here, or a partner's reservation. */
export interface CartOfTariffs {
  /** What it holds of ours now. */
  read(): Promise<readonly HeldPlace[]>;
  /**
   * Keeps it for a transaction and gives what it holds then; `after` is called with the transaction once the tariffs are
   * written. @throws FoyerError when it is nobody's to change now.
   */
  keep(trx: DatabaseTransaction): Promise<readonly HeldPlace[]>;
}

/**
 * Gives places a tariff of a card, or takes it from them: all of them or none. UiTPAS is asked first, outside the
 * transaction, so that nobody waits for it with a lock; what changed meanwhile is refused.
 * @throws FoyerError `hold_expired`, `uitpas_not_offered`, `uitpas_tariff_gone`, `uitpas_maximum_reached` when the card has
 * fewer places left at the tariff, and what UiTPAS refuses.
 */
export async function takeTariffs(
  runtime: CentreRuntime,
  cart: string,
  choice: UitpasChoice,
  { read, keep }: CartOfTariffs,
  after: (trx: DatabaseTransaction) => Promise<void> = async () => {},
): Promise<void> {
  const priced = choice.tariff === null ? [] : await price(runtime, choice, await read());
  await transact(runtime.db, async (trx) => {
    const now = await keep(trx);
    if (choice.tariff === null) await dropTariffs(trx, cart, choice.lines);
    else await give(runtime, trx, { cart, choice, priced, now });
    // What was registered for another tariff is taken back at once: it keeps the card from being used.
    await runtime.jobs.add(trx, 'end-uitpas-sales', {}, { key: 'end-uitpas-sales' });
    await after(trx);
  });
}

type Taking = Extract<UitpasChoice, { tariff: string }>;

async function price(runtime: CentreRuntime, choice: Taking, held: readonly HeldPlace[]): Promise<readonly Priced[]> {
  const lines = [...new Set(choice.lines)].map((line) => {
    const found = held.find(({ id }) => id === line);
    if (!found) throw new FoyerError('hold_expired', { field: 'lines', lines: [line] });
    return found;
  });
  const offers = await runtime.catalogue.offers(lines.map(({ performance }) => performance));
  if (offers.size > 1) throw new FoyerError('invalid_request', { field: 'lines' });
  const places = lines.map((one) => placeToAsk(runtime, one, offers.get(one.performance)));
  const answers = new Map<number, UitpasTariff>();
  for (const place of places) {
    if (answers.has(place.regularCents)) continue;
    answers.set(place.regularCents, chosenTariff(await askTariffs(runtime, place, choice.proof), choice.tariff));
  }
  return lines.flatMap((one, index) => {
    const place = places[index];
    const tariff = place && answers.get(place.regularCents);
    return place && tariff ? [{ held: one, place, tariff }] : [];
  });
}

async function give(
  runtime: CentreRuntime,
  trx: DatabaseTransaction,
  {
    cart,
    choice,
    priced,
    now,
  }: {
    readonly cart: string;
    readonly choice: Taking;
    readonly priced: readonly Priced[];
    readonly now: readonly HeldPlace[];
  },
): Promise<void> {
  await checkRemaining(runtime, trx, cart, choice, priced);
  for (const { held, place, tariff } of priced) {
    const same = now.some(({ id, priceType }) => id === held.id && priceType === held.priceType);
    if (!same) throw new FoyerError('hold_expired', { field: 'lines', lines: [held.id] });
    await giveTariff(trx, {
      ...{ cart, line: held.id, priceType: held.priceType, place, tariff, proof: choice.proof },
    });
  }
}

/** A card has so many places left, whatever carts' lines they are asked for. */
async function checkRemaining(
  runtime: CentreRuntime,
  trx: DatabaseTransaction,
  cart: string,
  { lines, proof, tariff: wanted }: Taking,
  priced: readonly Priced[],
): Promise<void> {
  const [first] = priced;
  const number = first && runtime.uitpas?.proofs.open(proof, first.place.performance);
  if (!first || number === undefined) throw new FoyerError('uitpas_proof_unreadable', { field: 'proof' });
  const asked = { number, event: first.place.event, tariff: wanted, except: lines };
  const others = othersOnCard(runtime, await tariffLines(trx, cart), asked);
  const remaining = Math.min(...priced.map(({ tariff }) => tariff.remaining));
  if (priced.length + others > remaining) throw new FoyerError('uitpas_maximum_reached', { field: 'lines', lines });
}
