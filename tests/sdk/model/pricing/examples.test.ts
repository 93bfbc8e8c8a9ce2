import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkPriceList } from '../../../../sdk/model/pricing/check-list.ts';
import { priceCart, refundFor } from '../../../../sdk/model/pricing/index.ts';
import type { PricedCart, PricingRequest } from '../../../../sdk/model/pricing/types.ts';
import { requestOf } from '../../../../server/cli/prices/request.ts';
import { type Example, type Tariff, tariffs } from '../../../harness/tariffs/examples.ts';

/** What was bought in an example, as the kernel is asked. */
function asked({ list }: Tariff, { cart, title }: Example): PricingRequest {
  const request = requestOf(list, cart, 0);
  if ('lines' in request) return request;
  throw new Error(`${title}: ${request.map(({ path, message }) => `${path}: ${message}`).join('; ')}`);
}

/** A priced cart in the words of the examples. */
function told(priced: PricedCart, codes: readonly string[]) {
  return {
    lines: Object.fromEntries(
      priced.lines.map(({ cents, id, why }) => [
        id,
        { cents, why: why.map((reason) => [reason.id, reason.amount.cents] as const) },
      ]),
    ),
    products: priced.products.map(({ cents, quantity }) => cents * quantity),
    fees: priced.fees.map(({ cents, rule }) => [rule, cents] as const),
    subscriptions: priced.subscriptions.map(stateOf),
    codes: codes.map((code) => priced.workingCodes.includes(code)),
    total: priced.totalCents,
  };
}

function stateOf({ complete, missing, missingParts, next, savedCents }: PricedCart['subscriptions'][number]): string {
  return [
    ...(complete ? [`complete, saves ${(savedCents / 100).toFixed(2)}`] : []),
    ...(missing > 0 ? [`${missing} missing`] : []),
    ...missingParts.map(({ count, name }) => `${count} of ${name.en}`),
    ...(complete && next ? [`${next.more} more from ${next.from}`] : []),
  ].join(', ');
}

/** What is paid back for places of a paid order; null where they are not taken back. */
function givenBack(bought: PricingRequest, { lines }: PricedCart, places: readonly string[]): number | null {
  const { cents, refused } = refundFor({ bought, paid: lines, lines: places });
  return refused.length > 0 ? null : cents;
}

const all = tariffs();

describe('the worked examples of real-looking tariffs', () => {
  it('are more than a hundred', () => {
    const count = all.reduce((sum, { examples }) => sum + examples.length, 0);
    assert.ok(count > 100, `only ${count}`);
  });

  for (const tariff of all) {
    describe(tariff.id, () => {
      it('is a price list without an error', () => {
        assert.deepEqual(
          checkPriceList(tariff.list).filter(({ level }) => level === 'error'),
          [],
        );
      });
      for (const example of tariff.examples) {
        it(example.title, () => {
          const request = asked(tariff, example);
          const priced = priceCart(request);
          const { returns, vat, ...expected } = example.expected;
          assert.deepEqual(told(priced, request.codes), expected);
          const turned = priceCart({ ...request, lines: request.lines.toReversed() });
          assert.deepEqual(told(turned, request.codes), expected, 'in whatever order the places are');
          const taxes = Object.fromEntries(priced.lines.map((line) => [line.id, line.vat]));
          for (const [id, code] of Object.entries(vat)) assert.equal(taxes[id], code, `VAT of ${id}`);
          for (const { cents, places } of returns) assert.equal(givenBack(request, priced, places), cents);
        });
      }
    });
  }
});
