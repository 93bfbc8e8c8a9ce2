import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, beforeEach, describe, it } from 'node:test';
import { sql } from 'kysely';
import { openTestCart, type TestCentre } from '../../../harness/centre.ts';
import {
  createOctoCentre,
  createReseller,
  DATES,
  emptyHall,
  type TestReseller,
  takenPlaces,
} from '../../../harness/octo.ts';

describe('a booking by an outside reseller', () => {
  let centre: TestCentre;
  let reseller: TestReseller;
  before(async () => {
    centre = await createOctoCentre();
    reseller = await createReseller(centre);
  });
  after(() => centre.stop());
  beforeEach(() => emptyHall(centre));

  const verb = (uuid: string, name: string, json: object = { contact: {} }) =>
    reseller.post(`/bookings/${uuid}/${name}`, json);
  const read = async (uuid: string) => (await reseller.get(`/bookings/${uuid}`)).body;
  const patch = (uuid: string, json: object) => reseller.ask('PATCH', `/bookings/${uuid}`, json);
  const held = async (units = 2, more: object = {}) => (await reseller.book(units, more)).body;
  const uuids = ({ unitItems }: { unitItems: { uuid: string }[] }) => unitItems.map(({ uuid }) => uuid);
  /** Lets time pass for everything that is held. */
  const pass = async (minutes: number) => {
    const ago = sql`make_interval(mins => ${minutes})`;
    await sql`update cart set hold_started_at = hold_started_at - ${ago}, expires_at = expires_at - ${ago}`.execute(
      centre.db,
    );
    await sql`update claim set until = until - ${ago} where state = 'held'`.execute(centre.db);
  };

  it('is the same one when its uuid and body come again, and refused when another body does', async () => {
    const uuid = randomUUID();
    const first = (await reseller.book(2, { uuid })).body;
    const again = (await reseller.book(2, { uuid })).body;
    assert.deepEqual([again.uuid, uuids(again)], [uuid, uuids(first)]);
    assert.equal((await takenPlaces(centre)).length, 2);
    const other = await reseller.book(3, { uuid });
    assert.deepEqual([other.status, other.body.error, other.body.uuid], [400, 'INVALID_BOOKING_UUID', uuid]);
    assert.equal((await takenPlaces(centre)).length, 2);
  });

  it('confirmed twice is sold once, with the same codes', async () => {
    const { uuid } = await held();
    const [first, again] = [await verb(uuid, 'confirm'), await verb(uuid, 'confirm')];
    assert.deepEqual(again.body.unitItems, first.body.unitItems);
    const tickets = await centre.db.selectFrom('ticket').select('id').where('state', '=', 'valid').execute();
    assert.equal(tickets.length, 2);
  });

  it('puts sale and commission on the account of its agreement', async () => {
    const { agreement, book, post } = await createReseller(centre, {
      commission: { basisPoints: 500, centsPerTicket: 0 },
    });
    const { body } = await book(2);
    await post(`/bookings/${body.uuid}/confirm`, { contact: {} });
    const { rows } = await sql<{ kind: string; cents: number }>`
      select kind, sum(cents)::int as cents from entry where agreement_id = ${agreement} group by 1
      order by 1`.execute(centre.db);
    assert.deepEqual(rows, [
      { kind: 'commission', cents: -240 },
      { kind: 'sale', cents: 4800 },
    ]);
  });

  it('that ran out is EXPIRED, and still honoured while its places are free', async () => {
    const booking = await held();
    await pass(11);
    const expired = await read(booking.uuid);
    assert.deepEqual(
      [expired.status, expired.cancellable, expired.utcExpiresAt],
      ['EXPIRED', false, booking.utcExpiresAt],
    );
    assert.equal((await verb(booking.uuid, 'confirm')).body.status, 'CONFIRMED');
  });

  it('that ran out and whose place went to another is lost, for good', async () => {
    const { uuid } = await held(1);
    const [place = ''] = await takenPlaces(centre);
    await pass(11);
    const visitor = await openTestCart(centre);
    assert.equal((await visitor.holdSeats([place], DATES[0])).status, 200);
    const lost = await verb(uuid, 'confirm');
    assert.deepEqual([lost.status, lost.body.error], [400, 'UNPROCESSABLE_ENTITY']);
    assert.ok(lost.body.errorMessage.includes(place));
    await emptyHall(centre);
    assert.equal((await verb(uuid, 'confirm')).status, 400);
    assert.equal((await read(uuid)).status, 'CANCELLED');
  });

  it('is held for as long as is asked, up to two hours', async () => {
    const minutes = ({ utcExpiresAt }: { utcExpiresAt: string }) => (Date.parse(utcExpiresAt) - Date.now()) / 60_000;
    const near = (found: number, wanted: number) => assert.ok(Math.abs(found - wanted) < 0.2, `${found} minutes`);
    near(minutes(await held(1)), 10);
    near(minutes(await held(1, { expirationMinutes: 5 })), 5);
    const long = await held(1, { expirationMinutes: 60 });
    near(minutes(long), 60);
    await pass(50);
    near(minutes((await verb(long.uuid, 'extend', { expirationMinutes: 120 })).body), 70);
    assert.equal((await reseller.book(1, { expirationMinutes: 121 })).body.error, 'BAD_REQUEST');
  });

  describe('when it is changed', () => {
    it('keeps its tickets’ names and its places when only kinds of tickets change', async () => {
      const booking = await held(3);
      const before = await takenPlaces(centre);
      const [first, second, third] = uuids(booking);
      const unitItems = [{ uuid: second, unitId: 'under-26' }, { uuid: first, unitId: 'adult' }, { unitId: 'adult' }];
      const { body } = await patch(booking.uuid, { unitItems });
      assert.deepEqual(uuids(body), [second, first, third]);
      assert.deepEqual(await takenPlaces(centre), before);
    });

    it('seats everybody together again when there are more', async () => {
      const booking = await held(2);
      await openTestCart(centre).then((cart) => cart.holdSeats(['Z-B-3'], DATES[0]));
      const { body } = await patch(booking.uuid, { unitItems: Array(5).fill({ unitId: 'adult' }) });
      assert.equal(body.unitItems.length, 5);
      const seats = (await takenPlaces(centre)).filter((place) => place !== 'Z-B-3');
      const rows = new Set(seats.map((place) => place.split('-')[1]));
      assert.deepEqual([seats.length, rows.size], [5, 1]);
    });

    it('frees what it had on the date it leaves', async () => {
      const booking = await held(2);
      await patch(booking.uuid, { availabilityId: DATES[2] });
      assert.deepEqual([(await takenPlaces(centre)).length, (await takenPlaces(centre, DATES[2])).length], [0, 2]);
    });

    it('stays as it was when the new places cannot be had', async () => {
      for (let count = 0; count < 4; count += 1) await held(12);
      const booking = await held(4);
      const before = await takenPlaces(centre);
      const { status, body } = await patch(booking.uuid, { unitItems: Array(12).fill({ unitId: 'adult' }) });
      assert.deepEqual([status, body.error], [400, 'UNPROCESSABLE_ENTITY']);
      assert.deepEqual(await takenPlaces(centre), before);
      assert.deepEqual(uuids(await read(booking.uuid)), uuids(booking));
    });

    it('is not sold when it is confirmed with tickets that cannot be had', async () => {
      for (let count = 0; count < 4; count += 1) await held(12);
      const booking = await held(4);
      const unitItems = Array(12).fill({ unitId: 'adult' });
      assert.equal((await verb(booking.uuid, 'confirm', { contact: {}, unitItems })).status, 400);
      assert.equal((await read(booking.uuid)).status, 'ON_HOLD');
    });

    it('can, once confirmed, only get another reference', async () => {
      const { uuid } = await held(2);
      await verb(uuid, 'confirm');
      assert.equal((await patch(uuid, { resellerReference: 'R-2' })).body.resellerReference, 'R-2');
      const { status, body } = await patch(uuid, { unitItems: [{ unitId: 'adult' }] });
      assert.deepEqual([status, body.error], [400, 'UNPROCESSABLE_ENTITY']);
      assert.equal((await read(uuid)).unitItems.length, 2);
    });
  });

  describe('when it is cancelled', () => {
    it('frees its places, and says the same again', async () => {
      const { uuid } = await held(2);
      await verb(uuid, 'confirm');
      const first = (await verb(uuid, 'cancel', {})).body;
      const again = (await verb(uuid, 'cancel', {})).body;
      assert.deepEqual(again, first);
      assert.deepEqual(
        first.unitItems.map(({ status, ticket }: { status: string; ticket: { deliveryOptions: unknown[] } }) => [
          status,
          ticket.deliveryOptions.length,
        ]),
        [
          ['CANCELLED', 0],
          ['CANCELLED', 0],
        ],
      );
      assert.deepEqual(await takenPlaces(centre), []);
    });

    it('stays sold where the agreement lets its reseller undo nothing', async () => {
      const strict = await createReseller(centre, { refunds: 'never' });
      const { body } = await strict.book(1);
      const sold = (await strict.post(`/bookings/${body.uuid}/confirm`, { contact: {} })).body;
      assert.equal(sold.cancellable, false);
      const answer = await strict.post(`/bookings/${body.uuid}/cancel`, {});
      assert.deepEqual([answer.status, answer.body.error], [400, 'UNPROCESSABLE_ENTITY']);
      assert.equal((await strict.get(`/bookings/${body.uuid}`)).body.status, 'CONFIRMED');
    });
  });

  it('keeps nothing that was said about people', async () => {
    const secret = 'Q7Z-geheim';
    const contact = { fullName: secret, emailAddress: `${secret}@example.org`, notes: secret, phoneNumber: secret };
    const unitItems = [{ unitId: 'adult', contact }];
    const { uuid } = (await reseller.book(unitItems, { contact, notes: secret })).body;
    await patch(uuid, { contact, notes: secret });
    const confirmed = await verb(uuid, 'confirm', { contact, notes: secret, unitItems });
    assert.deepEqual([confirmed.body.contact.fullName, confirmed.body.unitItems[0].contact.notes], [secret, secret]);
    await verb(uuid, 'cancel', { reason: secret });
    const later = await read(uuid);
    assert.ok(!JSON.stringify(later).includes(secret));
    const { rows } = await sql<{ name: string }>`
      select table_name as name from information_schema.tables where table_schema = ${centre.schema}`.execute(
      centre.db,
    );
    for (const { name } of rows) {
      const { rows: found } =
        await sql`select 1 from ${sql.table(name)} as t where t::text like ${`%${secret}%`}`.execute(centre.db);
      assert.equal(found.length, 0, `${name} has it`);
    }
  });
});
