import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { sql } from 'kysely';
import { FoyerError } from '../../../../server/errors.ts';
import { placeOrder } from '../../../../server/features/orders/place.ts';
import type { CentreRuntime } from '../../../../server/runtime.ts';
import { TEST_ORIGIN } from '../../../harness/centre.ts';
import { buyProducts, createShopCentre, voucherOf } from '../../../harness/entitlements.ts';
import { choose } from '../../../harness/prices.ts';
import type { Buyer, SaleCentre } from '../../../harness/sale.ts';
import { withoutLocks } from '../../../harness/without-locks.ts';

const ROUNDS = 12;
const BUYERS = 4;
const ROWS = ['A', 'B', 'C', 'D'];
const PERFORMANCES = Array.from({ length: 2 * ROUNDS + 2 }, (_, index) => `wedloop-${index + 1}`);

describe('one voucher or pass in several orders at once', () => {
  let centre: SaleCentre;
  let round = 0;
  before(async () => {
    centre = await createShopCentre(PERFORMANCES);
  });
  after(() => centre.stop());

  /** All of them order at the same moment. @returns how often it worked. */
  async function orderAtOnce(runtime: CentreRuntime, buyers: readonly Buyer[]): Promise<number> {
    const totals = await Promise.all(buyers.map(({ cart }) => cart.show()));
    const outcomes = await Promise.allSettled(
      buyers.map(({ cart }, index) =>
        placeOrder(runtime, cart.id, {
          ...{ email: 'a@example.com', language: 'nl', returnUrl: `${TEST_ORIGIN}/` },
          expectedTotal: totals[index]?.total ?? { cents: 0, currency: 'EUR' },
        }),
      ),
    );
    for (const outcome of outcomes) {
      if (outcome.status === 'rejected') assert.ok(outcome.reason instanceof FoyerError, outcome.reason);
    }
    return outcomes.filter(({ status }) => status === 'fulfilled').length;
  }

  const buyersWith = (choicesOf: (line: string) => object) => {
    round += 1;
    return Promise.all(
      ROWS.slice(0, BUYERS).map(async (row) => {
        const buyer = await centre.buyer(PERFORMANCES[round] ?? '', [`Z-${row}-1`]);
        const [line] = (await buyer.cart.show()).lines;
        const chosen = await choose(buyer.cart, choicesOf(line?.id ?? ''));
        assert.equal(chosen.cart.total.cents, 0, chosen.code);
        return buyer;
      }),
    );
  };
  const unguarded = () => ({ ...centre.runtime, db: centre.db.withPlugin(withoutLocks) });
  const mostSpent = async () => {
    const { rows } = await sql<{ most: number }>`
      select coalesce(max(spent - cents), 0)::integer as most from (
        select entitlement.cents, sum(use.cents) as spent
        from entitlement join entitlement_use use on use.entitlement_id = entitlement.id
        where entitlement.kind = 'voucher' group by entitlement.id
      ) vouchers`.execute(centre.db);
    return rows[0]?.most ?? 0;
  };

  describe('a voucher', () => {
    const race = async (runtime: CentreRuntime) => {
      const code = await voucherOf(centre, 2400);
      return orderAtOnce(runtime, await buyersWith(() => ({ codes: [code] })));
    };

    it('pays for one of them', async () => {
      assert.equal(await race(centre.runtime), 1);
      assert.equal(await mostSpent(), 0);
    });

    it('would pay more than is on it without its lock', async () => {
      for (let tries = 0; tries < ROUNDS && (await mostSpent()) === 0; tries += 1) await race(unguarded());
      assert.ok((await mostSpent()) > 0);
    });
  });

  describe('a pass', () => {
    const race = async (runtime: CentreRuntime) => {
      const { entitlements } = await buyProducts(centre, [{ product: 'cubo-pass', quantity: 1 }]);
      const code = entitlements[0]?.code;
      return orderAtOnce(runtime, await buyersWith((line) => ({ visits: [{ line, code }] })));
    };

    it('lets one of them in', async () => {
      assert.equal(await race(centre.runtime), 1);
    });

    it('would let several in without its lock', async () => {
      let most = 0;
      for (let tries = 0; tries < ROUNDS && most < 2; tries += 1) most = await race(unguarded());
      assert.ok(most > 1);
    });
  });
});
