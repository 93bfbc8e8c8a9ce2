import { randomUUID } from 'node:crypto';
import {
  networkCentreSchema,
  performanceListSchema,
  performanceSchema,
  seatStatusSchema,
} from '../../../sdk/contract/index.ts';
import { fits, reservation, seatsOf } from '../kit/answers.ts';
import { checksOf, must } from '../kit/check.ts';

export const contract = checksOf('contract', {
  'tells anybody who it is and with which keys it signs': async ({ partner }) => {
    fits(await partner.send('GET', '', { sign: false }), networkCentreSchema, 200);
  },

  'answers offer, performance and status as the contract says': async ({ partner, hall }) => {
    const path = `/performances/${hall.performance.id}`;
    fits(await partner.send('GET', '/performances'), performanceListSchema, 200);
    fits(await partner.send('GET', path), performanceSchema, 200);
    fits(await partner.send('GET', `${path}/status`), seatStatusSchema, 200);
  },

  'offers only price types that the agreement allows': async ({ hall, terms }) => {
    const strays = hall.performance.prices.filter(({ priceType }) => terms.priceTypes?.includes(priceType) === false);
    must(strays.length === 0, `it prices ${strays.map(({ priceType }) => priceType).join(', ')}`);
  },

  'answers every verb with a reservation as the contract says': async ({ partner, hall }) => {
    const { id, total } = await hall.reserve(await hall.seats(1));
    reservation(await partner.read(id), { state: 'held' });
    reservation(await partner.extend(id, { seconds: 300 }), { state: 'held' });
    reservation(await partner.confirm(id, { expectedTotal: total }), { state: 'confirmed' });
  },

  'reserves exactly the seats asked, at the prices it offers, under the id it was given': async ({ partner, hall }) => {
    const id = randomUUID();
    const seats = await hall.seats(2);
    const made = reservation(await partner.put(id, hall.wish(seats)), { state: 'held', statuses: [201] });
    must(made.id === id, `it answered id ${made.id} for ${id}`);
    must(String(seatsOf(made)) === String([...seats].sort()), `it reserved ${seatsOf(made)} when asked ${seats}`);
    for (const { place, priceType, price, why = [] } of made.lines) {
      const offered = hall.performance.prices.find((one) => one.zone === place.zone && one.priceType === priceType);
      // Where rules of the owner's made it another price, they are told, from the offered one on.
      const [first = { amount: price }] = why;
      must(
        offered?.price.cents === first.amount.cents,
        `${place.id} costs ${first.amount.cents}, offered at ${offered?.price.cents}`,
      );
      const reasons = why.reduce((cents, { amount }) => cents + amount.cents, 0);
      must(why.length === 0 || reasons === price.cents, `the reasons of ${place.id} add up to ${reasons}`);
    }
    const sum = made.lines.reduce((cents, { price }) => cents + price.cents, 0);
    must(made.total.cents === sum, `the lines add up to ${sum}, and the total says ${made.total.cents}`);
  },

  'shows what is reserved as held, and as free again when it was given up': async ({ partner, hall }) => {
    const [seat = ''] = await hall.seats(1);
    const { id } = await hall.reserve([seat]);
    const taken = async () => (await hall.status()).seats[seat];
    must((await taken()) === 'held', `the status shows ${seat} as ${(await taken()) ?? 'free'}`);
    reservation(await partner.cancel(id, 'released'), { state: 'cancelled' });
    must((await taken()) === undefined, `the status still shows ${seat} as ${await taken()}`);
  },
});
