import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { simulate } from './world.ts';

interface Regression {
  readonly seeds: readonly number[];
  readonly was: string;
}

const REGRESSIONS = JSON.parse(
  readFileSync(new URL('./regressions.json', import.meta.url), 'utf8'),
) as readonly Regression[];

describe('schedules that once went wrong', () => {
  for (const { seeds, was } of REGRESSIONS) {
    it(`go right now: ${was}`, async () => {
      for (const seed of seeds) assert.deepEqual((await simulate({ seed })).broken, [], `seed ${seed}`);
    });
  }
});
