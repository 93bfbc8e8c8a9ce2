import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { zCapability } from '@octocloud/types';
import type { TestCentre } from '../../../harness/centre.ts';
import {
  createOctoCentre,
  createReseller,
  DATES,
  emptyHall,
  OPTION,
  PRICING,
  PRODUCT,
  SEATS,
  type TestReseller,
  takenPlaces,
} from '../../../harness/octo.ts';

describe('what a reseller can ask for besides OCTO’s core', () => {
  let centre: TestCentre;
  let reseller: TestReseller;
  before(async () => {
    centre = await createOctoCentre();
    reseller = await createReseller(centre, {
      commission: { basisPoints: 1_000, centsPerTicket: 0 },
      adminCentsPerTicket: 40,
    });
  });
  after(() => centre.stop());
  beforeEach(() => emptyHall(centre));

  const date = { productId: PRODUCT, optionId: OPTION, availabilityIds: [DATES[0]] };

  it('is listed, one of OCTO’s and one of our own', async () => {
    const { body } = await reseller.get('/capabilities');
    assert.deepEqual(
      body.map(({ id }: { id: string }) => id),
      ['octo/pricing', 'foyer/seats'],
    );
    zCapability.parse(body[0]);
  });

  it('is said back in the header, as far as it is given', async () => {
    const asked = async (capabilities: string) =>
      (await reseller.get('/supplier', { 'Octo-Capabilities': capabilities })).headers.get('octo-capabilities');
    assert.equal(await asked('octo/content, octo/pricing'), 'octo/pricing');
    assert.equal(await asked('foyer/seats,octo/pricing'), 'octo/pricing, foyer/seats');
    assert.equal(await asked(''), '');
  });

  describe('octo/pricing', () => {
    const adult = {
      ...{ original: 2400, retail: 2400, net: 2120, currency: 'EUR', currencyPrecision: 2 },
      includedTaxes: [{ name: 'BTW 6 %', retail: 136, original: 136, net: 120 }],
    };

    it('tells what each kind of ticket costs, what the reseller owes of it, and the VAT in both', async () => {
      const product = (await reseller.get(`/products/${PRODUCT}`, PRICING)).body;
      assert.deepEqual([product.defaultCurrency, product.pricingPer], ['EUR', 'UNIT']);
      assert.deepEqual(product.options[0].units[0].pricingFrom, [adult]);
      const [available] = (await reseller.post('/availability', date, PRICING)).body;
      assert.deepEqual(available.unitPricing[0], { unitId: 'adult', ...adult });
    });

    it('adds up a booking to what is owed on the account', async () => {
      const unitItems = [{ unitId: 'adult' }, { unitId: 'under-26' }];
      const { body } = await reseller.book(unitItems, {}, PRICING);
      assert.deepEqual(body.unitItems[0].pricing, adult);
      assert.deepEqual([body.pricing.retail, body.pricing.net], [3600, 3600 - 240 - 120 - 80]);
      assert.equal(body.pricing.includedTaxes[0].retail, 136 + 68);
    });

    it('says nothing of money unless it is asked', async () => {
      const answers = [
        await reseller.get('/products'),
        await reseller.post('/availability', date),
        await reseller.book(1),
      ];
      for (const { body } of answers) assert.ok(!/ricing|urrenc/.test(JSON.stringify(body)));
    });
  });

  describe('foyer/seats', () => {
    const seat = (id: string, unitId = 'adult') => ({ unitId, seat: id });
    const seatsIn = (body: { unitItems: { seat: { id: string } }[] }) => body.unitItems.map((item) => item.seat.id);

    it('books the very seats that are named, and the best beside them for the rest', async () => {
      const { body } = await reseller.book([seat('Z-F-1'), seat('Z-F-2', 'under-26')], {}, SEATS);
      assert.deepEqual(seatsIn(body), ['Z-F-1', 'Z-F-2']);
      assert.deepEqual([body.unitItems[0].seat.row, body.unitItems[0].seat.seat], ['F', '1']);
      const mixed = await reseller.book([seat('Z-E-1'), { unitId: 'adult' }], {}, SEATS);
      assert.equal(seatsIn(mixed.body)[0], 'Z-E-1');
      assert.equal(new Set(seatsIn(mixed.body)).size, 2);
    });

    it('keeps named seats when the rest changes', async () => {
      const { body } = await reseller.book([seat('Z-F-1'), { unitId: 'adult' }], {}, SEATS);
      const unitItems = [{ uuid: body.unitItems[0].uuid, unitId: 'adult' }, { unitId: 'adult' }, { unitId: 'adult' }];
      const changed = await reseller.ask('PATCH', `/bookings/${body.uuid}`, { unitItems }, SEATS);
      assert.deepEqual([seatsIn(changed.body)[0], seatsIn(changed.body).length], ['Z-F-1', 3]);
    });

    it('books places of an area by its name, and of a zone without seats by itself', async () => {
      const standing = { optionId: 'rang-2' };
      const named = await reseller.book([seat('STAAN'), seat('STAAN', 'under-26')], standing, SEATS);
      const free = await reseller.book(2, standing, SEATS);
      assert.deepEqual(
        [seatsIn(named.body), seatsIn(free.body)],
        [
          ['STAAN', 'STAAN'],
          ['STAAN', 'STAAN'],
        ],
      );
      assert.deepEqual(await takenPlaces(centre), ['STAAN#1', 'STAAN#2', 'STAAN#3', 'STAAN#4']);
      const confirmed = await reseller.post(`/bookings/${named.body.uuid}/confirm`, { contact: {} });
      assert.equal(confirmed.body.status, 'CONFIRMED');
    });

    it('refuses a seat that is taken, none of this option’s, or named twice; and holds nothing', async () => {
      await reseller.book([seat('Z-F-1')], {}, SEATS);
      const wrong = [
        [seat('Z-F-1'), seat('Z-F-2')],
        [seat('STAAN')],
        [seat('Z-Q-1')],
        [seat('Z-F-3'), seat('Z-F-3')],
        [seat('Z-F-9')],
      ];
      for (const units of wrong) {
        const { status, body } = await reseller.book(units, {}, SEATS);
        assert.deepEqual([status, body.error], [400, 'UNPROCESSABLE_ENTITY'], JSON.stringify(units));
      }
      assert.deepEqual(await takenPlaces(centre), ['Z-F-1']);
    });

    it('leads to the plan and who has what; and takes no seat from who did not ask for it', async () => {
      const [available] = (await reseller.post('/availability', date, SEATS)).body;
      const { apiUrl } = centre.runtime.config;
      for (const url of [available.planUrl, available.seatStatusUrl]) {
        assert.ok(url.startsWith(apiUrl));
        assert.equal((await centre.request(url.slice(apiUrl.length))).status, 200);
      }
      assert.equal((await reseller.book([seat('Z-F-1')])).body.error, 'BAD_REQUEST');
    });
  });

  describe('of availability', () => {
    it('counts what a zone has left, and says when it is little, nothing, or not for sale', async () => {
      const now = async () => (await reseller.post('/availability', date)).body[0];
      assert.deepEqual([(await now()).status, (await now()).vacancies, (await now()).capacity], ['AVAILABLE', 58, 58]);
      for (let count = 0; count < 3; count += 1) await reseller.book(12);
      assert.deepEqual([(await now()).status, (await now()).vacancies], ['LIMITED', 22]);
      await centre.db.updateTable('performance').set({ sale_ends_at: new Date() }).where('id', '=', DATES[0]).execute();
      assert.deepEqual([(await now()).status, (await now()).available], ['CLOSED', false]);
      assert.equal((await reseller.book(1)).body.error, 'UNPROCESSABLE_ENTITY');
      await centre.db.updateTable('performance').set({ sale_ends_at: null }).where('id', '=', DATES[0]).execute();
    });

    it('is none for more tickets than there are, or than one may have', async () => {
      const available = async (quantity: number) =>
        (await reseller.post('/availability', { ...date, units: [{ id: 'adult', quantity }] })).body[0].available;
      assert.deepEqual([await available(12), await available(13)], [true, false]);
    });
  });
});
