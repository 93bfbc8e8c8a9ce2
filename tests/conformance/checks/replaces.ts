import { randomUUID } from 'node:crypto';
import { refusal, reservation, seatsOf } from '../kit/answers.ts';
import { checksOf, must } from '../kit/check.ts';

export const replaces = checksOf('replaces', {
  'keeps what both want, takes what is new and frees what is not wanted any more': async ({ hall }) => {
    const [going = '', staying = '', coming = ''] = await hall.seats(3);
    const old = await hall.reserve([going, staying]);
    const next = await hall.reserve([staying, coming], { replaces: old.id });
    must(String(seatsOf(next)) === String([staying, coming].sort()), `the new one has ${seatsOf(next)}`);
    const { seats } = await hall.status();
    must(seats[going] === undefined, `${going} is still ${seats[going]}`);
    must(seats[staying] === 'held' && seats[coming] === 'held', 'the status does not show the new seats as held');
    const line = (seat: string, { lines }: typeof old) => lines.find(({ place }) => place.id === seat)?.id;
    must(line(staying, old) === line(staying, next), `${staying} has another line than before`);
  },

  'says of the old reservation by which it is replaced': async ({ partner, hall }) => {
    const seats = await hall.seats(2);
    const old = await hall.reserve(seats.slice(0, 1));
    const next = await hall.reserve(seats, { replaces: old.id });
    const { replacedBy } = reservation(await partner.read(old.id), { state: 'replaced' });
    must(replacedBy === next.id, `it says ${replacedBy}`);
  },

  'leaves the old reservation as it was when a new place cannot be had': async ({ partner, hall }) => {
    const [own = '', free = '', taken = ''] = await hall.seats(3);
    await hall.reserve([taken]);
    const old = await hall.reserve([own]);
    const id = randomUUID();
    refusal(await partner.put(id, hall.wish([free, taken], { replaces: old.id })), '409 seats_taken');
    const kept = reservation(await partner.read(old.id), { state: 'held' });
    must(String(seatsOf(kept)) === own, `the old one has ${seatsOf(kept)}`);
    const { seats } = await hall.status();
    must(seats[own] === 'held', `${own} is ${seats[own] ?? 'free'}`);
    must(seats[free] === undefined, `${free} of the refused one is ${seats[free]}`);
    refusal(await partner.read(id), '404 not_found');
  },

  'sells only the new one': async ({ partner, hall }) => {
    const seats = await hall.seats(2);
    const old = await hall.reserve(seats.slice(0, 1));
    const next = await hall.reserve(seats, { replaces: old.id });
    refusal(
      await partner.confirm(old.id, { expectedTotal: old.total }),
      '409 reservation_replaced',
      '409 reservation_closed',
    );
    reservation(await partner.confirm(next.id, { expectedTotal: next.total }), { state: 'confirmed' });
  },

  'gives nothing back that the new one has, when the old one is cancelled': async ({ partner, hall }) => {
    const seats = await hall.seats(1);
    const old = await hall.reserve(seats);
    const next = await hall.reserve(seats, { replaces: old.id });
    await partner.cancel(old.id, 'released');
    reservation(await partner.read(next.id), { state: 'held' });
    must((await hall.status()).seats[seats[0] ?? ''] === 'held', `${seats[0]} is free`);
  },

  'lets only one of many replace a reservation': async ({ partner, hall }) => {
    const [own = '', ...others] = await hall.seats(4);
    const old = await hall.reserve([own]);
    const answers = await Promise.all(
      others.map((seat) => partner.put(randomUUID(), hall.wish([own, seat], { replaces: old.id }))),
    );
    const won = answers.filter(({ status }) => status === 201);
    must(won.length === 1, `${won.length} of ${answers.length} replaced it`);
    const { seats } = await hall.status();
    const held = [own, ...others].filter((seat) => seats[seat] !== undefined);
    must(held.length === 2, `${held} are held after it`);
  },
});
