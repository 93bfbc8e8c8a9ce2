import assert from 'node:assert/strict';
import type { Cart, WrittenPriceList } from '../../sdk/contract/index.ts';
import { answerOf, TEST_MANAGE_TOKEN, type TestAnswer, type TestCart, type TestServer } from './centre.ts';

/** Lets a price list hold at a test centre, and says so when it is refused. */
export async function putPrices(server: Pick<TestServer, 'request'>, list: Omit<WrittenPriceList, 'version'>) {
  const json = { version: 1, ...list };
  const answer = await server.request('/manage/price-list', { method: 'PUT', json, token: TEST_MANAGE_TOKEN });
  assert.equal(answer.status, 200, await answer.clone().text());
}

/** Sets what a cart has beside places. */
export const choose = async (cart: TestCart, choices: object): Promise<TestAnswer> =>
  answerOf(await cart.request('/choices', { method: 'PUT', json: choices }));

/** What the reasons of each line of a cart are, in the order of its lines, as `id: cents`. */
export const whyOf = ({ lines }: Cart): (readonly string[] | undefined)[] =>
  lines.map(({ why }) => why?.map(({ id, amount }) => `${id}: ${amount.cents}`));
