import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, beforeEach, describe, it } from 'node:test';
import type { TestCentre } from '../../../harness/centre.ts';
import {
  createOctoCentre,
  createReseller,
  DATES,
  emptyHall,
  type OctoAnswer,
  OPTION,
  OTHER_DATES,
  PRODUCT,
  type TestReseller,
} from '../../../harness/octo.ts';

/** The situations in which OCTO's own validator (octotravel/validator) looks at a supplier. */
describe('what OCTO’s validator asks of bookings', () => {
  let centre: TestCentre;
  let reseller: TestReseller;
  before(async () => {
    centre = await createOctoCentre();
    reseller = await createReseller(centre);
  });
  after(() => centre.stop());
  beforeEach(() => emptyHall(centre));

  const named = { productId: PRODUCT, optionId: OPTION };
  const adults = (count: number) => Array.from({ length: count }, () => ({ unitId: 'adult' }));
  const contact = {
    fullName: 'John Doe',
    firstName: 'John',
    lastName: 'Doe',
    emailAddress: 'john@example.org',
    notes: 'Note',
  };
  const refused = ({ status, body }: OctoAnswer) => [status, body.error];
  const verb = (booking: { uuid: string }, name: string, json: object = {}) =>
    reseller.post(`/bookings/${booking.uuid}/${name}`, json);
  const held = async (units = 2) => (await reseller.book(units)).body;

  describe('of a reservation', () => {
    it('it is on hold, with a unit item for each that was asked', async () => {
      const { status, body } = await reseller.book(3);
      assert.deepEqual([status, body.status, body.unitItems.length], [200, 'ON_HOLD', 3]);
      assert.deepEqual(
        [body.productId, body.optionId, body.availabilityId, body.availability.id],
        [PRODUCT, OPTION, DATES[0], DATES[0]],
      );
      assert.deepEqual(
        [body.utcConfirmedAt, body.utcRedeemedAt, body.cancellation, body.voucher],
        [null, null, null, null],
      );
      assert.equal(new Set(body.unitItems.map(({ uuid }: { uuid: string }) => uuid)).size, 3);
      assert.ok(Date.parse(body.utcExpiresAt) > Date.now());
    });

    const wrong: readonly [string, object, string, [string, string]?][] = [
      [
        'a product that is none',
        { productId: 'invalidProductId' },
        'INVALID_PRODUCT_ID',
        ['productId', 'invalidProductId'],
      ],
      ['an option that is none', { optionId: 'invalidOptionId' }, 'INVALID_OPTION_ID', ['optionId', 'invalidOptionId']],
      [
        'an availability that is none',
        { availabilityId: 'nowhere' },
        'INVALID_AVAILABILITY_ID',
        ['availabilityId', 'nowhere'],
      ],
      ['the availability of another product', { availabilityId: OTHER_DATES[0] }, 'INVALID_AVAILABILITY_ID'],
      ['no availability', { availabilityId: null }, 'INVALID_AVAILABILITY_ID'],
      [
        'a unit that is none',
        { unitItems: [{ unitId: 'invalidUnitId' }] },
        'INVALID_UNIT_ID',
        ['unitId', 'invalidUnitId'],
      ],
      ['missing unit items', { unitItems: undefined }, 'UNPROCESSABLE_ENTITY'],
      ['no unit items', { unitItems: [] }, 'UNPROCESSABLE_ENTITY'],
      ['more than a buyer may have', { unitItems: adults(13) }, 'UNPROCESSABLE_ENTITY'],
      ['a uuid that is none', { uuid: 'invalidUUID' }, 'BAD_REQUEST'],
    ];
    for (const [what, change, code, named] of wrong) {
      it(`${what} is ${code}, and holds nothing`, async () => {
        const answer = await reseller.book(2, change);
        assert.deepEqual(refused(answer), [400, code]);
        if (named) assert.equal(answer.body[named[0]], named[1]);
        assert.deepEqual(await centre.db.selectFrom('claim').select('place').execute(), []);
      });
    }

    it('what is sold out is UNPROCESSABLE_ENTITY', async () => {
      for (let count = 0; count < 4; count += 1) await reseller.book(12);
      assert.equal((await reseller.book(10)).status, 200);
      const [date] = (await reseller.post('/availability', { ...named, availabilityIds: [DATES[0]] })).body;
      assert.deepEqual([date.status, date.available, date.vacancies], ['SOLD_OUT', false, 0]);
      assert.deepEqual(refused(await reseller.book(1)), [400, 'UNPROCESSABLE_ENTITY']);
    });
  });

  describe('of more time', () => {
    it('it ends later than before', async () => {
      const booking = await held();
      const { body } = await verb(booking, 'extend', { expirationMinutes: 31 });
      assert.ok(body.utcExpiresAt > booking.utcExpiresAt);
      assert.equal(body.status, 'ON_HOLD');
    });
  });

  describe('of a confirmation', () => {
    it('it is confirmed, with what was said of it, and a code a ticket', async () => {
      const booking = await held();
      const resellerReference = randomUUID();
      const { body } = await verb(booking, 'confirm', { contact, resellerReference });
      assert.deepEqual(
        [body.status, body.resellerReference, body.utcExpiresAt],
        ['CONFIRMED', resellerReference, null],
      );
      for (const [field, value] of Object.entries(contact)) assert.equal(body.contact[field], value);
      const codes = body.unitItems.map(
        ({ ticket }: { ticket: { deliveryOptions: { deliveryValue: string }[] } }) =>
          ticket.deliveryOptions[0]?.deliveryValue,
      );
      assert.equal(new Set(codes).size, 2);
    });
    it('it can have other unit items than were on hold', async () => {
      const booking = await held(2);
      const { body } = await verb(booking, 'confirm', { contact, unitItems: adults(3) });
      assert.deepEqual([body.status, body.unitItems.length, body.uuid], ['CONFIRMED', 3, booking.uuid]);
    });
    it('a unit that is none is INVALID_UNIT_ID, and it stays on hold', async () => {
      const booking = await held(2);
      const unitItems = [{ unitId: 'invalidUnitId' }, { unitId: 'invalidUnitId' }];
      assert.deepEqual(refused(await verb(booking, 'confirm', { contact, unitItems })), [400, 'INVALID_UNIT_ID']);
      assert.equal((await reseller.get(`/bookings/${booking.uuid}`)).body.status, 'ON_HOLD');
    });
  });

  describe('of a change', () => {
    const change = async (json: object) => {
      const booking = await held(2);
      const { status, body } = await reseller.ask('PATCH', `/bookings/${booking.uuid}`, json);
      assert.deepEqual([status, body.uuid, body.status], [200, booking.uuid, 'ON_HOLD']);
      return body;
    };
    it('another date', async () => {
      assert.equal((await change({ availabilityId: DATES[1] })).availabilityId, DATES[1]);
    });
    it('other unit items', async () => {
      assert.equal((await change({ unitItems: adults(3) })).unitItems.length, 3);
    });
    it('another product', async () => {
      const productId = 'de-twijfel-kleine-zaal';
      const body = await change({ productId, optionId: OPTION, availabilityId: OTHER_DATES[1], unitItems: adults(1) });
      assert.deepEqual([body.productId, body.availabilityId, body.unitItems.length], [productId, OTHER_DATES[1], 1]);
    });
    it('a contact and notes, said back to who sent them', async () => {
      const body = await change({
        contact: { ...contact, phoneNumber: '+00000000', country: 'GB', locales: ['en'] },
        notes: 'Test note',
      });
      assert.deepEqual(
        [body.contact.emailAddress, body.contact.locales, body.notes],
        ['john@example.org', ['en'], 'Test note'],
      );
    });
  });

  describe('of a cancellation', () => {
    it('what was on hold is CANCELLED, with the reason', async () => {
      const booking = await held();
      const { body } = await verb(booking, 'cancel', { reason: 'Changed plans' });
      assert.deepEqual(
        [body.status, body.cancellation.reason, body.cancellation.refund],
        ['CANCELLED', 'Changed plans', 'NONE'],
      );
      assert.deepEqual([body.utcExpiresAt, body.cancellable], [null, false]);
    });
    it('what was confirmed is CANCELLED, and refunded', async () => {
      const booking = await held();
      await verb(booking, 'confirm', { contact });
      const { body } = await verb(booking, 'cancel', { reason: 'Changed plans' });
      assert.deepEqual([body.status, body.cancellation.refund], ['CANCELLED', 'FULL']);
    });
  });

  describe('of reading', () => {
    it('a booking on hold, and a confirmed one', async () => {
      const booking = await held();
      assert.equal((await reseller.get(`/bookings/${booking.uuid}`)).body.status, 'ON_HOLD');
      await verb(booking, 'confirm', { contact });
      assert.equal((await reseller.get(`/bookings/${booking.uuid}`)).body.status, 'CONFIRMED');
    });
    it('bookings by either reference', async () => {
      const resellerReference = randomUUID();
      const booking = await held();
      const { body } = await verb(booking, 'confirm', { contact, resellerReference });
      const queries: Record<string, string>[] = [{ resellerReference }, { supplierReference: body.supplierReference }];
      for (const query of queries) {
        const found = (await reseller.get(`/bookings?${new URLSearchParams(query)}`)).body;
        assert.deepEqual(
          found.map(({ uuid }: { uuid: string }) => uuid),
          [booking.uuid],
        );
      }
    });
    it('bookings by nothing is BAD_REQUEST', async () => {
      assert.deepEqual(refused(await reseller.get('/bookings?')), [400, 'BAD_REQUEST']);
    });
  });

  for (const [method, path] of [
    ['GET', ''],
    ['PATCH', ''],
    ['POST', '/confirm'],
    ['POST', '/extend'],
    ['POST', '/cancel'],
  ] as const) {
    it(`${method} ${path} of a booking that is none is INVALID_BOOKING_UUID`, async () => {
      for (const uuid of ['invalidUUID', randomUUID()]) {
        const json = method === 'GET' ? undefined : { contact: {} };
        const { status, body } = await reseller.ask(method, `/bookings/${uuid}${path}`, json);
        assert.deepEqual([status, body.error, body.uuid], [400, 'INVALID_BOOKING_UUID', uuid]);
      }
    });
  }
});
