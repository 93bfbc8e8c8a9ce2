import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { faultOf, keptNames, readBaseline } from '../harness/screens/baselines.ts';
import { compare, readPicture, writeSmall } from '../harness/screens/picture.ts';
import { NAMES, ROUNDS } from '../harness/screens/series.ts';
import { openStudio, type Studio } from '../harness/screens/studio.ts';

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

  it('differ from a page with a word in another colour', () => {
    const kept = homeIn('light');
    const [height, width] = [16, 48];
    const painted = Uint8Array.from(kept.data);
    for (let row = 0; row < height; row += 1) {
      for (let column = 0; column < width; column += 1) painted.set([220, 20, 60], (row * kept.width + column) * 4);
    }
    assert.equal(compare(kept, { ...kept, data: painted }).same, false);
  });

  it('differ from the page in the other scheme', () => {
    assert.equal(compare(homeIn('light'), homeIn('dark')).same, false);
  });

  it('do not differ from themselves with the colours lost that keeping loses', () => {
    const kept = homeIn('light');
    assert.equal(compare(kept, readPicture(writeSmall(kept))).same, true);
  });
});

describe('the demo as it looks now', { concurrency: 2 }, () => {
  let studio: Studio;
  before(async () => {
    studio = await openStudio();
  });
  after(() => studio.close());

  for (const round of ROUNDS) {
    it(`is as it was kept: ${round.site}, ${round.width} px wide`, async () => {
      const faults = (await studio.photograph(round)).flatMap((screen) => faultOf(screen) ?? []);
      if (faults.length > 0) assert.fail(`\n${faults.join('\n')}`);
    });
  }
});
