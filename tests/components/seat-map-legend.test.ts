import { expect } from '@open-wc/testing';
import { emulateMedia, executeServerCommand } from '@web/test-runner-commands';
import { createManualTimers } from '../../stories/fixtures/manual-timers.ts';
import { withZones } from '../../stories/fixtures/many-zones.ts';
import { TONIGHT, theatreTonight } from '../../stories/fixtures/seatings.ts';
import { createScene, type SceneOptions } from '../../stories/fixtures/shops.ts';
import { accessible, fits } from '../contracts/index.ts';
import { SeatMapObject } from '../harness/elements/seat-map.ts';
import { FORCE_COLOURS } from '../harness/forced-colours.ts';

const FIRST = 'Rang 1, 49 vrij, € 11 – € 22';
const SECOND = 'Rang 2, 36 vrij, € 8 – € 16';

async function open(options: SceneOptions = {}) {
  const scene = createScene({ timers: createManualTimers(), ...options });
  return { ...scene, map: await SeatMapObject.show(scene) };
}

const manyZones = async () =>
  (await SeatMapObject.show(theatreTonight({ timers: createManualTimers(), hall: withZones(12) }))).element;

const filtered = async () => {
  const { map } = await open();
  await map.press(FIRST);
  return map.element;
};

describe('the legend of a seat map', () => {
  beforeEach(() => emulateMedia({ reducedMotion: 'reduce' }));

  accessible(filtered, 'with one zone shown clearly');
  accessible(manyZones, 'with twelve zones');
  fits(filtered, 'with one zone shown clearly');
  fits(manyZones, 'with twelve zones');

  it('shows clearly the zones that are pressed, says which, and shows all again', async () => {
    const { map } = await open();
    await map.press('Gelijkvloers');
    await map.rest();
    expect(map.isFaint('P-B-2')).to.equal(false);
    await map.press(SECOND);
    await map.rest();
    expect(map.isFaint('P-B-2')).to.equal(true);
    expect(map.spoken.polite).to.equal('U ziet alleen Rang 2.');
    await map.press(FIRST);
    await map.rest();
    expect(map.isFaint('P-B-2')).to.equal(false);
    await map.until(() => map.spoken.polite === 'U ziet alleen Rang 1 en Rang 2.', 'both zones to be named');
    await map.press(FIRST);
    await map.press('Toon alles');
    await map.rest();
    expect(map.isFaint('P-B-2')).to.equal(false);
    await map.until(() => map.spoken.polite.startsWith('Alle plaatsen zijn weer'), 'that to be said');
    expect(map.can('Toon alles')).to.equal(false);
  });

  it('filters by keys, and the focus stays in the legend when the filter goes', async () => {
    const { map } = await open();
    map.focus(SECOND);
    await map.key('Enter');
    expect(map.focused).to.equal(SECOND);
    map.focus('Toon alles');
    await map.key('Enter');
    expect(map.focused).to.equal(FIRST);
  });

  it('counts what is free as others choose', async () => {
    const { map, api } = await open();
    expect(map.can(FIRST)).to.equal(true);
    api.take(TONIGHT, ['P-B-2', 'P-B-3'], 'sold');
    await map.until(() => map.can(FIRST.replace('49', '47')), 'two seats less');
  });

  it('explains the signs that are in the hall, and no others', async () => {
    const { map } = await open();
    expect(map.signs).to.deep.equal([
      'Uw keuze',
      'Iemand kiest',
      'Niet vrij',
      'Niet te koop',
      'Rolstoelplaats',
      'Begeleider',
      'Beperkt zicht',
    ]);
  });

  it('has the same signs as the seats where colours are forced, one a zone', async () => {
    const { map } = await open();
    expect(map.signOfZone('Rang 1')).to.equal(map.signOfZone('Rang 2'));
    await executeServerCommand(FORCE_COLOURS, 'active');
    await map.until(() => map.signOfZone('Rang 1') !== map.signOfZone('Rang 2'), 'zones to have signs');
    expect(map.colourOfZone('Rang 1')).to.equal(map.colourOfZone('Rang 2'));
    await map.press('Gelijkvloers');
    await map.rest();
    expect(map.colourOf('P-B-2')).to.equal(map.colourOfZone('Rang 1'));
    await executeServerCommand(FORCE_COLOURS, 'none');
  });

  it('gives a sign to zones that come after the colours that everybody can tell apart', async () => {
    const map = new SeatMapObject((await manyZones()) as SeatMapObject['element']);
    await map.until(() => map.signOfZone('Rang 7') !== map.signOfZone('Rang 1'), 'the seventh zone to have a sign');
    expect(map.colourOfZone('Rang 7')).to.equal(map.colourOfZone('Rang 1'));
    expect(map.signOfZone('Rang 6')).to.equal(map.signOfZone('Rang 1'));
    expect(map.colourOfZone('Rang 6')).not.to.equal(map.colourOfZone('Rang 1'));
  });
});
