import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { lookFrom } from '../../../../server/demo/views/camera.ts';
import { HALL_IDS, VIEWS, viewsOf } from '../../../../server/demo/views/views.ts';
import { VIEW_NAME } from '../../../../server/features/views/files.ts';

const LARGEST = 6 * 1024;

for (const hall of HALL_IDS) {
  describe(`the views of ${hall}`, () => {
    const { source, sections } = viewsOf(hall);

    it('are there for every section, in its plan, and are what its plan makes of them', () => {
      for (const section of source.sections ?? []) {
        const drawn = sections.get(section.id);
        assert.ok(drawn);
        assert.deepEqual(section.view, drawn.view, 'node server/demo/views/draw.ts writes it anew');
        assert.equal(readFileSync(new URL(drawn.file, VIEWS), 'utf8'), drawn.svg);
      }
    });

    it('are small, can be served by their name, and load or run nothing', () => {
      for (const { file, svg } of sections.values()) {
        assert.ok(svg.length <= LARGEST, `${file}: ${svg.length} bytes`);
        assert.match(file, VIEW_NAME);
        assert.doesNotMatch(svg, /script|href|url\(|NaN|undefined|Infinity/i);
      }
    });

    it('differ from section to section, and are told in every language', () => {
      const all = [...sections.values()];
      assert.equal(new Set(all.map(({ svg }) => svg)).size, all.length);
      for (const { view } of all) assert.deepEqual(Object.keys(view.text), ['nl', 'fr', 'en', 'de']);
    });
  });
}

describe('the drawings', () => {
  it('are of sections that there are: none is left over', () => {
    const drawn = HALL_IDS.flatMap((hall) => [...viewsOf(hall).sections.values()].map(({ file }) => file));
    assert.deepEqual(readdirSync(VIEWS).sort(), drawn.sort());
  });

  it('show what is twice as far at half the size, what is right at the right, and nothing behind the eye', () => {
    const camera = lookFrom([0, 1000, 100], [0, 0, 100]);
    const [near, far] = [camera.dot([50, 500, 100]), camera.dot([50, 0, 100])];
    const middle = camera.dot([0, 0, 100]);
    assert.ok(near && far && middle);
    assert.ok(Math.abs((near[0] - middle[0]) / (far[0] - middle[0]) - 2) < 1e-9);
    assert.ok(near[0] > middle[0]);
    assert.equal(camera.dot([0, 1500, 100]), undefined);
  });
});
