import { expect, fixture, html } from '@open-wc/testing';
import { emulateMedia } from '@web/test-runner-commands';
import '../../components/seat-map/seat-map.ts';
import { SeatMapTester } from '../../components/testing/seat-map.ts';
import { SMALL_HALL } from '../../stories/fixtures/world.ts';

/** As a page's own test would: a hall by properties, and nothing of ours but the door. */
async function show(taken: Record<string, 'sold' | 'held'> = {}): Promise<SeatMapTester> {
  const element = await fixture(html`
    <foyer-seat-map .plan=${SMALL_HALL} .status=${{ seats: taken }}></foyer-seat-map>
  `);
  const map = new SeatMapTester(element);
  await map.ready();
  return map;
}

describe('the published tester of the seat map', () => {
  beforeEach(() => emulateMedia({ reducedMotion: 'reduce' }));

  it('picks a seat and gives it back, in whatever part of the hall', async () => {
    const map = await show();
    await map.pick('B-A-4');
    expect(map.isChosen('B-A-4')).to.equal(true);
    expect(map.element.selected).to.deep.equal(['B-A-4']);
    expect(map.announcement()).to.match(/^Rij A, stoel 4/);
    await map.pick('B-A-4');
    expect(map.element.selected).to.deep.equal([]);
  });

  it('walks with arrows', async () => {
    const map = await show();
    await map.goTo('P-B-5');
    await map.pressArrow('right');
    expect(map.focused()?.id).to.equal('P-B-6');
    await map.pressArrow('down');
    expect(map.focused()?.id).to.equal('P-C-6');
  });

  it('reads seats as a screen reader does', async () => {
    const map = await show({ 'P-C-4': 'sold' });
    const seat = map.seats().find(({ id }) => id === 'P-C-4');
    expect(seat?.name).to.match(/^Rij C, stoel 4, Parterre, niet meer vrij/);
    expect([seat?.isOpen, seat?.isChosen]).to.deep.equal([false, false]);
  });

  it('says why a seat was not chosen', async () => {
    const map = await show({ 'P-C-4': 'sold' });
    const refused = await map.pick('P-C-4').catch((error: Error) => error.message);
    expect(refused).to.contain('niet meer vrij');
  });

  it('refuses what is no seat map, and seats there are none of', async () => {
    expect(() => new SeatMapTester(document.body)).to.throw(TypeError, 'got body');
    const map = await show();
    expect(await map.goTo('Z-1').catch((error: Error) => error.message)).to.equal('The hall has no seat Z-1.');
  });
});
