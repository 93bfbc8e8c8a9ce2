import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { network, networkOf } from '../../../server/http/network.ts';
import { bareApp } from '../../harness/http.ts';

describe('the network a request comes from', () => {
  for (const [address, expected] of [
    ['192.0.2.7', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['2001:db8:1:2345:aaaa::1', '2001:db8:1:2300'],
    ['2001:db8:1:23ff:bbbb::2', '2001:db8:1:2300'],
    ['2001:db8:1:2400::2', '2001:db8:1:2400'],
    ['2001:db8::1', '2001:db8:0:0'],
    ['::1', '0:0:0:0'],
    ['fe80::1%eth0', 'fe80:0:0:0'],
    ['', ''],
    ['nonsense'.repeat(20), 'nonsense'.repeat(20).slice(0, 45)],
  ] as const) {
    it(`of ${address.slice(0, 30) || 'nobody'} is ${expected.slice(0, 30) || 'nobody’s'}`, () =>
      assert.equal(networkOf(address), expected));
  }

  const seen = async (proxies: number, forwarded?: string) => {
    const app = bareApp();
    app.use(network(proxies));
    app.get('/', (context) => context.text(context.get('network')));
    const headers = forwarded === undefined ? new Headers() : new Headers({ 'X-Forwarded-For': forwarded });
    const env = { incoming: { socket: { remoteAddress: '10.0.0.1' } } };
    return (await app.request('/', { headers }, env as never)).text();
  };

  it('is the socket’s, whatever the caller claims', async () => {
    assert.equal(await seen(0, '192.0.2.1'), '10.0.0.1');
    assert.equal(await seen(0), '10.0.0.1');
  });

  it('is what the operator’s own proxies saw, not what came before them', async () => {
    assert.equal(await seen(1, '192.0.2.99, 192.0.2.1'), '192.0.2.1');
    assert.equal(await seen(2, '192.0.2.99, 192.0.2.1, 10.0.0.2'), '192.0.2.1');
    assert.equal(await seen(2, '192.0.2.1'), '10.0.0.1');
  });
});
