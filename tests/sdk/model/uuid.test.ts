import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { uuidSchema } from '../../../sdk/contract/identifiers.ts';
import { uuidOf } from '../../../sdk/model/uuid.ts';

const keys = fc
  .array(fc.constantFrom(...'0123456789abcdef'), { minLength: 32, maxLength: 32 })
  .map((all) => all.join(''));

describe('a UUID of random bits', () => {
  it('is one by the contract, whatever the bits', () => {
    fc.assert(fc.property(keys, (key) => uuidSchema.safeParse(uuidOf(key)).success));
  });

  it('is what was given, when that was one', () => {
    fc.assert(fc.property(fc.uuid({ version: 4 }), (uuid) => uuidOf(uuid) === uuid));
  });

  it('tells two keys apart by any of the bits it keeps', () => {
    assert.notEqual(uuidOf('0'.repeat(32)), uuidOf(`${'0'.repeat(31)}1`));
  });
});
