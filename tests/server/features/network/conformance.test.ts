import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { sql } from 'kysely';
import { agreementTermsSchema, priceListSchema } from '../../../../sdk/contract/index.ts';
import { ownerParts, tellExpired } from '../../../../server/features/network/reservations/index.ts';
import { checks } from '../../../conformance/checks/index.ts';
import { judge } from '../../../conformance/kit/run.ts';
import type { Time } from '../../../conformance/kit/time.ts';
import { createTestCentre, type TestCentre } from '../../../harness/centre.ts';
import { addPartner } from '../../../harness/partner.ts';
import { removeGuards } from '../../../harness/unguarded.ts';

/** Terms under which every promise can be seen to be kept, but one. */
const TERMS = agreementTermsSchema.parse({
  performances: {},
  priceTypes: ['adult'],
  commission: { basisPoints: 550, centsPerTicket: 25 },
  adminCentsPerTicket: 40,
  caps: { heldPlaces: 20, requestsPerMinute: 100_000 },
});

/** A subscription and a pass, by which it can be seen how bundles are priced. */
const LIST = priceListSchema.parse({
  version: 1,
  subscriptions: [
    {
      ...{ id: 'regio', name: { nl: 'Regio-abonnement' } },
      tiers: [{ from: 3, price: { kind: 'percentage', basisPoints: 1000 } }],
    },
  ],
  passes: [
    {
      ...{ id: 'podiumpas', name: { nl: 'Podiumpas' }, price: 2500, vat: 'BE-6', period: { months: 1 } },
      visits: { among: {}, price: 200, settlement: 700 },
    },
  ],
});
const formulas = { subscription: { formula: 'regio', size: 3 }, pass: 'podiumpas' };

describe('this server, as an owning centre', () => {
  let centre: TestCentre;
  let now = Date.now();
  before(async () => {
    centre = await createTestCentre({
      performances: ['het-gedacht', 'de-twijfel'],
      clock: { now: () => new Date(now) },
    });
    await centre.runtime.priceLists.put(LIST);
    // Not before what was put on sale just now.
    now = Date.now() + 1_000;
  });
  after(() => centre.stop());

  /** Time that passes at once: for the server’s clock, and for whatever is held in its database. */
  const time: Time = {
    now: () => now,
    async pause(milliseconds) {
      now += milliseconds;
      const ago = sql`make_interval(secs => ${milliseconds / 1000})`;
      await sql`update cart set hold_started_at = hold_started_at - ${ago}, expires_at = expires_at - ${ago}`.execute(
        centre.db,
      );
      await sql`update claim set until = until - ${ago} where state = 'held'`.execute(centre.db);
      // What a job does every minute.
      await tellExpired(ownerParts(centre.runtime));
    },
  };
  const agree = async (refunds: typeof TERMS.refunds) => {
    const key = randomBytes(32);
    const { agreement } = await addPartner(centre, { seeds: [key] });
    const terms = JSON.stringify({ ...TERMS, refunds });
    await centre.db.updateTable('agreement').set({ terms }).where('id', '=', agreement).execute();
    return { agreement, key };
  };

  for (const refunds of ['until-start', 'never'] as const) {
    it(`keeps every promise of the protocol, where sales can be undone ${refunds}`, async () => {
      const [subject, other] = [await agree(refunds), await agree(refunds)];
      const fetch = async (url: string, init: RequestInit) => centre.app.request(url, init);
      const findings = await judge({ url: centre.runtime.config.apiUrl, ...subject, other, formulas, fetch, time });
      const amiss = findings.filter(({ outcome }) => outcome === 'failed').map(({ name, why }) => `${name}: ${why}`);
      assert.deepEqual(amiss, []);
      const unseen = findings.filter(({ outcome }) => outcome === 'not judged').map(({ why }) => why);
      assert.ok(
        unseen.every((why) => why.startsWith('The agreement lets the seller undo')),
        unseen.join('\n'),
      );
      assert.equal(findings.length, checks.length + 1);
    });
  }

  it('has nothing held in the end', async () => {
    const { rows } = await sql`select from claim where state = 'held' and until > clock_timestamp()`.execute(centre.db);
    assert.equal(rows.length, 0);
  });

  it('is seen to break them when what guards its seats is taken away', async () => {
    await removeGuards(centre);
    const fetch = async (url: string, init: RequestInit) => centre.app.request(url, init);
    const crowd = checks.filter(({ group }) => group === 'concurrency');
    const subject = { url: centre.runtime.config.apiUrl, ...(await agree('until-start')), fetch, time };
    const look = async () => {
      const findings = await judge(subject, () => {}, crowd);
      return findings.find(({ name }) => name.startsWith('gives the same seats to exactly one'));
    };
    let twice = await look();
    // As often as it takes for two to meet in the moment between.
    for (let more = 0; more < 40 && twice?.outcome !== 'failed'; more += 1) twice = await look();
    assert.deepEqual([twice?.outcome, /^\d of 8 got them$/.test(twice?.why ?? '')], ['failed', true], twice?.why);
  });
});
