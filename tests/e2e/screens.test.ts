import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { keptNames, readBaseline } from '../harness/screens/baselines.ts';
import { compare, readPicture, writeSmall } from '../harness/screens/picture.ts';
import { NAMES } from '../harness/screens/series.ts';

const homeIn = (scheme: string) =>
  readBaseline(NAMES.find((name) => name.includes(`-home-1280-${scheme}`)) ?? 'a home page');

describe('screens that are kept', () => {
  it('are those that are photographed', () => {
    assert.deepEqual([...keptNames()].sort(), [...NAMES].sort());
  });

  it('differ from a page of which all below the head moved by a line', () => {
    const kept = homeIn('light');
    const [head, line] = [60, 8].map((rows) => rows * kept.width * 4) as [number, number];
    const moved = Uint8Array.from(kept.data);
    moved.copyWithin(head + line, head);
    assert.equal(compare(kept, { ...kept, data: moved }).same, false);
  });

  it('differ from the page in the other scheme', () => {
    assert.equal(compare(homeIn('light'), homeIn('dark')).same, false);
  });

  it('do not differ from themselves with the colours lost that keeping loses', () => {
    const kept = homeIn('light');
    assert.equal(compare(kept, readPicture(writeSmall(kept))).same, true);
  });
});
