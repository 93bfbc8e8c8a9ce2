import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import type { TestCentre } from '../../../harness/centre.ts';
import {
  createOctoCentre,
  createReseller,
  DATES,
  emptyHall,
  type OctoAnswer,
  OPTION,
  PRODUCT,
  type TestReseller,
} from '../../../harness/octo.ts';

/** The situations in which OCTO's own validator (octotravel/validator) looks at a supplier. */
describe('what OCTO’s validator asks of the offer', () => {
  let centre: TestCentre;
  let reseller: TestReseller;
  before(async () => {
    centre = await createOctoCentre();
    reseller = await createReseller(centre);
  });
  after(() => centre.stop());
  beforeEach(() => emptyHall(centre));

  const day = (days: number) => new Date(Date.now() + days * 24 * 3_600_000).toISOString().slice(0, 10);
  const range = { localDateStart: day(0), localDateEnd: day(30) };
  const named = { productId: PRODUCT, optionId: OPTION };
  const refused = ({ status, body }: OctoAnswer) => [status, body.error];

  describe('of the supplier and its products', () => {
    it('the supplier tells who it is and where', async () => {
      const { body } = await reseller.get('/supplier');
      assert.deepEqual([body.id, body.endpoint], [centre.id, `${centre.runtime.config.apiUrl}/octo`]);
    });
    it('every product has start times, an option that is the default, and units', async () => {
      const { body } = await reseller.get('/products');
      assert.deepEqual(
        body.map(({ id, availabilityType }: Record<string, string>) => [id, availabilityType]),
        [
          [PRODUCT, 'START_TIME'],
          ['de-twijfel-kleine-zaal', 'START_TIME'],
        ],
      );
      const [option] = body[0].options;
      assert.deepEqual([option.id, option.default], [OPTION, true]);
      assert.ok(option.availabilityLocalStartTimes.every((time: string) => /^\d{2}:\d{2}$/.test(time)));
      assert.deepEqual(
        option.units.map(({ id, type }: Record<string, string>) => [id, type]),
        [
          ['adult', 'ADULT'],
          ['under-26', 'YOUTH'],
        ],
      );
    });
    it('a product can be asked for alone', async () => {
      const { body } = await reseller.get('/products');
      assert.deepEqual((await reseller.get(`/products/${PRODUCT}`)).body, body[0]);
    });
    it('a product that is none is INVALID_PRODUCT_ID', async () => {
      const { status, body } = await reseller.get('/products/invalidProductId');
      assert.deepEqual([status, body.error, body.productId], [400, 'INVALID_PRODUCT_ID', 'invalidProductId']);
    });
  });

  describe('of availability', () => {
    it('the calendar has the days on which it is played', async () => {
      const { body } = await reseller.post('/availability/calendar', { ...named, ...range });
      assert.ok(body.length > 0);
      assert.ok(
        body.every(
          ({ available, status }: { available: boolean; status: string }) => available && status === 'AVAILABLE',
        ),
      );
    });
    it('a range has all dates, one day those of that day, and ids exactly those', async () => {
      const all = (await reseller.post('/availability', { ...named, ...range })).body;
      assert.deepEqual(
        all.map(({ id }: { id: string }) => id),
        DATES,
      );
      const localDate = all[0].localDateTimeStart.slice(0, 10);
      const onDay = (await reseller.post('/availability', { ...named, localDate })).body;
      assert.ok(onDay.length > 0);
      assert.ok(onDay.every((one: { localDateTimeStart: string }) => one.localDateTimeStart.startsWith(localDate)));
      const byId = (await reseller.post('/availability', { ...named, availabilityIds: [DATES[1]] })).body;
      assert.deepEqual(
        byId.map(({ id }: { id: string }) => id),
        [DATES[1]],
      );
    });
    it('times have the place’s offset, cut-offs are in UTC to the second', async () => {
      const [first] = (await reseller.post('/availability', { ...named, ...range })).body;
      assert.match(first.localDateTimeStart, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$/);
      assert.match(first.utcCutoffAt, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
    });

    const wrong: readonly [string, string, object, string][] = [
      [
        'a product that is none',
        '/availability',
        { productId: 'invalidProductId', optionId: OPTION, ...range },
        'INVALID_PRODUCT_ID',
      ],
      [
        'an option that is none',
        '/availability',
        { productId: PRODUCT, optionId: 'invalidOptionId', ...range },
        'INVALID_OPTION_ID',
      ],
      ['no dates', '/availability', named, 'BAD_REQUEST'],
      ['half a range', '/availability', { ...named, localDateStart: day(0) }, 'BAD_REQUEST'],
      ['a range and ids', '/availability', { ...named, ...range, availabilityIds: [DATES[0]] }, 'BAD_REQUEST'],
      ['a range and a date', '/availability', { ...named, ...range, localDate: day(7) }, 'BAD_REQUEST'],
      [
        'a range backwards',
        '/availability',
        { ...named, localDateStart: day(30), localDateEnd: day(0) },
        'BAD_REQUEST',
      ],
      ['years', '/availability', { ...named, localDateStart: day(0), localDateEnd: day(400) }, 'BAD_REQUEST'],
      [
        'a product of no calendar',
        '/availability/calendar',
        { productId: 'invalidProductId', optionId: OPTION, ...range },
        'INVALID_PRODUCT_ID',
      ],
      [
        'an option of no calendar',
        '/availability/calendar',
        { productId: PRODUCT, optionId: 'invalidOptionId', ...range },
        'INVALID_OPTION_ID',
      ],
      ['a calendar without a start', '/availability/calendar', { ...named, localDateEnd: day(30) }, 'BAD_REQUEST'],
    ];
    for (const [what, path, json, code] of wrong) {
      it(`${what} is ${code}`, async () => {
        assert.deepEqual(refused(await reseller.post(path, json)), [400, code]);
      });
    }
  });
});
