import { randomUUID } from 'node:crypto';
import type { Reservation } from '../../../sdk/contract/index.ts';
import { refusal, reservation } from '../kit/answers.ts';
import { checksOf, must, NotJudged, type Scene } from '../kit/check.ts';
import { until } from '../kit/time.ts';

/** A cap above this is not filled to see whether it holds. */
const MOST_HELD = 40;
const TWO_HOURS = 7200;
const SEEN = 4;

/** Waits until a hold has lasted for a few seconds by the centre's own clock. */
async function age({ partner, time }: Scene, { id, secondsLeft }: Reservation): Promise<void> {
  const aged = await until(time, 30, async () => {
    const { secondsLeft: left } = reservation(await partner.read(id), { state: 'held' });
    return (left ?? 0) <= (secondsLeft ?? 0) - SEEN ? left : undefined;
  });
  must(aged !== undefined, 'the seconds that are left do not become fewer');
}

/** Asks for two hours from now, of a hold that began some seconds ago. */
async function mustEndByTwoHours({ partner }: Scene, id: string): Promise<void> {
  const { secondsLeft, extendable } = reservation(await partner.extend(id, { seconds: TWO_HOURS }), { state: 'held' });
  must((secondsLeft ?? 0) <= TWO_HOURS - SEEN + 1, `${secondsLeft} seconds are left, ${SEEN} seconds after it began`);
  must(!extendable, 'it says that it can be extended once more');
}

export const hoarding = checksOf('hoarding', {
  'lets a partner hold no more places at a time than agreed': async ({ partner, hall, terms }) => {
    const { heldPlaces } = terms.caps;
    if (heldPlaces > MOST_HELD)
      throw new NotJudged(`It may hold ${heldPlaces} places; this looks at ${MOST_HELD} at most.`);
    const seats = await hall.looseSeats(heldPlaces + 1);
    const size = Math.min(6, hall.performance.maxPlacesPerCart);
    for (let from = 0; from < heldPlaces; from += size) {
      await hall.reserve(seats.slice(from, Math.min(from + size, heldPlaces)));
    }
    const id = randomUUID();
    refusal(await partner.put(id, hall.wish(seats.slice(heldPlaces))), '429 partner_cap_reached');
    refusal(await partner.read(id), '404 not_found');
    await partner.cancel(partner.made[0] ?? '', 'released');
    reservation(await partner.put(id, hall.wish(seats.slice(heldPlaces))), { statuses: [201] });
  },

  'lets nobody hold more places of a performance together than a buyer may': async ({ partner, hall, terms }) => {
    const most = hall.performance.maxPlacesPerCart;
    if (most > Math.min(MOST_HELD, terms.caps.heldPlaces - 1)) throw new NotJudged(`A buyer may have ${most} places.`);
    const seats = await hall.looseSeats(most + 1);
    refusal(await partner.put(randomUUID(), hall.wish(seats)), '422 too_many_places');
  },

  'ends every hold two hours after it began, however often it is extended': async (scene) => {
    const held = await scene.hall.reserve(await scene.hall.seats(1));
    await age(scene, held);
    await mustEndByTwoHours(scene, held.id);
  },

  'counts the two hours on when one reservation replaces another': async (scene) => {
    const seats = await scene.hall.seats(1);
    const held = await scene.hall.reserve(seats);
    await age(scene, held);
    const next = await scene.hall.reserve(seats, { replaces: held.id });
    await mustEndByTwoHours(scene, next.id);
  },

  'gives the time that a payment takes': async ({ partner, hall }) => {
    const { id } = await hall.reserve(await hall.seats(1));
    const asked = { seconds: 1500, forPayment: true };
    const { secondsLeft } = reservation(await partner.extend(id, asked), { state: 'held' });
    must((secondsLeft ?? 0) >= 1490, `it gave ${secondsLeft} of 1500 seconds`);
  },
});
