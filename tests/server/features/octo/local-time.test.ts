import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { localTime, utcSeconds } from '../../../../server/features/octo/local-time.ts';

describe('a moment as OCTO writes it', () => {
  const brussels = localTime('Europe/Brussels');
  const told = (instant: string, { dateTime, date, time } = brussels) => {
    const moment = new Date(instant);
    return [dateTime(moment), date(moment), time(moment)];
  };

  it('has the place’s offset, in winter and in summer', () => {
    assert.deepEqual(told('2026-12-04T19:00:00Z'), ['2026-12-04T20:00:00+01:00', '2026-12-04', '20:00']);
    assert.deepEqual(told('2026-07-04T18:30:15Z'), ['2026-07-04T20:30:15+02:00', '2026-07-04', '20:30']);
  });

  it('is of the day it is there, and begins a day at 00', () => {
    assert.deepEqual(told('2026-12-31T23:00:00Z'), ['2027-01-01T00:00:00+01:00', '2027-01-01', '00:00']);
  });

  it('has an offset where there is none, before Greenwich and of half an hour too', () => {
    assert.equal(told('2026-12-04T19:00:00Z', localTime('UTC'))[0], '2026-12-04T19:00:00+00:00');
    assert.equal(told('2026-12-04T19:00:00Z', localTime('America/New_York'))[0], '2026-12-04T14:00:00-05:00');
    assert.equal(told('2026-12-04T19:00:00Z', localTime('Asia/Kolkata'))[0], '2026-12-05T00:30:00+05:30');
  });

  it('is to the second in UTC', () => {
    assert.equal(utcSeconds(new Date('2026-12-04T19:00:00.123Z')), '2026-12-04T19:00:00Z');
  });
});
