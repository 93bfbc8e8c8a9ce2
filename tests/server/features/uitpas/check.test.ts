import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { systemClock } from '../../../../server/adapters/clock.ts';
import { createLog } from '../../../../server/adapters/log.ts';
import { checkPermissions } from '../../../../server/features/uitpas/check.ts';
import type { CentreRuntime } from '../../../../server/runtime.ts';
import { openTestUitpas, type TestUitpas } from '../../../harness/uitpas.ts';

/** What the log says of a centre with this UiTPAS. */
async function said(test?: TestUitpas): Promise<string> {
  const lines: string[] = [];
  const log = createLog(systemClock, (line) => void lines.push(line));
  await checkPermissions({ config: { id: 'de-proef' } as CentreRuntime['config'], log, uitpas: test?.uitpas });
  return lines.join('\n');
}

describe('what a centre may do at UiTPAS', () => {
  it('is not worth a word when it is enough, or when there is no UiTPAS', async () => {
    assert.equal(await said(openTestUitpas()), '');
    assert.equal(await said(), '');
  });

  it('is told when something is missing', async () => {
    const text = await said(openTestUitpas({ permissions: ['TARIFFS_READ'] }));
    assert.match(text, /uitpas-permissions-missing/);
    assert.match(text, /TICKETSALES_REGISTER TICKETSALES_SEARCH/);
  });

  it('is told when nobody can be asked', async () => {
    const test = openTestUitpas();
    test.standIn.fail('down');
    assert.match(await said(test), /uitpas-not-reached/);
  });
});
