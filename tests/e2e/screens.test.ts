import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { faultOf, keptNames, readBaseline } from '../harness/screens/baselines.ts';
import { compare, readPicture, writeSmall } from '../harness/screens/picture.ts';
import { NAMES, ROUNDS } from '../harness/screens/series.ts';
import { openStudio, pictureOf, type Studio } from '../harness/screens/studio.ts';

describe('screens of the demo', { concurrency: 2 }, () => {
  let studio: Studio;
  before(async () => {
    studio = await openStudio();
  });
  after(() => studio?.close());

  for (const round of ROUNDS) {
    it(`${round.site} looks as it did at ${round.width} px, light and dark`, async () => {
      const screens = await studio.photograph(round);
      assert.deepEqual(
        screens.flatMap((screen) => faultOf(screen) ?? []),
        [],
      );
    });
  }

  it('every baseline is of a screen that is still photographed', () => {
    assert.deepEqual([...keptNames()].sort(), [...NAMES].sort());
  });

  it('a heading that moved by its own height is seen', async () => {
    const page = await studio.openWindow(360);
    const home = ROUNDS[0]?.pages.find(({ kind }) => kind === 'home');
    assert.ok(home);
    await studio.goTo(page, home);
    const before = await pictureOf(page);
    await page.locator('h1').evaluate((heading) => heading.style.setProperty('translate', '0 1em'));
    assert.equal(compare(before, await pictureOf(page)).same, false);
    await page.context().close();
  });

  it('a page in the other scheme is seen, and the loss of colours in keeping it is not', () => {
    const [light, dark] = ['light', 'dark'].map((scheme) =>
      readBaseline(NAMES.find((name) => name.includes('-home-1280-') && name.includes(scheme)) as string),
    );
    assert.ok(light && dark);
    assert.equal(compare(light, dark).same, false);
    assert.equal(compare(light, readPicture(writeSmall(light))).same, true);
  });
});
