import { randomUUID } from 'node:crypto';
import { performanceSchema } from '../../../sdk/contract/index.ts';
import { layOutPlan, type PlanSource } from '../../../sdk/model/seating-plan/index.ts';
import { fits, refusal, reservation } from '../kit/answers.ts';
import { checksOf, must, NotJudged, type Scene } from '../kit/check.ts';
import { itemOf } from '../kit/hall.ts';

const mustBeFree = async ({ hall }: Scene, seats: readonly string[]) => {
  const { seats: taken } = await hall.status();
  const held = seats.filter((seat) => taken[seat] !== undefined);
  must(held.length === 0, `${held} of the refused reservation is taken`);
};

/** Some area of the hall that is sold here, and the seats’ performance. */
function areaOf({ hall }: Scene): string {
  const priced = new Set(hall.performance.prices.map(({ zone }) => zone));
  const area = hall.plan.areas.find(({ zone }) => priced.has(zone));
  if (!area) throw new NotJudged('The hall has no places without numbers.');
  return area.id;
}

export const atomicity = checksOf('atomicity', {
  'holds nothing when one seat of several is taken, and says which': async (scene) => {
    const { partner, hall } = scene;
    const [first = '', taken = '', last = ''] = await hall.seats(3);
    await hall.reserve([taken]);
    const id = randomUUID();
    const error = refusal(await partner.put(id, hall.wish([first, taken, last])), '409 seats_taken');
    must(String(error.seats) === taken, `it says that ${error.seats} is taken, and ${taken} is`);
    await mustBeFree(scene, [first, last]);
    refusal(await partner.read(id), '404 not_found');
  },

  'holds what is asked when it asks again for what was free': async ({ partner, hall }) => {
    const [free = '', taken = ''] = await hall.seats(2);
    const other = await hall.reserve([taken]);
    const id = randomUUID();
    refusal(await partner.put(id, hall.wish([free, taken])), '409 seats_taken');
    reservation(await partner.cancel(other.id, 'released'), { state: 'cancelled' });
    reservation(await partner.put(id, hall.wish([free, taken])), { state: 'held', statuses: [201] });
  },

  'reserves places of an area by number, and none of them beside a taken seat': async (scene) => {
    const { partner, hall } = scene;
    const area = areaOf(scene);
    const [seat = ''] = await hall.seats(1);
    const areas = [{ area, quantity: 2 }];
    const free = async () => (await hall.status()).areas[area]?.free;
    const before = await free();
    const { lines, id } = await hall.reserve([seat], { items: [{ ...itemOf(hall.performance.id, [seat]), areas }] });
    must(lines.length === 3, `it has ${lines.length} lines for a seat and two places`);
    must((await free()) === (before ?? 0) - 2, `${area} went from ${before} free places to ${await free()}`);
    const more = hall.wish([], { items: [{ ...itemOf(hall.performance.id, [seat]), areas }] });
    refusal(await partner.put(randomUUID(), more), '409 seats_taken');
    must((await free()) === (before ?? 0) - 2, `${area} has ${await free()} free places after a refusal`);
    await partner.cancel(id, 'released');
    must((await free()) === before, `${area} has ${await free()} free places instead of ${before} in the end`);
  },

  'reserves in two performances together or in none': async (scene) => {
    const { partner, hall } = scene;
    const { second } = hall;
    if (!second) throw new NotJudged('Only one performance is on offer.');
    const { plan, prices } = fits(await partner.send('GET', `/performances/${second}`), performanceSchema, 200);
    const source = await partner.send('GET', `/plans/${plan.id}/${plan.version}`);
    const zones = new Set(prices.map(({ zone }) => zone));
    const there = layOutPlan(source.body as PlanSource).seats.find(
      (seat) => seat.kind === 'standard' && zones.has(seat.zone),
    );
    const [seat = ''] = await hall.seats(1);
    const both = { items: [itemOf(hall.performance.id, [seat]), itemOf(second, [there?.id ?? ''])] };
    const held = await hall.reserve([], both);
    const performances = new Set(held.lines.map(({ performance }) => performance.id));
    must(performances.size === 2, `it reserved in ${[...performances]}`);
    const [free = ''] = await hall.seats(1);
    const again = { items: [itemOf(hall.performance.id, [free]), itemOf(second, [there?.id ?? ''])] };
    refusal(await partner.put(randomUUID(), hall.wish([], again)), '409 seats_taken');
    await mustBeFree(scene, [free]);
  },
});
