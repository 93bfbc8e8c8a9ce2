import { expect } from '@open-wc/testing';
import { emulateMedia } from '@web/test-runner-commands';
import { createManualTimers } from '../../../stories/fixtures/manual-timers.ts';
import { createScene } from '../../../stories/fixtures/shops.ts';
import { accessible } from '../../contracts/index.ts';
import { SeatMapObject } from '../../harness/elements/seat-map.ts';

const WHEELCHAIR = 'Rij E, stoel 1, Parterre, € 22, vrij, rolstoelplaats';

/** The small hall, whose first seat of row E is kept for a wheelchair. */
async function open() {
  const scene = createScene({ timers: createManualTimers() });
  return { ...scene, map: await SeatMapObject.show(scene) };
}

async function openList() {
  const opened = await open();
  const { map } = opened;
  await map.press('Lijst');
  await map.until(() => map.can(WHEELCHAIR) || map.text.includes('Parterre'), 'the list');
  if (!map.can(WHEELCHAIR)) await map.pressFirst(/^Parterre/);
  await map.until(() => map.can(WHEELCHAIR), 'the rows');
  return opened;
}

const held = ({ shop }: { readonly shop: ReturnType<typeof createScene>['shop'] }): number => {
  const cart = shop.cart.get();
  return cart.state === 'open' ? cart.cart.lines.length : 0;
};

describe('foyer-seat-map, at a place that is kept for a wheelchair', () => {
  beforeEach(() => emulateMedia({ reducedMotion: 'reduce' }));
  accessible(async () => {
    const { map } = await openList();
    await map.press(WHEELCHAIR);
    return map.element;
  }, 'while it asks in the list');

  it('asks who chooses by keys, and holds it after that', async () => {
    const scene = await open();
    const { map } = scene;
    await map.enterSeats();
    await map.keys('ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'Home', 'Enter');
    await map.until(() => map.question.includes('vrijgehouden voor een rolstoel'), 'the question');
    expect(held(scene)).to.equal(0);
    expect(map.focused).to.equal('Kies deze plaats');
    expect(map.spoken.polite).to.contain('vrijgehouden voor een rolstoel');
    await map.keys('Enter');
    await map.until(() => held(scene) === 1, 'the place to be held');
    expect(map.focused).to.contain('Rij E, stoel 1');
  });

  it('lets who chose it by mistake go back to where they were', async () => {
    const scene = await open();
    const { map } = scene;
    await map.enterSeats();
    await map.keys('ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'Home', 'Enter');
    await map.until(() => map.question !== '', 'the question');
    await map.keys('Escape');
    expect(map.question).to.equal('');
    expect(map.focused).to.equal(WHEELCHAIR);
    expect(held(scene)).to.equal(0);
  });

  it('asks who chooses in the list', async () => {
    const scene = await openList();
    const { map } = scene;
    await map.press(WHEELCHAIR);
    await map.until(() => map.question.includes('vrijgehouden voor een rolstoel'), 'the question');
    await map.press('Kies deze plaats');
    await map.until(() => held(scene) === 1, 'the place to be held');
    expect(map.focused).to.contain('Rij E, stoel 1');
  });
});
