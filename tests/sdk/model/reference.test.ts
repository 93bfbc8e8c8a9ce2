import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isReference, readReference, writeReference } from '../../../sdk/model/reference.ts';

describe('the name of something a partner plays', () => {
  const reference = { owner: 'de-brug', id: 'hamlet-2026-12-04-2000' };

  it('says whose it is, and comes back as it was', () => {
    assert.equal(writeReference(reference), 'de-brug.hamlet-2026-12-04-2000');
    assert.deepEqual(readReference(writeReference(reference)), reference);
    assert.equal(isReference('de-brug.hamlet'), true);
  });

  it('is not the name of something of one’s own', () => {
    assert.equal(readReference('hamlet'), undefined);
    assert.equal(isReference('hamlet'), false);
  });
});
