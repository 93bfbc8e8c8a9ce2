import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { fromBase32, toBase32 } from '../../../sdk/model/base32.ts';

describe('base32 after Crockford', () => {
  it('reads back every sequence of bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        assert.deepEqual(fromBase32(toBase32(bytes)), bytes);
      }),
    );
  });

  it('writes what others write', () => {
    assert.equal(toBase32(Uint8Array.from([0xff, 0x00, 0xa5])), 'ZW0AA');
    assert.equal(toBase32(new Uint8Array()), '');
  });

  it('reads what a person types: small letters, spaces, hyphens, O for 0, I and L for 1', () => {
    assert.deepEqual(fromBase32(' 1o-il\n'), fromBase32('1011'));
  });

  it('refuses letters outside the alphabet, a letter too many and loose bits at the end', () => {
    for (const text of ['U000', 'é', '0', '000', 'ZW0AB', 'ZW0A=']) assert.equal(fromBase32(text), null, text);
  });
});
