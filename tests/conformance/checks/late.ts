import { refusal, reservation } from '../kit/answers.ts';
import { checksOf, must } from '../kit/check.ts';
import { expired } from './expiry.ts';

export const late = checksOf('late', {
  'honours a confirmation after the end, while all places are free': async (scene) => {
    const { id, total, lines } = await expired(scene, await scene.hall.seats(2));
    const { tickets } = reservation(await scene.partner.confirm(id, { expectedTotal: total }), { state: 'confirmed' });
    must(tickets.length === lines.length, `it issued ${tickets.length} tickets for ${lines.length} lines`);
  },

  'refuses a confirmation after the end when a place went to another, and sells no part of it': async (scene) => {
    const { hall, partner } = scene;
    const [lost = '', free = ''] = await hall.seats(2);
    const { id, total } = await expired(scene, [lost, free]);
    const winner = await hall.reserve([lost]);
    refusal(await partner.confirm(id, { expectedTotal: total }), '409 reservation_lost');
    const { seats } = await hall.status();
    must(seats[lost] === 'held' && seats[free] === undefined, `${lost} is ${seats[lost]}, ${free} is ${seats[free]}`);
    reservation(await partner.confirm(winner.id, { expectedTotal: winner.total }), { state: 'confirmed' });
  },

  'never sells what it said was lost, also when it is free again': async (scene) => {
    const { hall, partner } = scene;
    const seats = await hall.seats(1);
    const { id, total } = await expired(scene, seats);
    const winner = await hall.reserve(seats);
    refusal(await partner.confirm(id, { expectedTotal: total }), '409 reservation_lost');
    reservation(await partner.cancel(winner.id, 'released'), { state: 'cancelled' });
    refusal(await partner.confirm(id, { expectedTotal: total }), '409 reservation_lost', '409 reservation_closed');
    const { tickets } = reservation(await partner.read(id), { state: 'cancelled' });
    must(tickets.length === 0, `it issued ${tickets.length} tickets`);
  },

  'replaces what is over with a hold of what is free': async (scene) => {
    const { hall } = scene;
    const seats = await hall.seats(2);
    const old = await expired(scene, seats.slice(0, 1));
    await hall.reserve(seats, { replaces: old.id });
    reservation(await scene.partner.read(old.id), { state: 'replaced' });
  },
});
