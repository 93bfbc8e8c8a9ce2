import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { fromLight, type Rgb } from '../../../../sdk/model/colour/colour.ts';
import { leastDistance, looksOf, simulate, toLab, VISIONS, type Vision } from '../../../../sdk/model/colour/vision.ts';

const channel = fc.integer({ min: 0, max: 255 });
const anyColour: fc.Arbitrary<Rgb> = fc.tuple(channel, channel, channel);
function near(actual: readonly number[], expected: readonly number[], within: number): void {
  const isNear = actual.every((part, at) => Math.abs(part - (expected[at] ?? 0)) <= within);
  assert.ok(isNear, `${actual} is not ${expected}`);
}
const seen = (colour: Rgb, vision: Vision) => fromLight(simulate(colour, vision));

describe('what people see of a colour', () => {
  it('is measured as OKLab was published', () => {
    near(toLab([255, 255, 255]), [1, 0, 0], 0.0001);
    near(toLab([255, 0, 0]), [0.62796, 0.22486, 0.12585], 0.0001);
    near(toLab([0, 255, 0]), [0.86644, -0.23389, 0.1795], 0.0001);
    near(toLab([0, 0, 255]), [0.45201, -0.03246, -0.31153], 0.0001);
  });

  it('follows the model of Machado and others: what red, green and blue become', () => {
    // The columns of the matrices, given back their gamma.
    near(seen([255, 0, 0], 'protanopia'), [109, 95, 0], 1);
    near(seen([255, 0, 0], 'deuteranopia'), [163, 144, 0], 1);
    near(seen([0, 0, 255], 'tritanopia'), [0, 107, 150], 1);
    near(seen([255, 0, 0], 'achromatopsia'), [127, 127, 127], 1);
  });

  it('leaves grey as it is, for everybody', () => {
    for (const vision of Object.keys(VISIONS) as Vision[]) near(seen([90, 90, 90], vision), [90, 90, 90], 0.5);
  });

  it('confuses red with a dark ochre for who lacks the first cone, and not for others', () => {
    const [red, ochre]: [Rgb, Rgb] = [[255, 0, 0], seen([255, 0, 0], 'protanopia')];
    assert.ok(leastDistance(looksOf(red), looksOf(ochre)) < 0.1);
    assert.ok(Math.hypot(...toLab(red).map((part, at) => part - (toLab(ochre)[at] ?? 0))) > 0.2);
  });

  it('is as far from one colour to another as back, and nothing from itself', () => {
    fc.assert(
      fc.property(anyColour, anyColour, (one, other) => {
        const [a, b] = [looksOf(one), looksOf(other)];
        assert.equal(leastDistance(a, b), leastDistance(b, a));
        assert.equal(leastDistance(a, a), 0);
      }),
    );
  });
});
