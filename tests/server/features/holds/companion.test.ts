import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { sql } from 'kysely';
import { createTestCentre, openTestCart, type TestCart, type TestCentre } from '../../../harness/centre.ts';
import { HALL_FOR_ALL } from '../../../harness/small-hall.ts';

const [PLACE, COMPANION] = ['Z-F-1', 'Z-F-2'];
const [OTHER_PLACE, OTHER_COMPANION] = ['Z-F-10', 'Z-F-9'];
const wheelchair = (seat: string) => ({ seat, wheelchairUser: true });

describe("a companion's seat", () => {
  let centre: TestCentre;
  let cart: TestCart;
  before(async () => {
    centre = await createTestCentre({ performances: ['het-gedacht', 'de-zee'], hall: HALL_FOR_ALL });
    await centre.db
      .updateTable('performance')
      .set({ wheelchair_rule: 'released' })
      .where('id', '=', 'de-zee')
      .execute();
  });
  after(() => centre.stop());
  beforeEach(async () => {
    await centre.db.deleteFrom('claim').execute();
    cart = await openTestCart(centre);
  });

  const hold = (seats: readonly { seat: string; wheelchairUser?: boolean }[], performance = 'het-gedacht') =>
    cart.hold({ performance, seats: [...seats] });
  const release = async (...seats: readonly string[]) => {
    const { lines } = await cart.show();
    const ids = lines.filter(({ place }) => seats.includes(place.id)).map(({ id }) => id);
    const response = await cart.request('/release', { json: { lines: ids } });
    return placesOf((await response.json()).lines);
  };
  const placesOf = (lines: readonly { place: { id: string } }[]) => lines.map(({ place }) => place.id);

  it('goes with the wheelchair place beside it, in one request or after it', async () => {
    assert.equal((await hold([{ seat: COMPANION }, wheelchair(PLACE)])).status, 200);
    assert.equal((await hold([wheelchair(OTHER_PLACE)])).status, 200);
    assert.equal((await hold([{ seat: OTHER_COMPANION }])).status, 200);
  });

  it('is refused alone, with an ordinary seat, and beside a wheelchair place elsewhere', async () => {
    const alone = await hold([{ seat: COMPANION }]);
    assert.deepEqual([alone.status, alone.code, alone.seats], [409, 'companion_alone', [COMPANION]]);
    assert.equal((await hold([{ seat: COMPANION }, { seat: 'Z-F-3' }])).code, 'companion_alone');
    const wrong = await hold([wheelchair(PLACE), { seat: COMPANION }, { seat: OTHER_COMPANION }]);
    assert.deepEqual([wrong.code, wrong.seats], ['companion_alone', [OTHER_COMPANION]]);
    assert.deepEqual((await cart.show()).lines, [], 'nothing is half held');
  });

  it("is refused beside somebody else's wheelchair place, and beside one's own at another performance", async () => {
    await (await openTestCart(centre)).hold({ performance: 'het-gedacht', seats: [wheelchair(PLACE)] });
    assert.equal((await hold([{ seat: COMPANION }])).code, 'companion_alone');
    await hold([{ seat: OTHER_PLACE }], 'de-zee');
    assert.equal((await hold([{ seat: OTHER_COMPANION }])).code, 'companion_alone');
  });

  it('is refused beside a wheelchair place whose time is over', async () => {
    await hold([wheelchair(PLACE)]);
    await centre.db.updateTable('claim').set({ until: sql`clock_timestamp() - interval '1 second'` }).execute();
    assert.equal((await hold([{ seat: COMPANION }])).code, 'companion_alone');
  });

  it('is for anybody once the centre releases it', async () => {
    assert.equal(
      (await hold([{ seat: COMPANION }, { seat: OTHER_PLACE }, { seat: OTHER_COMPANION }], 'de-zee')).status,
      200,
    );
    assert.deepEqual(await release(OTHER_PLACE), [COMPANION, OTHER_COMPANION]);
  });

  it('is given back with the last wheelchair place it belongs to, and the answer shows it', async () => {
    await hold([
      { seat: 'Z-E-1' },
      wheelchair(PLACE),
      { seat: COMPANION },
      wheelchair(OTHER_PLACE),
      { seat: OTHER_COMPANION },
    ]);
    assert.deepEqual(await release(PLACE), ['Z-E-1', OTHER_PLACE, OTHER_COMPANION]);
    const { rows } = await sql<{ told: boolean }>`
      select places ? ${PLACE} and places ? ${COMPANION} as told from seat_change order by id desc limit 1`.execute(
      centre.db,
    );
    assert.equal(rows[0]?.told, true, 'who follows along hears of both at once');
  });

  it('stays when only it is given back, and leaves the wheelchair place', async () => {
    await hold([wheelchair(PLACE), { seat: COMPANION }]);
    assert.deepEqual(await release(COMPANION), [PLACE]);
  });

  it('shows the same cart when the same request comes again', async () => {
    const request = { performance: 'het-gedacht', seats: [{ seat: COMPANION }] };
    await hold([wheelchair(PLACE)]);
    await cart.hold(request, { 'Idempotency-Key': 'again' });
    await release(PLACE);
    const again = await cart.hold(request, { 'Idempotency-Key': 'again' });
    assert.deepEqual([again.status, again.headers.get('Idempotent-Replayed')], [200, 'true']);
    assert.deepEqual(again.cart.lines, [], 'it holds nothing anew');
  });
});
