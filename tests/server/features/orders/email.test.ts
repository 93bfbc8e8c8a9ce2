import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { sql } from 'kysely';
import { type Buyer, createSaleCentre, type SaleCentre } from '../../../harness/sale.ts';

const PERFORMANCES = Array.from({ length: 8 }, (_, index) => `avond-${index + 1}`);
const WRONG = { email: 'anna@exmaple.com' };
const RIGHT = { email: 'anna@example.com' };

describe('the address of an order', () => {
  let centre: SaleCentre;
  const performances = PERFORMANCES.values();
  before(async () => {
    centre = await createSaleCentre({ performances: PERFORMANCES });
  });
  after(() => centre.stop());

  async function slip(): Promise<Buyer> {
    const anna = await centre.buyer(performances.next().value ?? '');
    await anna.order(WRONG);
    return anna;
  }
  async function paid(): Promise<Buyer> {
    const anna = await slip();
    centre.mollie.pay(anna.payment());
    await centre.settle();
    return anna;
  }
  const mailsOf = ({ id }: Buyer) =>
    centre.mails
      .filter(({ messageId }) => messageId.includes(id))
      .map(({ to, messageId }) => [messageId.split('-')[0], to]);
  const correct = async (buyer: Buyer, change = RIGHT) => {
    const { status, code, body } = await buyer.post('/email', change);
    await centre.work();
    return { status, code, mailedTo: body.mailedTo };
  };

  it('is shown to who ordered, and corrected before it is paid without a word to anybody', async () => {
    const anna = await slip();
    assert.equal((await anna.show()).mailedTo, WRONG.email);
    assert.deepEqual(await correct(anna), { status: 200, code: undefined, mailedTo: RIGHT.email });
    assert.deepEqual(mailsOf(anna), []);
    centre.mollie.pay(anna.payment());
    await centre.settle();
    assert.deepEqual(mailsOf(anna), [['tickets', RIGHT.email]]);
  });

  it('gets the tickets again when it is corrected after, and the address before is told, without the new one', async () => {
    const anna = await paid();
    assert.equal((await correct(anna)).mailedTo, RIGHT.email);
    assert.deepEqual(mailsOf(anna).sort(), [
      ['readdressed', WRONG.email],
      ['tickets', RIGHT.email],
      ['tickets', WRONG.email],
    ]);
    const told = centre.mails.find(({ messageId }) => messageId.startsWith('readdressed-'));
    assert.ok(told && !`${told.text}${told.html}`.includes(RIGHT.email));
    const row = await centre.db.selectFrom('orders').selectAll().where('id', '=', anna.id).executeTakeFirstOrThrow();
    assert.deepEqual([row.email, row.email_before], [RIGHT.email, null]);
  });

  it('is mailed nothing again when it is the same', async () => {
    const anna = await paid();
    assert.equal((await correct(anna, WRONG)).status, 200);
    assert.deepEqual(mailsOf(anna), [['tickets', WRONG.email]]);
  });

  it('is corrected three times at most', async () => {
    const anna = await slip();
    for (const name of ['a', 'b', 'c'])
      assert.equal((await correct(anna, { email: `${name}@example.com` })).status, 200);
    const { status, code } = await correct(anna);
    assert.deepEqual([status, code], [409, 'email_not_changeable']);
    assert.equal((await anna.show()).mailedTo, undefined);
  });

  it('is neither shown nor corrected an hour after it was paid, nor once the order is over', async () => {
    const [late, gone] = [await paid(), await slip()];
    await sql`update orders set paid_at = clock_timestamp() - interval '61 minutes' where id = ${late.id}`.execute(
      centre.db,
    );
    await gone.cancel();
    for (const buyer of [late, gone]) {
      assert.equal((await buyer.show()).mailedTo, undefined);
      assert.equal((await correct(buyer)).code, 'email_not_changeable');
    }
  });

  it('has to be an address', async () => {
    const answer = await (await slip()).post('/email', { email: 'anna' });
    assert.deepEqual([answer.status, answer.code, answer.field], [400, 'invalid_request', 'email']);
  });
});
