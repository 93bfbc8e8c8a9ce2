import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkSignature, createTicketSigner, ticketKey } from '../../../../server/adapters/tickets/index.ts';

describe('the signer of a centre', () => {
  it('has the key pair of RFC 8032 for its first test seed', () => {
    const seed = Buffer.from('9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60', 'hex');
    const expected = Buffer.from('d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a', 'hex');
    assert.equal(createTicketSigner(seed).publicKey, expected.toString('base64url'));
  });

  it('names its key by the start of the hash of the public key', () => {
    const signer = createTicketSigner(new Uint8Array(32).fill(1));
    assert.equal(signer.keyId, ticketKey(Buffer.from(signer.publicKey, 'base64url')).id);
    assert.match(signer.keyId, /^[0-9a-f]{8}$/);
  });

  it('refuses a seed and a public key of another length', () => {
    assert.throws(() => createTicketSigner(new Uint8Array(31)), RangeError);
    assert.throws(() => ticketKey(new Uint8Array(33)), RangeError);
  });

  it('finds a signature false, and does not fail, when the key is no key', () => {
    const key = { id: '00000000', publicKey: 'AAAA' };
    assert.equal(checkSignature(key, new Uint8Array(64), new Uint8Array(1)), false);
  });
});
