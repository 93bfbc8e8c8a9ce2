import type { UitpasTariff } from '../../../sdk/contract/uitpas.ts';
import { type ErrorDetail, FoyerError } from '../../errors.ts';
import type { CentreRuntime } from '../../runtime.ts';
import { claimedPlace, type Offer } from '../catalogue/index.ts';
import { type TariffAnswer, UitpasError } from './port.ts';

/** A place of ours whose tariffs are asked, at its normal price. */
export interface PlaceToAsk {
  readonly performance: string;
  readonly event: string;
  readonly regularCents: number;
}

/** Seconds after which asking again may help. */
const RETRY_AFTER = 10;

/**
 * What UiTPAS needs to know of a held place.
 * @throws FoyerError `uitpas_not_offered`, `hold_expired` when it has no price (any more).
 */
export function placeToAsk(
  { uitpas }: Pick<CentreRuntime, 'uitpas'>,
  { place, priceType }: { readonly place: string; readonly priceType: string },
  offer: Offer | undefined,
): PlaceToAsk {
  const zone = offer?.plan.place(claimedPlace(place))?.zone;
  const price = zone === undefined ? undefined : offer?.prices.price(zone, priceType);
  if (!offer || !price) throw new FoyerError('hold_expired', { field: 'line' });
  const { id, uitpas_event: event } = offer.performance;
  if (!uitpas || event === null) throw new FoyerError('uitpas_not_offered');
  return { performance: id, event, regularCents: price.price.cents };
}

/**
 * The tariffs of a card for a place, as UiTPAS says.
 * @throws FoyerError `uitpas_proof_unreadable`, and what UiTPAS refuses, in its own words besides ours.
 */
export async function askTariffs(
  { uitpas }: Pick<CentreRuntime, 'uitpas'>,
  { performance, event, regularCents }: PlaceToAsk,
  proof: string,
): Promise<TariffAnswer> {
  const number = uitpas?.proofs.open(proof, performance);
  if (!uitpas || number === undefined) throw new FoyerError('uitpas_proof_unreadable', { field: 'proof' });
  const answer = await uitpas.api.tariffs({ event, number, regularCents }).catch(explain);
  return { ...answer, tariffs: answer.tariffs.filter(({ price }) => price.cents <= regularCents) };
}

/** The one that was chosen. @throws FoyerError `uitpas_tariff_gone` with what UiTPAS says instead. */
export function chosenTariff({ tariffs, message }: TariffAnswer, id: string): UitpasTariff {
  const found = tariffs.find((tariff) => tariff.id === id);
  if (!found) throw new FoyerError('uitpas_tariff_gone', { field: 'tariff', ...(message && { text: message }) });
  return found;
}

/** Says UiTPAS' failure in the words of our contract. */
export function explain(error: unknown, detail: ErrorDetail = {}): never {
  if (!(error instanceof UitpasError)) throw error;
  const { code, message, text } = error;
  throw new FoyerError(code, {
    ...{ message, ...(text && { text }), ...detail },
    ...(error.outcome === 'unknown' && { retryAfter: RETRY_AFTER }),
  });
}
