import { expect } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import { createManualTimers } from '../../stories/fixtures/manual-timers.ts';
import { endlessSeason } from '../../stories/fixtures/season.ts';
import { createScene } from '../../stories/fixtures/shops.ts';
import { ProgrammeObject } from '../harness/elements/programme.ts';

const COUNT = 2000;

const open = async () => {
  await setViewport({ width: 1280, height: 800 });
  const scene = createScene({ timers: createManualTimers(), programme: endlessSeason(COUNT) });
  return ProgrammeObject.show(scene);
};

const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));

describe('foyer-programme of 2,000 performances', () => {
  it('draws only what is near, and keeps the page as long as it will be', async () => {
    const programme = await open();
    await frame();
    expect(programme.titles.length).to.be.within(48, 120);
    const height = programme.element.getBoundingClientRect().height;
    expect(height).to.be.above(40_000);
    window.scrollTo(0, height / 2);
    await programme.until(() => programme.titles.length > 60, 'what is in the middle');
    expect(programme.titles.length).to.be.below(400);
    expect(programme.element.getBoundingClientRect().height).to.be.within(height * 0.9, height * 1.1);
  });

  it('draws little between two frames, however fast somebody scrolls', async () => {
    const programme = await open();
    const { height } = programme.element.getBoundingClientRect();
    const steps: number[] = [];
    let before = programme.drawn;
    for (let top = 0; top < height; top += height / 80) {
      window.scrollTo(0, top);
      await frame();
      steps.push(programme.drawn - before);
      before = programme.drawn;
    }
    expect(Math.max(...steps)).to.be.within(1, 24);
  });

  it('draws nothing again that is drawn', async () => {
    const programme = await open();
    const kept = programme.firstDrawn;
    const seen = new Set<Node>();
    const observer = new MutationObserver((records) => {
      for (const { target } of records) seen.add(target);
    });
    if (kept) observer.observe(kept, { subtree: true, childList: true, attributes: true, characterData: true });
    window.scrollTo(0, 20_000);
    await programme.until(() => programme.drawn > 60, 'more');
    observer.disconnect();
    expect([kept?.isConnected, seen.size]).to.deep.equal([true, 0]);
  });

  it('goes on, by Tab, from what is drawn to what was not', async () => {
    const programme = await open();
    await frame();
    const { titles } = programme;
    programme.focus(titles.at(-1) ?? '');
    await sendKeys({ press: 'Tab' });
    await programme.until(
      () => programme.focused === `Avond ${titles.length}`,
      'the next performance to have the focus',
    );
  });

  it('tells a screen reader that there is more, and gives it when asked', async () => {
    const programme = await open();
    expect(programme.can('Toon er nog 12')).to.equal(true);
  });
});
