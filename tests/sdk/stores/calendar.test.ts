import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type CalendarOptions, createCalendar } from '../../../sdk/index.ts';
import { createCluster } from '../../../stories/fixtures/cluster.ts';
import { createManualTimers } from '../../../stories/fixtures/manual-timers.ts';
import { atRest, passing } from '../../harness/passing-time.ts';

/** Two centres' calendar that somebody looks at. It is 22 November 2026. */
async function looked(options: Partial<CalendarOptions> = {}) {
  const timers = createManualTimers();
  const cluster = createCluster({ timers });
  const calendar = createCalendar({
    ...{ centres: cluster.centres.split(' '), seller: cluster.own.baseUrl, ...cluster.network },
    ...options,
  });
  const stop = calendar.subscribe(() => {});
  await atRest();
  return { ...cluster, timers, calendar, stop };
}

describe('a calendar of several centres', () => {
  it('knows its month before any centre has answered', () => {
    const timers = createManualTimers();
    const { centres, network } = createCluster({ timers });
    const { period, today, programme } = createCalendar({ centres: centres.split(' '), ...network }).get();
    assert.deepEqual([period.first, today, programme.state], ['2026-11-01', '2026-11-22', 'idle']);
  });

  it('begins where something is on, or at the day that it is given', async () => {
    assert.equal((await looked()).calendar.get().day, '2026-12-03');
    assert.equal((await looked({ day: '2027-02-03' })).calendar.get().day, '2027-02-03');
    assert.equal((await looked({ day: 'morgen' })).calendar.get().day, '2026-12-03');
  });

  it('lays what all of them play out by day', async () => {
    const { days, count } = (await looked()).calendar.get();
    assert.equal(days.get('2026-12-13')?.items.length, 2);
    assert.equal(count, 6);
  });

  it('stays where the visitor looked when an answer comes later', async () => {
    const { calendar, partner } = await looked();
    calendar.show('2027-03-05');
    partner.failNext(/./, 'network');
    calendar.reload();
    await atRest();
    assert.equal(calendar.get().day, '2027-03-05');
    assert.equal(calendar.get().previous, '2027-01-21');
  });

  it('says where the nearest performances are', async () => {
    const { calendar } = await looked({ day: '2026-11-24' });
    assert.deepEqual([calendar.get().count, calendar.get().previous, calendar.get().next], [0, null, '2026-12-03']);
  });

  it('turns by months and by weeks', async () => {
    const { calendar } = await looked();
    calendar.later();
    assert.equal(calendar.get().day, '2027-01-03');
    calendar.setView('week');
    calendar.earlier();
    assert.deepEqual([calendar.get().day, calendar.get().period.first], ['2026-12-27', '2026-12-21']);
    calendar.toToday();
    assert.equal(calendar.get().day, '2026-11-22');
  });

  it('leads neither into the past nor further than anybody plans', async () => {
    const { calendar } = await looked();
    calendar.show('2020-01-01');
    assert.deepEqual([calendar.get().day, calendar.get().hasEarlier], ['2026-11-01', false]);
    calendar.show('2100-01-01');
    assert.deepEqual([calendar.get().day, calendar.get().hasLater], ['2028-11-30', false]);
  });

  it('asks again every five minutes, and knows that it became another day', async () => {
    const { calendar, own, timers } = await looked();
    const asked = own.requests.length;
    await passing(timers, 300_000);
    assert.ok(own.requests.length > asked);
    timers.advance(24 * 3_600_000);
    await atRest();
    assert.equal(calendar.get().today, '2026-11-23');
  });

  it('asks nothing any more when nobody looks', async (test) => {
    test.mock.timers.enable({ apis: ['setTimeout'] });
    const { own, timers, stop } = await looked();
    stop();
    test.mock.timers.tick(2000);
    const asked = own.requests.length;
    timers.advance(3_600_000);
    await atRest();
    assert.deepEqual([own.requests.length, timers.waiting], [asked, 0]);
  });
});
