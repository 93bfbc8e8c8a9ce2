import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { sql } from 'kysely';
import { cancel } from '../../server/features/network/reservations/cancel.ts';
import { confirm } from '../../server/features/network/reservations/confirm.ts';
import { reserve } from '../../server/features/network/reservations/reserve.ts';
import { tidy } from '../../server/tidy.ts';
import { createTestCentre, openTestCart, type TestCentre } from '../harness/centre.ts';
import { databaseWorldOf } from '../harness/network/database-world.ts';
import { wanting } from '../harness/network/owner-world.ts';

describe('tidying', () => {
  let centre: TestCentre;
  before(async () => {
    centre = await createTestCentre();
  });
  after(() => centre.stop());

  it('forgets what is over, and nothing that anybody may still ask for', async () => {
    const { db } = centre;
    const carts = {
      held: await openTestCart(centre),
      ended: await openTestCart(centre),
      empty: await openTestCart(centre),
    };
    await carts.held.hold({ performance: 'het-gedacht', seats: [{ seat: 'Z-A-1' }] }, { 'Idempotency-Key': 'now' });
    await carts.ended.hold(
      { performance: 'het-gedacht', seats: [{ seat: 'Z-A-2' }] },
      { 'Idempotency-Key': 'long ago' },
    );
    await sql`update claim set until = clock_timestamp() - interval '25 hours' where cart_id = ${carts.ended.id}`.execute(
      db,
    );
    await sql`update idempotency set created_at = now() - interval '3 days' where cart_id = ${carts.ended.id}`.execute(
      db,
    );
    await sql`update seat_change set created_at = now() - interval '7 hours' where places ? 'Z-A-2'`.execute(db);
    await sql`update cart set created_at = now() - interval '8 days'`.execute(db);
    await sql`insert into network_nonce (key_id, nonce, seen_at) values ('k', 'old', now() - interval '11 minutes'), ('k', 'new', now())`.execute(
      db,
    );
    await tidy(db);
    const left = {
      claims: (await db.selectFrom('claim').select('place').execute()).map(({ place }) => place),
      keys: (await db.selectFrom('idempotency').select('key').execute()).map(({ key }) => key),
      changes: (await db.selectFrom('seat_change').select('places').execute()).flatMap(({ places }) =>
        Object.keys(places),
      ),
      nonces: (await db.selectFrom('network_nonce').select('nonce').execute()).map(({ nonce }) => nonce),
      carts: (await db.selectFrom('cart').select('id').execute()).map(({ id }) => id),
    };
    assert.deepEqual(left, {
      claims: ['Z-A-1'],
      keys: ['now'],
      changes: ['Z-A-1'],
      nonces: ['new'],
      carts: [carts.held.id],
    });
  });

  it('forgets what partners reserved long ago and did not buy, and keeps what they bought', async () => {
    const { db } = centre;
    const { parts, agree } = databaseWorldOf(centre);
    const agreement = await agree();
    const put = async (seat: string) => {
      const id = randomUUID();
      const { reservation } = await reserve(parts, agreement, id, wanting([seat]));
      return reservation;
    };
    const [recent, old, sold] = [await put('Z-B-1'), await put('Z-B-3'), await put('Z-B-5')];
    await confirm(parts, agreement, sold.id, { expectedTotal: sold.total });
    await cancel(parts, agreement, recent.id, { reason: 'unpaid' });
    await cancel(parts, agreement, old.id, { reason: 'unpaid' });
    await sql`update cart set created_at = now() - interval '31 days'`.execute(db);
    await sql`update reservation set created_at = now() - interval '31 days' where id <> ${recent.id}`.execute(db);
    await tidy(db);
    const left = await db.selectFrom('reservation').select('id').execute();
    assert.deepEqual(left.map(({ id }) => id).sort(), [recent.id, sold.id].sort());
  });
});
