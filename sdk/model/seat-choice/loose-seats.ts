import { KINDS } from '../scene/scene.ts';
import { SeatState } from '../scene/states.ts';
import type { HallNow } from './types.ts';

export const WHEELCHAIR = KINDS.indexOf('wheelchair');
export const COMPANION = KINDS.indexOf('companion');
export const RESTRICTED = KINDS.indexOf('restricted-view');

/** Says of each seat whether anybody could buy it, were it free: no house seat and no protected place. */
export function isOrdinary({ scene, rules }: HallNow, seat: number): boolean {
  return ORDINARY[rules.wheelchair][scene.kind[seat] ?? 0] ?? false;
}

/** By kind: whether such a seat is for anybody. */
const ORDINARY = {
  released: KINDS.map((kind) => kind !== 'house'),
  protected: KINDS.map((kind) => kind !== 'house' && kind !== 'wheelchair' && kind !== 'companion'),
};

/** 1 for each seat that anybody could buy now. */
export function looseSeats(hall: HallNow): Uint8Array {
  const { states, scene, rules } = hall;
  const ordinary = ORDINARY[rules.wheelchair];
  const loose = new Uint8Array(scene.count);
  for (let seat = 0; seat < loose.length; seat += 1) {
    if (states[seat] === SeatState.free && ordinary[scene.kind[seat] ?? 0]) loose[seat] = 1;
  }
  return loose;
}

/** The visitor's own seats, in order. */
export function mineOf({ states }: HallNow): number[] {
  const mine: number[] = [];
  for (let seat = states.indexOf(SeatState.mine); seat >= 0; seat = states.indexOf(SeatState.mine, seat + 1)) {
    mine.push(seat);
  }
  return mine;
}

/** The same hall after seats were taken by the visitor and others given back. */
export function hallAfter(hall: HallNow, take: Iterable<number>, release: Iterable<number> = []): HallNow {
  const states = hall.states.slice();
  for (const seat of release) states[seat] = SeatState.free;
  for (const seat of take) states[seat] = SeatState.mine;
  return { ...hall, states };
}
