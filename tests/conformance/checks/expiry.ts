import { refusal, reservation } from '../kit/answers.ts';
import { checksOf, must, type Scene } from '../kit/check.ts';
import { until } from '../kit/time.ts';

/** As short as a hold is asked to be, and how much later its end must be seen. */
const SHORT = 2;
const PATIENCE = 15;

/** Holds seats for two seconds and waits until the centre itself says that they are over. */
export async function expired({ hall, partner, time }: Scene, seats: readonly string[]) {
  const held = await hall.reserve(seats, { seconds: SHORT });
  const over = await until(time, PATIENCE, async () => {
    const now = reservation(await partner.read(held.id));
    return now.state === 'expired' ? now : undefined;
  });
  must(over !== undefined, `a hold of ${SHORT} seconds is not over after ${PATIENCE}`);
  return over;
}

export const expiry = checksOf('expiry', {
  'holds no longer than it was asked to': async ({ hall }) => {
    const { secondsLeft } = await hall.reserve(await hall.seats(1), { seconds: 30 });
    must(secondsLeft !== null && secondsLeft <= 30, `it says that ${secondsLeft} seconds are left of 30`);
  },

  'says how long by its own clock, the same in both ways of saying it': async ({ hall, partner }) => {
    const first = await hall.reserve(await hall.seats(1), { seconds: 90 });
    const later = reservation(await partner.extend(first.id, { seconds: 300 }), { state: 'held' });
    const gained = (Date.parse(later.expiresAt ?? '') - Date.parse(first.expiresAt ?? '')) / 1000;
    const told = (later.secondsLeft ?? 0) - (first.secondsLeft ?? 0);
    // What passes between the two answers is in one and not in the other.
    must(Math.abs(gained - told) < 10, `the end moved by ${gained} seconds, and by what is left, by ${told}`);
  },

  'ends a hold by itself when its time is over': async (scene) => {
    const { expiresAt, secondsLeft } = await expired(scene, await scene.hall.seats(1));
    must(expiresAt === null && secondsLeft === null, 'it still says when it ends');
  },

  'gives the places of a hold that is over to whoever asks next': async (scene) => {
    const [seat = ''] = await scene.hall.seats(1);
    await expired(scene, [seat]);
    const { seats } = await scene.hall.status();
    must(seats[seat] === undefined, `the status still shows ${seat} as ${seats[seat]}`);
    await scene.hall.reserve([seat]);
  },

  'gives more time from now on': async ({ hall, partner }) => {
    const { id } = await hall.reserve(await hall.seats(1), { seconds: 30 });
    const { secondsLeft } = reservation(await partner.extend(id, { seconds: 600 }), { state: 'held' });
    must(secondsLeft !== null && secondsLeft > 500 && secondsLeft <= 600, `${secondsLeft} seconds are left of 600`);
  },

  'never makes a hold shorter by giving it more time': async ({ hall, partner }) => {
    const { id, expiresAt } = await hall.reserve(await hall.seats(1));
    const after = reservation(await partner.extend(id, { seconds: 1 }), { state: 'held' });
    must((after.expiresAt ?? '') >= (expiresAt ?? ''), `it ends at ${after.expiresAt} instead of ${expiresAt}`);
  },

  'holds again what is over, while all of it is free': async (scene) => {
    const seats = await scene.hall.seats(2);
    const { id } = await expired(scene, seats);
    reservation(await scene.partner.extend(id, { seconds: 300 }), { state: 'held' });
    refusal(await scene.partner.put(crypto.randomUUID(), scene.hall.wish(seats)), '409 seats_taken');
  },

  'gives no more time when a place went to another since': async (scene) => {
    const seats = await scene.hall.seats(2);
    const { id } = await expired(scene, seats);
    await scene.hall.reserve(seats.slice(0, 1));
    refusal(await scene.partner.extend(id, { seconds: 300 }), '409 reservation_expired');
    const { seats: taken } = await scene.hall.status();
    must(taken[seats[1] ?? ''] === undefined, 'the other place is held, though the answer was no');
  },
});
