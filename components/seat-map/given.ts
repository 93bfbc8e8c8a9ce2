import { createSeatChoice, type SeatChoice } from '../../sdk/stores/seat-choice.ts';
import type { SeatingState, SeatingStore } from '../../sdk/stores/types.ts';
import { warn } from '../internal/warn.ts';
import type { FoyerSeatMap } from './seat-map.ts';

/**
 * The hall that the element's own properties describe: the store it has, brought up to date, or a new one. What cannot
 * be shown is told to the page's author; visitors read that there is no plan.
 */
export function takeGiven(map: FoyerSeatMap, known: SeatingStore | undefined): SeatingStore | undefined {
  const { plan, status, prices, rules, selected, performance } = map;
  if (!plan) return undefined;
  const isSame = known?.performance === performance;
  const about = isSame ? {} : { performance: performance ? { id: performance } : undefined };
  const given = { plan, status, prices, rules, selected, ...about };
  try {
    if (known && 'update' in known) {
      (known as SeatChoice).update(given);
      return known;
    }
    const choice = createSeatChoice(given);
    choice.chosen.subscribe(() => {
      if (String(map.selected ?? []) !== String(choice.selected)) map.selected = choice.selected;
    });
    return choice;
  } catch (error) {
    warn('hall-refused', map.localName, error instanceof Error ? error.message : String(error));
    return refused(map);
  }
}

/** Nothing to show until the page's author gives something else. */
function refused(map: FoyerSeatMap): SeatingStore {
  const state: SeatingState = { state: 'failed', failure: { code: 'internal', retryable: false } };
  return {
    performance: '',
    get: () => state,
    subscribe(listener) {
      listener(state);
      return () => {};
    },
    reload: () => map.requestUpdate('plan'),
  };
}
