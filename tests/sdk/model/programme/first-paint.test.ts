import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Centre, Performance, PerformanceSummary } from '../../../../sdk/contract/index.ts';
import { AT_A_TIME, type Known, toldOf } from '../../../../sdk/model/programme/first-paint.ts';

const API = 'https://tickets.example/centres/de-proef';
const summary = { id: 'stuk' } as PerformanceSummary;
const whole = { id: 'stuk', plan: {} } as Performance;
const known = (change: Partial<Known> = {}): Known => ({
  ...{ centre: { id: 'de-proef' } as Centre, performances: [summary], now: 0 },
  ...change,
});
const paths = (told: ReturnType<typeof toldOf>) => Object.keys(told?.answers ?? {});

describe('what travels with a first paint', () => {
  it('is the centre and its programme, by what is asked', () => {
    assert.deepEqual(toldOf(known(), API), {
      of: API,
      answers: { '': { id: 'de-proef' }, '/performances?limit=200': { performances: [summary] } },
    });
  });

  it('is the performance too, but not one that only the programme knows of', () => {
    assert.ok(paths(toldOf(known({ performance: whole }), API)).includes('/performances/stuk'));
    assert.ok(!paths(toldOf(known({ performance: summary }), API)).includes('/performances/stuk'));
  });

  it('is nothing where the programme takes more than one answer', () => {
    assert.equal(toldOf(known({ performances: Array(AT_A_TIME).fill(summary) }), API), undefined);
  });
});
