import { randomUUID } from 'node:crypto';
import { refusal, reservation, sameReservation, seatsOf } from '../kit/answers.ts';
import { checksOf, must } from '../kit/check.ts';

export const idempotency = checksOf('idempotency', {
  'answers the same reservation when it is asked for again, and holds no more': async ({ partner, hall }) => {
    const id = randomUUID();
    const wish = hall.wish(await hall.seats(2));
    const first = reservation(await partner.put(id, wish), { state: 'held', statuses: [201] });
    const again = reservation(await partner.put(id, wish), { state: 'held' });
    sameReservation(first, again, 'Asked for again');
  },

  'takes the order of a body’s fields for what it is: of no meaning': async ({ partner, hall }) => {
    const id = randomUUID();
    const { items, ...rest } = hall.wish(await hall.seats(1));
    reservation(await partner.put(id, { ...rest, items }), { statuses: [201] });
    reservation(await partner.put(id, { items, ...rest }));
  },

  'refuses another body under the same id, and keeps what it had': async ({ partner, hall }) => {
    const seats = await hall.seats(2);
    const { id } = await hall.reserve(seats.slice(0, 1));
    refusal(await partner.put(id, hall.wish(seats)), '422 reservation_differs');
    const kept = reservation(await partner.read(id), { state: 'held' });
    must(String(seatsOf(kept)) === seats[0], `it holds ${seatsOf(kept)} after it`);
    must((await hall.status()).seats[seats[1] ?? ''] === undefined, 'the seat that was refused is taken');
  },

  'answers a second confirmation as the first, with the same tickets and entries': async ({ partner, hall }) => {
    const { id, total } = await hall.reserve(await hall.seats(2));
    const first = reservation(await partner.confirm(id, { expectedTotal: total }), { state: 'confirmed' });
    const again = reservation(await partner.confirm(id, { expectedTotal: total }), { state: 'confirmed' });
    sameReservation(first, again, 'Confirmed again');
    sameReservation(first, reservation(await partner.read(id)), 'Read after it was confirmed');
  },

  'answers the first request again when the reservation was confirmed since': async ({ partner, hall }) => {
    const id = randomUUID();
    const wish = hall.wish(await hall.seats(1));
    const { total } = reservation(await partner.put(id, wish), { statuses: [201] });
    const sold = reservation(await partner.confirm(id, { expectedTotal: total }), { state: 'confirmed' });
    sameReservation(sold, reservation(await partner.put(id, wish)), 'Asked for again after it was confirmed');
  },

  'answers a second cancellation as the first': async ({ partner, hall }) => {
    const { id } = await hall.reserve(await hall.seats(1));
    const first = reservation(await partner.cancel(id, 'released'), { state: 'cancelled' });
    const again = reservation(await partner.cancel(id, 'released'), { state: 'cancelled' });
    sameReservation(first, again, 'Cancelled again');
  },

  'does not hold again what was given up, when the first request comes late once more': async ({ partner, hall }) => {
    const id = randomUUID();
    const wish = hall.wish(await hall.seats(1));
    reservation(await partner.put(id, wish), { statuses: [201] });
    reservation(await partner.cancel(id, 'released'), { state: 'cancelled' });
    reservation(await partner.put(id, wish), { state: 'cancelled' });
  },
});
