import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import type { Order } from '../../sdk/contract/order.ts';
import type { ProgrammeItem } from '../../sdk/model/programme/types.ts';
import { TEST_ORIGIN } from '../harness/centre.ts';
import { exampleOf } from '../harness/docs.ts';
import { createSaleCentre, type SaleCentre } from '../harness/sale.ts';

const PERFORMANCE = 'het-gedacht';

/** What the example on the page exports. */
interface Example {
  order(options: object): Promise<Order>;
  collect(options: object): Promise<{ readonly order: Order; readonly pdf?: Uint8Array }>;
  look(
    centre: string,
    query: string,
    surroundings: object,
  ): Promise<{ readonly found: readonly ProgrammeItem[]; readonly free: string }>;
}

describe('the page about selling without elements', () => {
  let centre: SaleCentre;
  let example: Example;
  let address = '';
  let surroundings: object;
  before(async () => {
    centre = await createSaleCentre({ performances: [PERFORMANCE] });
    const baseUrl = `https://api.example${centre.base}`;
    address = baseUrl;
    surroundings = {
      baseUrl,
      fetch: (url: string, options: RequestInit) => centre.request(url.slice(baseUrl.length), options),
    };
    const files = exampleOf('docs/headless.md', { 'foyer/sdk': pathToFileURL('sdk/index.ts').href });
    const [selling, looking] = await Promise.all(
      files.map(({ text }) => import(`data:text/javascript,${encodeURIComponent(text)}`)),
    );
    example = { ...selling, ...looking };
  });
  after(() => centre.stop());

  /** Orders as the page does; gives the payment and the address to which it leads back. */
  async function order() {
    const ordered = await example.order({
      ...surroundings,
      performance: PERFORMANCE,
      email: 'an@wolvegem.example',
      returnUrl: `${TEST_ORIGIN}/voorstelling`,
    });
    const payment = centre.mollie.payments().at(-1)?.id ?? '';
    return { ordered, payment, returnedTo: centre.mollie.payment(payment).redirectUrl };
  }

  it('sells two seats, and has their tickets when they are paid', async () => {
    const { ordered, payment, returnedTo } = await order();
    assert.match(ordered.checkoutUrl ?? '', /^https:\/\/pay\.example\//);
    centre.mollie.pay(payment);
    await centre.settle();
    const bought = await example.collect({ ...surroundings, returnedTo });
    assert.deepEqual([bought.order.state, bought.order.tickets.length], ['paid', 2]);
    assert.match(new TextDecoder('latin1').decode(bought.pdf), /^%PDF-/);
  });

  it('has no tickets for who comes back without paying', async () => {
    const { returnedTo } = await order();
    const { order: waiting, pdf } = await example.collect({ ...surroundings, returnedTo });
    assert.deepEqual([waiting.state, waiting.tickets.length, pdf], ['waiting', 0, undefined]);
  });

  it('says by a code what was wrong', async () => {
    await assert.rejects(
      example.order({ ...surroundings, performance: 'no-such-performance', email: '', returnUrl: TEST_ORIGIN }),
      /^Error: [a-z]+(_[a-z]+)*$/,
    );
  });

  it('looks through what is on, by the query of an address', async () => {
    const look = async (query: string) => {
      const { found, free } = await example.look(address, query, surroundings);
      return [found.map(({ reference }) => reference), free];
    };
    assert.deepEqual(await look('?page=2&genre=opera'), [[PERFORMANCE], '?page=2&free=1']);
    assert.deepEqual(await look('?q=ergens+anders&from=morgen'), [[], '?q=ergens+anders&free=1']);
  });
});
