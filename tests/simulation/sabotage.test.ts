import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { SABOTAGES } from './sabotage.ts';
import { runSchedules } from './schedules.ts';

describe('the simulation', () => {
  for (const [name, sabotage] of Object.entries(SABOTAGES)) {
    it(`notices when ${name}`, async () => {
      const { failures } = await runSchedules({ first: 10_001, count: 3_000, sabotage, untilBroken: true });
      assert.equal(failures.length, 1);
    });
  }
});
