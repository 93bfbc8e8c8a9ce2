import { randomUUID } from 'node:crypto';
import { refusal, reservation, seatsOf } from '../kit/answers.ts';
import { checksOf, must } from '../kit/check.ts';

/** So many ask at once; more would measure the server, not judge it. */
const CROWD = 8;
const crowd = <T>(one: (index: number) => Promise<T>) => Promise.all(Array.from({ length: CROWD }, (_, i) => one(i)));

export const concurrency = checksOf('concurrency', {
  'gives the same seats to exactly one of many that ask at once': async ({ partner, hall }) => {
    const seats = await hall.seats(2);
    const answers = await crowd(() => partner.put(randomUUID(), hall.wish(seats)));
    const won = answers.filter(({ status }) => status === 201);
    must(won.length === 1, `${won.length} of ${CROWD} got them`);
    for (const lost of answers.filter((answer) => !won.includes(answer))) refusal(lost, '409 seats_taken');
  },

  'gives every seat once when many want pairs that overlap, and no half pair': async ({ partner, hall }) => {
    const seats = await hall.seats(5);
    const pairs = seats.slice(1).flatMap((seat, index) => [
      [seats[index] ?? '', seat],
      [seat, seats[index] ?? ''],
    ]);
    const answers = await Promise.all(pairs.map((pair) => partner.put(randomUUID(), hall.wish(pair))));
    const won = answers
      .filter(({ status }) => status === 201)
      .map((answer) => reservation(answer, { statuses: [201] }));
    const given = won.flatMap(seatsOf);
    must(new Set(given).size === given.length, `these were given, some twice: ${given}`);
    must(won.length > 0, 'nobody got anything');
    const { seats: taken } = await hall.status();
    const held = seats.filter((seat) => taken[seat] !== undefined);
    must(held.length === given.length, `${held.length} seats are taken, ${given.length} were given`);
  },

  'makes one reservation of many requests at once with one id': async ({ partner, hall }) => {
    const id = randomUUID();
    const wish = hall.wish(await hall.seats(2));
    const answers = await crowd(() => partner.put(id, wish));
    const made = answers.filter(({ status }) => status === 201);
    must(made.length === 1, `${made.length} of ${CROWD} were told that they made it`);
    const lines = answers
      .filter(({ status }) => status !== 409)
      .map((answer) => reservation(answer, { state: 'held', statuses: [200, 201] }).lines.map((line) => line.id));
    must(new Set(lines.map(String)).size === 1, 'they were told of different lines');
    for (const answer of answers) if (answer.status === 409) refusal(answer, '409 request_in_progress');
  },

  'makes one reservation of two different bodies at once with one id': async ({ partner, hall }) => {
    const id = randomUUID();
    const seats = await hall.seats(2);
    const answers = await Promise.all(seats.map((seat) => partner.put(id, hall.wish([seat]))));
    must(answers.filter(({ status }) => status === 201).length === 1, 'both or none were made');
    const { seats: taken } = await hall.status();
    must(seats.filter((seat) => taken[seat] !== undefined).length === 1, 'both or none of the seats are held');
  },

  'sells once, however many confirmations come at once': async ({ partner, hall }) => {
    const { id, total } = await hall.reserve(await hall.seats(2));
    const answers = await crowd(() => partner.confirm(id, { expectedTotal: total }));
    const sold = answers.map((answer) => reservation(answer, { state: 'confirmed' }));
    const told = (what: 'tickets' | 'entries') =>
      new Set(
        sold.map((one) =>
          one[what]
            .map((it) => it.id)
            .sort()
            .join(),
        ),
      );
    must(told('tickets').size === 1, `${told('tickets').size} different sets of tickets were told`);
    must(told('entries').size === 1, `${told('entries').size} different sets of entries were told`);
    must(sold[0]?.tickets.length === 2, `there are ${sold[0]?.tickets.length} tickets for two lines`);
  },
});
