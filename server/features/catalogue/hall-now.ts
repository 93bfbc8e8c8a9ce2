import { SeatState } from '../../../sdk/model/scene/index.ts';
import type { HallNow } from '../../../sdk/model/seat-choice/types.ts';
import type { Offer } from './catalogue.ts';

/** A hall to look at: whose performance, and the places of who looks. */
export interface Onlooker {
  readonly offer: Offer;
  readonly own: readonly string[];
}

/** The hall as the rules of choosing look at it; `own` wins over what is taken, because own seats are taken too. */
export function hallNow(
  { offer, own }: Onlooker,
  taken: readonly { readonly place: string; readonly state: 'held' | 'sold' | 'blocked' }[],
): HallNow {
  const scene = offer.plan.scene();
  const { single_seat_rule: singleSeat, wheelchair_rule: wheelchair } = offer.performance;
  const states = new Uint8Array(scene.count);
  const mark = (place: string, state: SeatState) => {
    const seat = scene.indexOf.get(place);
    if (seat !== undefined) states[seat] = state;
  };
  for (const { place, state } of taken) mark(place, SeatState[state]);
  for (const place of offer.plan.houseSeats) mark(place, SeatState.blocked);
  for (const place of own) mark(place, SeatState.mine);
  return { scene, states, rules: { singleSeat, wheelchair } };
}
