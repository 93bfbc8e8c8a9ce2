import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { SignedMessage } from '../../../../../server/features/network/signatures/index.ts';
import { EXTEND, rewritten, signed, verdictOn } from '../../../../harness/signed.ts';

describe('a signature of another make', () => {
  const SIGNED = signed(EXTEND);
  const input = (change: (value: string) => string) => rewritten(SIGNED, 'Signature-Input', change);
  const signature = (change: (value: string) => string) => rewritten(SIGNED, 'Signature', change);
  const malformed: Record<string, SignedMessage> = {
    'no method covered': input((text) => text.replace('"@method" ', '')),
    'no query covered': input((text) => text.replace('"@query" ', '')),
    'no digest covered': input((text) => text.replace('"content-digest" ', '')),
    'a header more covered': input((text) =>
      text.replace('"content-type"', '"content-type" "content-digest";key="sha-256"'),
    ),
    'a part covered twice': input((text) => text.replace('"@path"', '"@path" "@path"')),
    'a part of the answer’s request': input((text) => text.replace('"@path"', '"@path";req')),
    'an unknown part': input((text) => text.replace('"@path"', '"@paths"')),
    'another tag': input((text) => text.replace('foyer-network-1', 'web-bot-auth')),
    'no tag': input((text) => text.replace(';tag="foyer-network-1"', '')),
    'another algorithm': input((text) => text.replace('ed25519"', 'hmac-sha256"')),
    'no algorithm': input((text) => text.replace(';alg="ed25519"', '')),
    'no moment': input((text) => text.replace(/;created=\d+/, '')),
    'a moment that is text': input((text) => text.replace(/created=(\d+)/, 'created="$1"')),
    'a moment with a fraction': input((text) => text.replace(/created=(\d+)/, 'created=$1.5')),
    'a moment too large to be one': input((text) => text.replace(/created=(\d+)/, 'created=$1$1')),
    'a date for a moment': input((text) => text.replace(/created=(\d+)/, 'created=@$1')),
    'no nonce': input((text) => text.replace(/;nonce="[^"]+"/, '')),
    'a short nonce': input((text) => text.replace(/nonce="[^"]+"/, 'nonce="x"')),
    'a long nonce': input((text) => text.replace(/nonce="[^"]+"/, `nonce="${'x'.repeat(129)}"`)),
    'a nonce twice': input((text) => `${text};nonce="another-nonce-of-test"`),
    'an end of its own': input((text) => `${text};expires=1795341660`),
    'another kind of key name': input((text) => text.replace(/keyid="[^"]+"/, 'keyid="test-key-ed25519"')),
    'a key name with an apostrophe': input((text) => text.replace(/keyid="[^"]+"/, `keyid="' or 1=1 --"`)),
    'another label': input((text) => text.replace('foyer=', 'sig1=')),
    'another label in both': rewritten(
      input((text) => text.replace('foyer=', 'sig1=')),
      'Signature',
      (text) => text.replace('foyer=', 'sig1='),
    ),
    'a second signature': rewritten(
      input((text) => `${text}, sig1=("@method")`),
      'Signature',
      (text) => `${text}, sig1=:AAAA:`,
    ),
    'a second of the same label': rewritten(
      input((text) => `${text}, ${text}`),
      'Signature',
      (text) => `${text}, ${text}`,
    ),
    'a signature without input': signature((text) => `${text}, sig1=:AAAA:`),
    'a short signature': signature(() => 'foyer=:AAAA:'),
    'a signature that is text': signature(() => 'foyer="AAAA"'),
    'a signature with parameters': signature((text) => `${text};x=1`),
    'a list for a signature': signature(() => 'foyer=(:AAAA:)'),
    'no input to speak of': input(() => 'foyer'),
    'an empty input': input(() => ''),
    'a bracket left open': input((text) => text.replace(')', '')),
    'a trailing comma': input((text) => `${text},`),
    'letters no header may have': input((text) => text.replace('foyer-network-1', 'foyer-n\u00e9twork-1')),
    'headers without end': input((text) => text.replace('(', `(${' '.repeat(10_000)}`)),
    'thousands of parts': input((text) => text.replace('"@path"', '"@path" '.repeat(200))),
  };
  for (const [how, message] of Object.entries(malformed)) {
    it(`is refused with ${how}`, async () => assert.equal(await verdictOn(message), 'signature_invalid'));
  }

  for (const name of ['Signature', 'Signature-Input']) {
    it(`is missing without ${name}`, async () => {
      const headers = new Headers(SIGNED.headers);
      headers.delete(name);
      assert.equal(await verdictOn({ ...SIGNED, headers }), 'signature_missing');
    });
  }

  it('is never a riddle to us, whatever is in the headers', async () => {
    const pieces = [
      'foyer=',
      '(',
      ')',
      '"@path"',
      '"',
      ';',
      '=',
      ':',
      ',',
      ' ',
      '?1',
      '@1',
      '%"',
      '*',
      '-',
      '1.',
      'é',
      '\\',
    ];
    for (let seed = 1; seed <= 3_000; seed += 1) {
      const text = (salt: number) =>
        Array.from({ length: 1 + (seed % 9) }, (_, at) => pieces[(seed * 31 + at * at * salt) % pieces.length]).join(
          '',
        );
      const headers = new Headers({ Signature: text(7), 'Signature-Input': text(11), 'Content-Digest': text(13) });
      assert.match(await verdictOn({ ...EXTEND, headers }), /^signature_(invalid|missing)$/);
      const cut = input((whole) => `${whole.slice(0, seed % whole.length)}!${text(5)}`);
      assert.equal(await verdictOn(cut), 'signature_invalid');
    }
  });
});
