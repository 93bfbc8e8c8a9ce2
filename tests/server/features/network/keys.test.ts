import assert from 'node:assert/strict';
import { sign, verify } from 'node:crypto';
import { describe, it } from 'node:test';
import { networkKeySchema } from '../../../../sdk/contract/index.ts';
import { createNetworkKeys, networkSeedOf, verifyingKey } from '../../../../server/features/network/keys.ts';

const seed = (byte: number) => new Uint8Array(32).fill(byte);

describe('the keys of a centre', () => {
  it('are as the contract has them, the newest first, the same on every server', () => {
    const keys = createNetworkKeys([seed(2), seed(1)]);
    assert.deepEqual(
      keys.shown.map((key) => networkKeySchema.parse(key)),
      [...createNetworkKeys([seed(2)]).shown, ...createNetworkKeys([seed(1)]).shown],
    );
    assert.equal(keys.current.shown, keys.shown[0]);
  });

  it('sign so that a partner who knows only the public part can tell', () => {
    const { current } = createNetworkKeys([seed(1)]);
    const message = Buffer.from('a request');
    assert.ok(verify(null, message, verifyingKey(current.shown)!, sign(null, message, current.privateKey)));
  });

  it('need seeds of 32 bytes', () => {
    assert.throws(() => createNetworkKeys([]), RangeError);
    assert.throws(() => createNetworkKeys([new Uint8Array(31)]), RangeError);
  });

  it('follow from the seed of the tickets without being it', () => {
    assert.deepEqual(networkSeedOf(seed(1)), networkSeedOf(seed(1)));
    assert.notDeepEqual(networkSeedOf(seed(1)), networkSeedOf(seed(2)));
    assert.notDeepEqual(networkSeedOf(seed(1)), seed(1));
    assert.equal(networkSeedOf(seed(1)).length, 32);
  });
});

describe('the key of a partner', () => {
  it('is not taken under the id of another', () => {
    const [one, other] = createNetworkKeys([seed(1), seed(2)]).shown as [typeof shown, typeof shown];
    assert.equal(verifyingKey({ id: other.id, publicKey: one.publicKey }), undefined);
  });

  it('is not taken when it has another length', () => {
    assert.equal(verifyingKey({ ...shown, publicKey: `${shown.publicKey}AA` }), undefined);
  });
  const { shown } = createNetworkKeys([seed(1)]).current;
});
