import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createTokens } from '../../../server/adapters/tokens.ts';

const ID = '1f3870be-274f-4c1b-b1c9-9a1d63c0a0f1';
const tokens = createTokens('a secret of a test, long enough'.padEnd(40, '.'));

describe('a token', () => {
  it('opens what it was made for, at every server with the same secret', () => {
    const elsewhere = createTokens('a secret of a test, long enough'.padEnd(40, '.'));
    assert.ok(elsewhere.verify('cart', ID, tokens.sign('cart', ID)));
  });

  it('opens nothing else: no other thing, kind or centre', () => {
    const token = tokens.sign('cart', ID);
    assert.ok(!tokens.verify('order', ID, token));
    assert.ok(!tokens.verify('cart', ID.replace('1', '2'), token));
    assert.ok(!createTokens('another secret'.padEnd(40, '.')).verify('cart', ID, token));
  });

  it('is refused when it is changed, cut or nonsense', () => {
    const token = tokens.sign('cart', ID);
    for (const wrong of [
      '',
      token.slice(1),
      `${token}AA`,
      token.replace(/^./, (c) => (c === 'A' ? 'B' : 'A')),
      'é'.repeat(43),
    ]) {
      assert.ok(!tokens.verify('cart', ID, wrong), wrong);
    }
  });
});

describe('a disguise', () => {
  it('is the same for the same text, and tells nothing without the secret', () => {
    assert.equal(tokens.disguise('192.0.2.1'), tokens.disguise('192.0.2.1'));
    assert.notEqual(tokens.disguise('192.0.2.1'), tokens.disguise('192.0.2.2'));
    assert.notEqual(tokens.disguise('192.0.2.1'), createTokens('x'.repeat(32)).disguise('192.0.2.1'));
  });
});
