import { replaceLost } from '../../../sdk/model/best-seats/index.ts';
import { SeatState } from '../../../sdk/model/scene/index.ts';
import type { Alternative, HallNow, Stranded } from '../../../sdk/model/seat-choice/types.ts';
import { mend } from '../../../sdk/model/seat-rules/index.ts';
import type { Hall } from '../hall-model.ts';

/** More ways out than this are no help. */
const OFFERS = 2;

/** The nearest choices that leave no seat alone. */
export const waysToMend = (hall: Hall, stranded: readonly Stranded[]): readonly Alternative[] =>
  mend(nowOf(hall), stranded, hall.prices, OFFERS);

/** Seats as good as one that somebody else took, such that those who come together stay together; null for none. */
export function inPlaceOf(hall: Hall, lost: number): Alternative | null {
  const keep: number[] = [];
  hall.states.forEach((state, seat) => {
    if (state === SeatState.mine) keep.push(seat);
  });
  const instead = replaceLost(nowOf(hall), [lost], keep, { prices: hall.prices });
  if (!instead) return null;
  return {
    take: instead.seats.filter((seat) => !keep.includes(seat)),
    release: keep.filter((seat) => !instead.seats.includes(seat)),
  };
}

export const nowOf = ({ scene, states, performance }: Hall): HallNow => ({
  scene,
  states,
  rules: performance.seatRules,
});
