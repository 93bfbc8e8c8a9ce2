import type { Language } from '../../../sdk/contract/index.ts';
import { replaceLost } from '../../../sdk/model/best-seats/index.ts';
import { SeatState } from '../../../sdk/model/scene/index.ts';
import type { Alternative, Stranded } from '../../../sdk/model/seat-choice/types.ts';
import { mend } from '../../../sdk/model/seat-rules/index.ts';
import { seatAdviceWords } from '../../translations/seat-advice/index.ts';
import type { Choosing } from '../choosing.ts';
import type { Hall } from '../hall-model.ts';
import { nowOf } from '../hall-now.ts';
import type { Names } from '../names.ts';
import type { Advice } from './advice.ts';

/** More ways out than this are no help. */
const OFFERS = 2;

interface About {
  readonly hall: Hall;
  readonly names: Names;
  readonly language: Language;
}

/** What to advise: first about a seat that was missed, then about one that is left alone. */
export async function adviceOn(
  about: About,
  stranded: readonly Stranded[],
  missed: Missed | null,
  before: Advice | null,
): Promise<Advice | null> {
  await seatAdviceWords.load(about.language);
  return (missed && aboutLost(about, missed, before)) ?? (stranded.length > 0 ? aboutAlone(about, stranded) : null);
}

/** The nearest choices that leave no seat alone. */
function aboutAlone({ hall, names, language }: About, stranded: readonly Stranded[]): Advice {
  const words = seatAdviceWords.in(language);
  const labelOf = ({ take, release }: Alternative) => {
    const places = names.placesWithin(take);
    return release.length === 0 ? words.takeToo(places) : words.moveTo(places);
  };
  const offers = mend(nowOf(hall), stranded, hall.prices, OFFERS).map((change) => ({ label: labelOf(change), change }));
  const places = names.placesWithin(stranded.map(({ seat }) => seat));
  return { about: 'alone', text: words.alone(places, stranded.length), offers };
}

/** Other seats for one that was missed; those that were offered before, as long as they are to be had. */
function aboutLost({ hall, names, language }: About, missed: Missed, before: Advice | null): Advice | null {
  const words = seatAdviceWords.in(language);
  const known = before?.about === 'lost' ? before.offers[0]?.change : undefined;
  const change = instead(hall, missed, known);
  if (!change) return null;
  const offers = [{ label: words.instead(names.placesWithin(change.take)), change }];
  return { about: 'lost', text: words.lost(names.place(missed.seat)), offers };
}

/**
 * Takes what was advised. Who has as many places as they may have gives back first; what cannot be had then leaves them
 * what they had.
 */
export async function follow(choosing: Choosing, { performance }: Hall, { take, release }: Alternative): Promise<void> {
  const isFull = release.length > 0 && choosing.count + take.length > performance.maxPlacesPerCart;
  if (!isFull) {
    await choosing.exchange(take, release);
    return;
  }
  if ((await choosing.exchange([], release)) !== 'done' || (await choosing.exchange(take)) === 'done') return;
  const { text, tone } = choosing.message;
  if ((await choosing.exchange(release)) === 'done') choosing.tell(text, tone);
}

/** What to say when advice changes; empty for nothing. That a seat is lost was said as it happened. */
export function newsOf(advice: Advice | null, before: Advice | null, { hall, language }: Omit<About, 'names'>): string {
  if (advice?.about === 'lost') return advice.offers.map(({ label }) => label).join(' ');
  if (advice) return advice.text;
  return before?.about === 'alone' && hall.states.includes(SeatState.mine) ? seatAdviceWords.in(language).mended : '';
}

/** A seat that somebody else took, and the hall as it was then. */
export interface Missed {
  readonly seat: number;
  readonly states: Uint8Array;
}

/**
 * Seats as good as one that somebody else took, such that those who come together stay together; `known` as long as they
 * are to be had. Null for none, and once the visitor has chosen something else or the seat came back.
 */
function instead(hall: Hall, { seat, states }: Missed, known?: Alternative): Alternative | null {
  const keep = mineIn(hall.states);
  if (hall.states[seat] === SeatState.free || String(keep) !== String(mineIn(states))) return null;
  if (known?.take.every((one) => hall.states[one] === SeatState.free)) return known;
  const found = replaceLost(nowOf(hall), [seat], keep, { prices: hall.prices });
  if (!found) return null;
  return {
    take: found.seats.filter((one) => !keep.includes(one)),
    release: keep.filter((one) => !found.seats.includes(one)),
  };
}

function mineIn(states: Uint8Array): number[] {
  const mine: number[] = [];
  states.forEach((state, seat) => {
    if (state === SeatState.mine) mine.push(seat);
  });
  return mine;
}
