import { entriesFault } from '../kit/account.ts';
import { refusal, reservation } from '../kit/answers.ts';
import { checksOf, must } from '../kit/check.ts';

export const confirming = checksOf('confirming', {
  'issues one ticket a line, each with a code of its own': async ({ partner, hall }) => {
    const { id, total, lines } = await hall.reserve(await hall.seats(3));
    const { tickets, confirmedAt } = reservation(await partner.confirm(id, { expectedTotal: total }), {
      state: 'confirmed',
    });
    const wanted = lines.map((line) => line.id).sort();
    must(String(tickets.map(({ line }) => line).sort()) === String(wanted), `the tickets are of other lines`);
    must(new Set(tickets.map(({ code }) => code)).size === lines.length, 'tickets share a code');
    must(
      tickets.every(({ state, code }) => state === 'valid' && code.length > 0),
      'a ticket lets nobody in',
    );
    must(confirmedAt !== null, 'it does not say when it was confirmed');
  },

  'books the sale, the commission and the administration as the agreement says': async ({ partner, hall, terms }) => {
    const { id, total } = await hall.reserve(await hall.seats(3));
    const sold = reservation(await partner.confirm(id, { expectedTotal: total }), { state: 'confirmed' });
    const fault = entriesFault(sold, partner.agreement, terms);
    must(fault === undefined, fault ?? '');
  },

  'shows what is sold as sold, and never gives it to another': async ({ partner, hall }) => {
    const [seat = ''] = await hall.seats(1);
    const { id, total } = await hall.reserve([seat]);
    reservation(await partner.confirm(id, { expectedTotal: total }), { state: 'confirmed' });
    const { seats } = await hall.status();
    must(seats[seat] === 'sold', `the status shows ${seats[seat] ?? 'free'}`);
    refusal(await partner.put(crypto.randomUUID(), hall.wish([seat])), '409 seats_taken');
  },

  'refuses another total than its own, and goes on holding': async ({ partner, hall }) => {
    const { id, total } = await hall.reserve(await hall.seats(1));
    const other = { ...total, cents: total.cents + 1 };
    refusal(await partner.confirm(id, { expectedTotal: other }), '409 total_changed');
    const { tickets } = reservation(await partner.read(id), { state: 'held' });
    must(tickets.length === 0, `it issued ${tickets.length} tickets`);
    reservation(await partner.confirm(id, { expectedTotal: total }), { state: 'confirmed' });
  },

  'refuses what was given up': async ({ partner, hall }) => {
    const { id, total } = await hall.reserve(await hall.seats(1));
    reservation(await partner.cancel(id, 'released'), { state: 'cancelled' });
    refusal(await partner.confirm(id, { expectedTotal: total }), '409 reservation_closed');
    const { tickets } = reservation(await partner.read(id), { state: 'cancelled' });
    must(tickets.length === 0, `it issued ${tickets.length} tickets`);
  },

  'gives no more time to what is sold or given up': async ({ partner, hall }) => {
    const [sold, gone] = [await hall.reserve(await hall.seats(1)), await hall.reserve(await hall.seats(1))];
    await partner.confirm(sold.id, { expectedTotal: sold.total });
    await partner.cancel(gone.id, 'released');
    for (const { id } of [sold, gone]) refusal(await partner.extend(id, { seconds: 300 }), '409 reservation_closed');
  },
});
