import type { CentreRuntime } from '../../runtime.ts';
import type { TariffLine } from './store.ts';

/**
 * How many other places of a cart are at the same tariff of the same card, and UiTPAS does not know of yet. Cards are told
 * apart by opening what is sealed; nothing of that is kept.
 */
export function othersOnCard(
  { uitpas }: Pick<CentreRuntime, 'uitpas'>,
  lines: readonly TariffLine[],
  asked: {
    readonly number: string;
    readonly event: string;
    readonly tariff: string;
    readonly except: readonly string[];
  },
): number {
  return lines.filter(
    ({ line, event, tariff, proof, performance, sale }) =>
      event === asked.event &&
      tariff === asked.tariff &&
      !asked.except.includes(line) &&
      sale?.state !== 'registered' &&
      proof !== null &&
      uitpas?.proofs.open(proof, performance) === asked.number,
  ).length;
}
