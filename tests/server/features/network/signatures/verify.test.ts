import assert from 'node:assert/strict';
import { sign } from 'node:crypto';
import { describe, it } from 'node:test';
import { createSignatureSync } from 'http-message-sig';
import { type SignedMessage, verifyRequest } from '../../../../../server/features/network/signatures/index.ts';
import { standingClock } from '../../../../harness/http.ts';
import {
  AGREEMENT,
  bytes,
  current,
  EXTEND,
  NOW,
  READ,
  rewritten,
  signed,
  stranger,
  verdictOn,
  verify,
} from '../../../../harness/signed.ts';

describe('a signature by a partner', () => {
  for (const [kind, message] of [
    ['without a body', READ],
    ['with a body', EXTEND],
    ['without a query', { ...READ, url: READ.url.replace('?a=1', '') }],
  ] as const) {
    it(`is accepted ${kind}, and tells who asks`, async () => {
      assert.deepEqual(await verify(signed(message)), {
        agreement: AGREEMENT,
        key: current.shown.id,
        keyId: `${AGREEMENT}:${current.shown.id}`,
        nonce: 'a-nonce-of-the-test-0001',
      });
    });
  }

  it('is accepted with its parts in another order, and only in that', async () => {
    const { privateKey, shown } = current;
    const components = ['@query', '@path', '@authority', '@method'];
    const { signature, signatureInput } = createSignatureSync(
      { kind: 'request', method: READ.method, targetUri: READ.url, fields: [] },
      {
        label: 'foyer',
        components,
        parameters: {
          tag: 'foyer-network-1',
          alg: 'ed25519',
          keyid: `${AGREEMENT}:${shown.id}`,
          nonce: 'a-nonce-of-the-test-0001',
          created: Date.parse(NOW) / 1000,
        },
        signer: { algorithm: 'ed25519', sign: (base) => sign(null, base, privateKey) },
      },
    );
    const message = { ...READ, headers: new Headers({ Signature: signature, 'Signature-Input': signatureInput }) };
    assert.equal(await verdictOn(message), 'accepted');
    const swapped = rewritten(message, 'Signature-Input', (text) =>
      text.replace('"@query" "@path"', '"@path" "@query"'),
    );
    assert.equal(await verdictOn(swapped), 'signature_invalid');
  });

  for (const [seconds, code] of [
    [60, 'accepted'],
    [61, 'signature_invalid'],
    [-60, 'accepted'],
    [-61, 'signature_invalid'],
    [86_400, 'signature_invalid'],
  ] as const) {
    it(`is ${code} when our clock is ${seconds} seconds after its moment`, async () => {
      const clock = standingClock(NOW);
      clock.pass(seconds * 1000);
      assert.equal(await verdictOn(signed(EXTEND), clock), code);
    });
  }
});

describe('a request that was changed on its way', () => {
  const changed: Record<string, SignedMessage> = {
    'has another method': { ...signed(READ), method: 'DELETE' },
    'has another path': { ...signed(READ), url: READ.url.replace('/x/extend', '/y/extend') },
    'has its path written otherwise': { ...signed(READ), url: READ.url.replace('/x/', '/%78/') },
    'has another query': { ...signed(READ), url: READ.url.replace('a=1', 'a=2') },
    'lost its query': { ...signed(READ), url: READ.url.replace('?a=1', '') },
    'is for another centre of the same server': { ...signed(READ), url: READ.url.replace('de-brug', 'de-lantaarn') },
    'is for another server': { ...signed(READ), url: READ.url.replace('owner.example', 'other.example') },
    'is for another port': { ...signed(READ), url: READ.url.replace('owner.example', 'owner.example:8443') },
    'has another body': { ...signed(EXTEND), body: bytes('{"seconds":61}') },
    'has another body and its digest': {
      ...signed(EXTEND),
      body: bytes('{"seconds":61}'),
      headers: rewritten(
        signed(EXTEND),
        'Content-Digest',
        () => signed({ ...EXTEND, body: bytes('{"seconds":61}') }).headers.get('Content-Digest')!,
      ).headers,
    },
    'lost its body': { ...signed(EXTEND), body: undefined },
    'has a body it did not have': { ...signed(READ), body: bytes('{}') },
    'has a body and a digest it did not have': {
      ...signed(READ),
      body: EXTEND.body,
      headers: rewritten(
        rewritten(signed(READ), 'Content-Type', () => 'application/json'),
        'Content-Digest',
        () => signed(EXTEND).headers.get('Content-Digest')!,
      ).headers,
    },
    'has another content type': rewritten(signed(EXTEND), 'Content-Type', () => 'text/plain'),
    'has another moment': rewritten(signed(EXTEND), 'Signature-Input', (text) =>
      text.replace(/created=\d+/, 'created=1795341601'),
    ),
    'has another nonce': rewritten(signed(EXTEND), 'Signature-Input', (text) => text.replace('test-0001', 'test-0002')),
    'has the signature of another request': rewritten(
      signed(EXTEND),
      'Signature',
      () => signed(READ).headers.get('Signature')!,
    ),
  };
  for (const [how, message] of Object.entries(changed)) {
    it(`is refused when it ${how}`, async () => assert.equal(await verdictOn(message), 'signature_invalid'));
  }
});

describe('who is no partner', () => {
  it('is refused with a key that nobody knows', async () => {
    const name = { agreement: AGREEMENT, key: stranger.shown.id };
    assert.equal(await verdictOn(signed(READ, { name, privateKey: stranger.privateKey })), 'signature_invalid');
  });

  it('is refused under the name of a key that is another’s, in the same words', async () => {
    const messages = await Promise.all(
      [
        signed(READ, { privateKey: stranger.privateKey }),
        signed(READ, { name: { agreement: AGREEMENT, key: stranger.shown.id } }),
        signed(READ, { name: { agreement: AGREEMENT.replace('0c', '1c'), key: current.shown.id } }),
      ].map((message) => verify(message).catch((error: Error) => error.message)),
    );
    assert.equal(new Set(messages).size, 1, String(messages));
    assert.equal(typeof messages[0], 'string');
  });

  it('waits with us when we cannot look for keys', async () => {
    const away = new Error('connect ECONNREFUSED');
    const lookup = verifyRequest(signed(READ), { findKey: () => Promise.reject(away), clock: standingClock(NOW) });
    await assert.rejects(lookup, (error) => error === away);
  });
});
