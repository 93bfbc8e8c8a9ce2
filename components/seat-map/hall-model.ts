import type { Performance } from '../../sdk/contract/performance.ts';
import type { SeatStatus } from '../../sdk/contract/seat-status.ts';
import {
  changedSeats,
  chooseColumns,
  createScene,
  createSeatIndex,
  readStates,
  type Scene,
  type SeatIndex,
  type Summary,
  summarise,
  type ZonePrice,
  zonePrices,
} from '../../sdk/model/scene/index.ts';
import type { SeatingPlan } from '../../sdk/model/seating-plan/types.ts';

export interface HallInput {
  readonly performance: Performance;
  readonly plan: SeatingPlan;
  readonly status: SeatStatus;
  /** Ids of the visitor's own seats. */
  readonly mine: Iterable<string>;
  readonly pending: Iterable<string>;
  /** The centre's first price type. */
  readonly usualType: string | undefined;
  /** Width : height of the view; decides how floors stand. */
  readonly aspect: number;
}

/** What canvas, list and speech are made of: one object for each moment of the hall. */
export interface Hall {
  readonly performance: Performance;
  readonly usualType: string | undefined;
  readonly scene: Scene;
  readonly index: SeatIndex;
  readonly prices: ReadonlyMap<string, ZonePrice>;
  readonly states: Uint8Array;
  readonly summary: Summary;
  /** Places left by area; the same object until one changes. */
  readonly areas: SeatStatus['areas'];
  areaFree(area: string): number;
  /** Places left, numbered or not. */
  readonly free: number;
}

/** The hall as it is now. What is expensive and still holds is the same object as the moment before. */
export function nextHall(input: HallInput, before: Hall | undefined): Hall {
  const { performance, plan, status, usualType, aspect } = input;
  const columns = chooseColumns(plan, aspect);
  const kept = before?.scene.plan === plan && String(before.scene.columns) === String(columns) ? before : undefined;
  const scene = kept?.scene ?? createScene(plan, columns);
  const samePrices = kept?.performance === performance && kept.usualType === usualType;
  const prices = samePrices ? kept.prices : zonePrices(performance.prices, usualType);
  const states = readStates(scene, input);
  const unchanged = samePrices && changedSeats(kept.states, states).length === 0;
  const summary = unchanged ? kept.summary : summarise(scene, states, prices);
  const areaFree = (area: string) => status.areas[area]?.free ?? 0;
  return {
    performance,
    usualType,
    scene,
    index: kept?.index ?? createSeatIndex(scene),
    prices,
    states: unchanged ? kept.states : states,
    summary,
    areas: status.areas,
    areaFree,
    free: plan.areas.reduce((total, { id }) => total + areaFree(id), summary.free),
  };
}
