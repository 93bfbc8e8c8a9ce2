import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, it } from 'node:test';
import { getRequestListener } from '@hono/node-server';
import { Hono } from 'hono';
import { systemClock } from '../../../../server/adapters/clock.ts';
import { silentLog } from '../../../../server/adapters/log.ts';
import { systemRandomness } from '../../../../server/adapters/randomness.ts';
import { openUitpas } from '../../../../server/adapters/uitpas/open.ts';
import { readConfig } from '../../../../server/config.ts';
import { DEMO_CLIENT, openDemoUitpas, UITPAS_PATH, uitpasHostsAt } from '../../../../server/demo/uitpas/door.ts';
import { TEST_CARDS, TEST_EVENTS } from '../../../../server/demo/uitpas/index.ts';

const ASKED = { event: TEST_EVENTS.fine.id, number: TEST_CARDS.social.number, regularCents: 1000 };

describe('the demo’s UiTPAS', () => {
  it('is reached over HTTP by whoever’s configuration names it', async () => {
    const site = new Hono().route(UITPAS_PATH, openDemoUitpas({ clock: systemClock, random: systemRandomness }).app);
    const server = createServer(getRequestListener(site.fetch)).listen(0, '127.0.0.1');
    await once(server, 'listening');
    try {
      const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
      const place = { id: 'a', name: 'A', site: '', server: origin, api: '' };
      const host = uitpasHostsAt({ centres: [place], cluster: '', guests: [] });
      const uitpas = openUitpas({ ...DEMO_CLIENT, host }, 'a', silentLog);
      assert.equal((await uitpas.tariffs(ASKED)).tariffs[0]?.price.cents, 200);
      await assert.rejects(uitpas.tariffs({ ...ASKED, number: '1' }), { code: 'uitpas_number_invalid' });
    } finally {
      server.closeAllConnections();
      server.close();
    }
  });
});

describe('a centre’s configuration', () => {
  const file = (uitpas: object) =>
    JSON.stringify({
      publicUrl: 'https://tickets.example.be',
      centres: [
        {
          ...{ id: 'a', name: 'A', website: 'https://a.example', email: 'a@a.example', address: 'A 1' },
          ...{ origins: ['https://a.example'], colour: '#5b2a86', mollieKey: `test_${'x'.repeat(30)}` },
          ...{ smtpUrl: 'smtp://a.example', databasePassword: 'p'.repeat(16), tokenSecret: 's'.repeat(32) },
          ...{ ticketSeed: Buffer.alloc(32, 1).toString('base64'), uitpas },
        },
      ],
    });
  const hostOf = (uitpas: object) => readConfig(file(uitpas), { SECRET: 'geheim' }).centres[0]?.uitpas;

  it('says by itself which UiTPAS is meant: publiq’s test one unless it says otherwise', () => {
    const client = { clientId: 'ons', clientSecret: 'env:SECRET' };
    assert.deepEqual(hostOf(client), { clientId: 'ons', clientSecret: 'geheim', host: 'test' });
    assert.equal(hostOf({ ...client, host: 'production' })?.host, 'production');
    const own = { api: 'http://localhost:4000/uitpas/', tokens: 'http://localhost:4000/uitpas/token' };
    assert.deepEqual(hostOf({ ...client, host: own })?.host, { ...own, api: 'http://localhost:4000/uitpas' });
  });

  it('is refused when it names no UiTPAS that there is', () => {
    assert.throws(() => hostOf({ clientId: 'ons', clientSecret: 'x', host: 'staging' }), /uitpas\.host/);
    assert.throws(() => hostOf({ clientId: 'ons' }), /uitpas\.clientSecret/);
  });
});
