import assert from 'node:assert/strict';
import { sign, verify } from 'node:crypto';
import { describe, it } from 'node:test';
import { createSignatureSync } from 'http-message-sig';
import { createNetworkKeys } from '../../../../../server/features/network/keys.ts';
import { contentDigest, digestFits } from '../../../../../server/features/network/signatures/digest.ts';
import { signRequest } from '../../../../../server/features/network/signatures/index.ts';
import { standingClock } from '../../../../harness/http.ts';

/** RFC 9421, appendix B.1.4 (test-key-ed25519) and B.2.6. */
const RFC_SEED = Buffer.from('n4Ni-HpISpVObnQMW0wOhCKROaIKqKtW_2ZYb2p9KcU', 'base64url');
const RFC_PUBLIC = 'JrQLj5P_89iXES9-vFgrIy29clF9CC_oPPsw3c5D0bs';
const RFC_COMPONENTS = ['date', '@method', '@path', '@authority', 'content-type', 'content-length'];
const RFC_INPUT = `sig-b26=(${RFC_COMPONENTS.map((name) => `"${name}"`).join(' ')});created=1618884473;keyid="test-key-ed25519"`;
const RFC_SIGNATURE =
  'sig-b26=:wqcAqbmYJ2ji2glfAMaRy4gruYYnx2nEFN2HN6jrnDnQCK1u02Gb04v9EDgwUPiu4A0w6vuQv5lIp5WPpBKRCw==:';

const bytes = (text: string) => new TextEncoder().encode(text);

describe('the examples of RFC 9421 and RFC 9530', () => {
  const { current } = createNetworkKeys([RFC_SEED]);

  it('B.1.4: the public key follows from the seed', () => {
    assert.equal(current.shown.publicKey, RFC_PUBLIC);
  });

  it('B.2.6: the request is signed to the same bytes', () => {
    const fields = {
      date: 'Tue, 20 Apr 2021 02:07:55 GMT',
      'content-type': 'application/json',
      'content-length': '18',
    };
    const signed = createSignatureSync(
      {
        kind: 'request',
        method: 'POST',
        targetUri: 'https://example.com/foo?param=Value&Pet=dog',
        fields: Object.entries(fields).map(([name, value]) => ({ name, value })),
      },
      {
        label: 'sig-b26',
        components: RFC_COMPONENTS,
        parameters: { created: 1_618_884_473, keyid: 'test-key-ed25519' },
        signer: { algorithm: 'ed25519', sign: (base) => sign(null, base, current.privateKey) },
      },
    );
    assert.deepEqual(signed, { signature: RFC_SIGNATURE, signatureInput: RFC_INPUT });
  });

  it('the digest of the body, with and without a line end', () => {
    const [plain, ended] = [bytes('{"hello": "world"}'), bytes('{"hello": "world"}\n')];
    assert.equal(contentDigest(plain), 'sha-256=:X48E9qOokqqrvdts8nOJRJN3OWDUoyWxBf7kbu9DBPE=:');
    assert.equal(contentDigest(ended), 'sha-256=:RK/0qy18MlBSVnWgjwz6lZEWjP/lF5HF9bvEF8FabDg=:');
  });
});

describe('a digest', () => {
  const body = bytes('{"hello": "world"}');
  const ours = contentDigest(body);

  for (const [kind, header, fits] of [
    ['ours', ours, true],
    ['ours beside one by another algorithm', `sha-512=:AAAA:, ${ours}`, true],
    ['of another body', contentDigest(bytes('{}')), false],
    ['by another algorithm alone', 'sha-512=:AAAA:', false],
    ['that is too short', 'sha-256=:AAAA:', false],
    ['that is text', 'sha-256="X48E9qOokqqrvdts8nOJRJN3OWDUoyWxBf7kbu9DBPE="', false],
    ['that is a list', 'sha-256=(1 2)', false],
    ['that is no structured field', 'sha-256=:@:', false],
    ['that is longer than any', `${ours}${' '.repeat(1_000)}`, false],
    ['that is not there', null, false],
  ] as const) {
    it(`${kind} ${fits ? 'fits' : 'does not fit'}`, () => assert.equal(digestFits(header, body), fits));
  }
});

describe('a signed request', () => {
  it('is signed over the base that RFC 9421 §2.5 describes', () => {
    const { current } = createNetworkKeys([RFC_SEED]);
    const headers = signRequest(
      {
        method: 'POST',
        url: 'https://Tickets.Example:443/centres/de-brug/network/v1/reservations/x/extend?a=1&b=%20',
        headers: new Headers({ 'Content-Type': 'application/json' }),
        body: bytes('{"seconds":60}'),
      },
      {
        name: { agreement: '00000000-0000-4000-8000-000000000001', key: current.shown.id },
        privateKey: current.privateKey,
        clock: standingClock('2026-11-22T10:00:00.900Z'),
        random: { token: () => 'a-nonce-of-the-test-0001' },
      },
    );
    const parameters = headers.get('Signature-Input')!.replace(/^foyer=/, '');
    const base = [
      '"@method": POST',
      '"@authority": tickets.example',
      '"@path": /centres/de-brug/network/v1/reservations/x/extend',
      '"@query": ?a=1&b=%20',
      `"content-digest": ${contentDigest(bytes('{"seconds":60}'))}`,
      '"content-type": application/json',
      `"@signature-params": ${parameters}`,
    ].join('\n');
    assert.equal(
      parameters,
      '("@method" "@authority" "@path" "@query" "content-digest" "content-type");created=1795341600' +
        `;nonce="a-nonce-of-the-test-0001";keyid="00000000-0000-4000-8000-000000000001:${current.shown.id}"` +
        ';alg="ed25519";tag="foyer-network-1"',
    );
    const signature = Buffer.from(/^foyer=:(.+):$/.exec(headers.get('Signature')!)![1]!, 'base64');
    assert.ok(
      verify(null, bytes(base), { key: current.privateKey.export({ format: 'pem', type: 'pkcs8' }) }, signature),
    );
  });
});
