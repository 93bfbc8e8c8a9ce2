import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkUrl, isPublic, resolvePublic, UnsafeAddress } from '../../../../server/features/network/addresses.ts';

const STRICT = { allowPrivate: false };
const LENIENT = { allowPrivate: true };

describe('the address of a partner', () => {
  for (const url of [
    'https://tickets.example/centres/de-brug',
    'https://tickets.example:8443/centres/de-brug?x=1',
    'https://8.8.8.8/',
    'https://[2a00:1450:4001::1]/',
  ]) {
    it(`may be ${url}`, () => assert.equal(checkUrl(url, STRICT).href, url));
  }

  for (const url of [
    'http://tickets.example/',
    'ftp://tickets.example/',
    'file:///etc/passwd',
    'data:application/json,{}',
    'https://user@tickets.example/',
    'https://user:word@tickets.example/',
    'https://127.0.0.1/',
    'https://127.1/',
    'https://2130706433/',
    'https://0x7f.0.0.1/',
    'https://0177.0.0.1/',
    'https://10.1.2.3/',
    'https://172.16.0.1/',
    'https://192.168.1.1/',
    'https://169.254.169.254/latest/meta-data/',
    'https://100.100.100.200/',
    'https://0.0.0.0/',
    'https://224.0.0.1/',
    'https://[::1]/',
    'https://[::]/',
    'https://[fd00:ec2::254]/',
    'https://[fe80::1]/',
    'https://[ff02::1]/',
    'https://[::ffff:127.0.0.1]/',
    'https://[::ffff:a9fe:a9fe]/',
    'https://[64:ff9b::7f00:1]/',
    'https://[2002:7f00:1::]/',
    'tickets.example',
    '',
  ]) {
    it(`may not be ${url || 'nothing'}`, () => assert.throws(() => checkUrl(url, STRICT), UnsafeAddress));
  }

  it('may be private and without TLS where the operator says so, but never carry credentials', () => {
    for (const url of ['http://127.0.0.1:4000/centres/de-brug', 'http://localhost:4000/', 'https://10.0.0.1/']) {
      assert.equal(checkUrl(url, LENIENT).href, url);
    }
    for (const url of ['http://user:word@localhost/', 'file:///etc/passwd', 'ftp://localhost/']) {
      assert.throws(() => checkUrl(url, LENIENT), UnsafeAddress);
    }
  });

  it('does not repeat credentials in what is logged', () => {
    assert.throws(
      () => checkUrl('https://user:word@tickets.example/', STRICT),
      (error) => error instanceof UnsafeAddress && !error.message.includes('word'),
    );
  });
});

describe('a name', () => {
  const to =
    (...addresses: string[]) =>
    async () =>
      addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));

  it('leads to public addresses', async () => {
    const found = await resolvePublic('tickets.example', STRICT, to('8.8.8.8', '2a00:1450:4001::1'));
    assert.deepEqual(
      found.map(({ address }) => address),
      ['8.8.8.8', '2a00:1450:4001::1'],
    );
  });

  for (const addresses of [['127.0.0.1'], ['8.8.8.8', '10.0.0.1'], ['::1'], ['not an address'], []]) {
    it(`is refused when it leads to ${addresses.join(' and ') || 'nothing'}`, async () => {
      await assert.rejects(resolvePublic('tickets.example', STRICT, to(...addresses)), UnsafeAddress);
    });
  }

  it('may lead anywhere where the operator says so', async () => {
    assert.equal((await resolvePublic('db', LENIENT, to('127.0.0.1'))).length, 1);
  });

  it('tells what is public and what is not', () => {
    assert.deepEqual(['1.1.1.1', '192.0.2.1', 'fe80::1%eth0', ''].map(isPublic), [true, false, false, false]);
  });
});
