import { randomUUID } from 'node:crypto';
import { refusal } from '../kit/answers.ts';
import { type Check, checksOf, must, type Scene } from '../kit/check.ts';
import { itemOf } from '../kit/hall.ts';
import type { Answer, Sending } from '../kit/partner.ts';

type Code = Parameters<typeof refusal>[1];

/** A reservation that must be refused for its body, and of which nothing may be left. */
function refusesBody(
  code: Code,
  body: (scene: Scene, seats: readonly string[]) => Sending | Promise<Sending>,
  field?: string,
): Check['run'] {
  return async (scene) => {
    const { partner, hall } = scene;
    const id = randomUUID();
    const sending = await body(scene, await hall.seats(2));
    const error = refusal(await partner.send('PUT', `/reservations/${id}`, sending), code);
    must(field === undefined || error.field === field, `it names the field ${error.field}, not ${field}`);
    refusal(await partner.read(id), '404 not_found');
  };
}

/** A verb on a reservation that must be refused for its body, and change nothing. */
const refusesVerb =
  (verb: string, body: (total: number) => unknown): Check['run'] =>
  async ({ partner, hall }) => {
    const { id, total } = await hall.reserve(await hall.seats(1));
    const json = body(total.cents);
    refusal(await partner.send('POST', `/reservations/${id}/${verb}`, { json }), '400 invalid_request');
    await stillHeld(partner.read(id));
  };

async function stillHeld(answer: Promise<Answer>): Promise<void> {
  const { body } = await answer;
  const state = typeof body === 'object' && body !== null && 'state' in body ? body.state : undefined;
  must(state === 'held', `the reservation is ${state} after it`);
}

const email = 'visitor@example.org';

export const refusals = checksOf('refusals', {
  'refuses a field it does not know beside the items, such as an e-mail address': refusesBody(
    '400 invalid_request',
    ({ hall }, seats) => ({ json: { ...hall.wish(seats), email } }),
    'email',
  ),
  'refuses a field it does not know in an item': refusesBody('400 invalid_request', ({ hall }, seats) => ({
    json: hall.wish(seats, { items: [{ ...itemOf(hall.performance.id, seats), ...{ email } }] }),
  })),
  'refuses a field it does not know at a seat': refusesBody('400 invalid_request', ({ hall }, [seat = '']) => {
    const named = { seat, name: 'A. Visitor' };
    return { json: hall.wish([], { items: [{ performance: hall.performance.id, seats: [named] }] }) };
  }),
  'refuses a field it does not know in a bundle, such as the name of its holder': refusesBody(
    '400 invalid_request',
    ({ hall }, seats) => {
      const places = seats.map((place) => ({ performance: hall.performance.id, place, holder: 'A. Visitor' }));
      return { json: { ...hall.wish(seats), bundles: [{ formula: 'any', kind: 'subscription', size: 2, places }] } };
    },
  ),
  'refuses a field it does not know when asked for more time': refusesVerb('extend', () => ({ seconds: 300, email })),
  'refuses a field it does not know in a confirmation': refusesVerb('confirm', (cents) => ({
    expectedTotal: { cents, currency: 'EUR' },
    email,
  })),
  'refuses a field it does not know in a cancellation': refusesVerb('cancel', () => ({ reason: 'released', email })),

  'refuses a reservation of nothing': refusesBody('400 invalid_request', ({ hall }) => ({
    json: hall.wish([], { items: [] }),
  })),
  'refuses a seat that the hall does not have': refusesBody('422 seat_unknown', ({ hall }, [seat = '']) => ({
    json: hall.wish([seat, 'NO-SUCH-SEAT']),
  })),
  'refuses a seat that is named twice': refusesBody('422 duplicate_seat', ({ hall }, [seat = '']) => ({
    json: hall.wish([seat, seat]),
  })),
  'refuses a performance that is not on offer': refusesBody('422 performance_unknown', ({ hall }, seats) => ({
    json: hall.wish([], { items: [itemOf('no-such-performance', seats)] }),
  })),
  'refuses a price type that is not on offer': refusesBody('422 price_type_unknown', ({ hall }, [seat = '']) => ({
    json: hall.wish([], {
      items: [{ performance: hall.performance.id, seats: [{ seat, priceType: 'no-such-type' }] }],
    }),
  })),
  'refuses what is no JSON': refusesBody('400 invalid_json', () => ({ text: '{"items":' })),
  'refuses JSON that does not say it is JSON': refusesBody('415 json_required', ({ hall }, seats) => ({
    json: hall.wish(seats),
    headers: { 'content-type': 'text/plain' },
    sign: { signed: { 'content-type': 'text/plain' } },
  })),
  'knows no reservation that was never made, whatever is asked of it': async ({ partner, hall }) => {
    const id = randomUUID();
    refusal(await partner.read(id), '404 not_found');
    refusal(await partner.extend(id, { seconds: 60 }), '404 not_found');
    refusal(await partner.confirm(id, { expectedTotal: { cents: 0, currency: 'EUR' } }), '404 not_found');
    refusal(await partner.cancel(id, 'released'), '404 not_found');
    refusal(await partner.send('GET', `/performances/${hall.performance.id}-not`), '404 not_found');
  },
});
