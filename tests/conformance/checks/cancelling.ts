import { randomUUID } from 'node:crypto';
import { balanceFault } from '../kit/account.ts';
import { refusal, reservation, sameReservation } from '../kit/answers.ts';
import { checksOf, must, NotJudged, type Scene } from '../kit/check.ts';

async function sell({ partner, hall }: Scene) {
  const { id, total } = await hall.reserve(await hall.seats(2));
  return reservation(await partner.confirm(id, { expectedTotal: total }), { state: 'confirmed' });
}

export const cancelling = checksOf('cancelling', {
  'gives the places of a held reservation to whoever asks next': async ({ partner, hall }) => {
    const seats = await hall.seats(2);
    const { id } = await hall.reserve(seats);
    const gone = reservation(await partner.cancel(id, 'unpaid'), { state: 'cancelled' });
    must(gone.expiresAt === null, `it still says that it ends at ${gone.expiresAt}`);
    await hall.reserve(seats);
  },

  'undoes a sale when the buyer has the money back: places, tickets and account': async (scene) => {
    const { partner, hall, terms } = scene;
    if (terms.refunds === 'never') throw new NotJudged('The agreement lets the seller undo nothing.');
    const sold = await sell(scene);
    const undone = reservation(await partner.cancel(sold.id, 'returned'), { state: 'cancelled' });
    must(
      undone.tickets.every(({ state }) => state === 'refunded'),
      'a ticket still lets somebody in',
    );
    const fault = balanceFault(undone);
    must(fault === undefined, fault ?? '');
    must(undone.entries.length > sold.entries.length, 'nothing was booked');
    await hall.reserve(undone.lines.map(({ place }) => place.id));
  },

  'undoes a sale once, however often it is asked': async (scene) => {
    const { partner, terms } = scene;
    if (terms.refunds === 'never') throw new NotJudged('The agreement lets the seller undo nothing.');
    const { id } = await sell(scene);
    const first = reservation(await partner.cancel(id, 'returned'), { state: 'cancelled' });
    sameReservation(first, reservation(await partner.cancel(id, 'returned')), 'Undone again');
  },

  'undoes no sale where the agreement does not let it': async (scene) => {
    if (scene.terms.refunds !== 'never') throw new NotJudged('The agreement lets the seller undo sales.');
    const { id } = await sell(scene);
    refusal(await scene.partner.cancel(id, 'returned'), '409 reservation_closed');
    reservation(await scene.partner.read(id), { state: 'confirmed' });
  },

  'undoes no sale because a buyer chose otherwise or did not pay': async (scene) => {
    const { partner } = scene;
    const { id } = await sell(scene);
    for (const reason of ['released', 'unpaid'] as const) {
      refusal(await partner.cancel(id, reason), '409 reservation_closed');
    }
    reservation(await partner.read(id), { state: 'confirmed' });
  },

  'ends a confirmation and a cancellation at once as one of the two': async ({ partner, hall }) => {
    const { id, total } = await hall.reserve(await hall.seats(2));
    const [confirmed, cancelled] = await Promise.all([
      partner.confirm(id, { expectedTotal: total }),
      partner.cancel(id, 'released'),
    ]);
    const { state, tickets } = reservation(await partner.read(id));
    must(state === 'confirmed' || state === 'cancelled', `it is ${state}`);
    const [lost, due] = state === 'confirmed' ? [cancelled, 2] : [confirmed, 0];
    refusal(lost, '409 reservation_closed');
    must(tickets.length === due, `it is ${state}, with ${tickets.length} tickets`);
  },

  'forgets nothing: who cancelled can still read what it was': async ({ partner, hall }) => {
    const { id, lines } = await hall.reserve(await hall.seats(1));
    await partner.cancel(id, 'released');
    const kept = reservation(await partner.read(id), { state: 'cancelled' });
    must(kept.lines.length === lines.length, `it has ${kept.lines.length} of ${lines.length} lines`);
    refusal(await partner.read(randomUUID()), '404 not_found');
  },
});
