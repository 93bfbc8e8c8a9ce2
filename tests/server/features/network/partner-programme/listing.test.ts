import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { PerformanceSummary } from '../../../../../sdk/contract/index.ts';
import type { PartnerAnswer } from '../../../../../server/features/network/partner-api.ts';
import { createListing } from '../../../../../server/features/network/partner-programme/listing.ts';
import { standingClock } from '../../../../harness/http.ts';

type Answer = PartnerAnswer<{ performances: PerformanceSummary[] }>;

const hamlet: PerformanceSummary = {
  id: 'hamlet',
  title: { nl: 'Hamlet' },
  genre: 'theater',
  startsAt: '2026-12-04T19:00:00.000Z',
  hall: { id: 'zaal', name: { nl: 'Zaal' } },
  state: 'on-sale',
  priceFrom: { cents: 2400, currency: 'EUR' },
  availability: { level: 'available', free: 10, capacity: 78 },
};
const told = (...performances: PerformanceSummary[]): Answer => ({ data: { performances } });
const away: Answer = { error: { outcome: 'unknown', code: 'network' } };

/** A partner that answers with what it is told to, when it is told to. */
function watch() {
  const clock = standingClock();
  const asked: ((answer: Answer) => void)[] = [];
  const endings: string[] = [];
  const listing = createListing({
    clock,
    ask: () => new Promise((resolve) => asked.push(resolve)),
    ended: () => endings.push('ended'),
  });
  const states = async () => (await listing.performances()).map(({ id, state }) => `${id} ${state}`);
  /** Asks, and answers at once. */
  const hear = async (answer: Answer) => {
    const listed = states();
    asked.at(-1)!(answer);
    return listed;
  };
  return { clock, asked, endings, states, hear };
}

describe('a partner’s programme', () => {
  it('is asked for once by all who come within two seconds', async () => {
    const { asked, clock, hear, states } = watch();
    assert.deepEqual(await hear(told(hamlet)), ['hamlet on-sale']);
    clock.pass(1_999);
    assert.deepEqual(await states(), ['hamlet on-sale']);
    assert.equal(asked.length, 1);
    clock.pass(1);
    assert.deepEqual(await hear(told()), []);
    assert.equal(asked.length, 2);
  });

  it('is as it was last known, but unavailable, while the partner is away, and comes back with it', async () => {
    const { asked, clock, hear, states } = watch();
    await hear(told(hamlet, { ...hamlet, id: 'lear', state: 'cancelled' }));
    clock.pass(2_000);
    assert.deepEqual(await hear(away), ['hamlet unavailable', 'lear cancelled']);
    clock.pass(1_999);
    assert.deepEqual(await states(), ['hamlet unavailable', 'lear cancelled']);
    assert.equal(asked.length, 2, 'a partner that is away is not asked at every page');
    clock.pass(1);
    assert.deepEqual(await hear(told(hamlet)), ['hamlet on-sale']);
  });

  it('delays nobody longer than 0.8 seconds, however slow the partner is', async () => {
    const { clock, hear, states, asked } = watch();
    await hear(told(hamlet));
    clock.pass(2_000);
    const before = performance.now();
    assert.deepEqual(await states(), ['hamlet on-sale'], 'what was told just now is still believed');
    const waited = performance.now() - before;
    assert.ok(waited > 700 && waited < 1_500, `${waited} ms`);
    const again = performance.now();
    clock.pass(10_000);
    assert.deepEqual(await states(), ['hamlet unavailable']);
    assert.ok(performance.now() - again < 400, 'who comes later does not wait anew');
    assert.equal(asked.length, 2);
  });

  it('is empty once the partner says that the agreement is no more', async () => {
    const { clock, endings, hear } = watch();
    await hear(told(hamlet));
    clock.pass(2_000);
    assert.deepEqual(await hear({ error: { outcome: 'refused', code: 'agreement_not_active' } }), []);
    assert.deepEqual(endings, ['ended']);
  });
});
