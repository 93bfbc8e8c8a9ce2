import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { contrast, inkOn, parseHex, type Rgb, readableOn } from '../../../../sdk/model/colour/colour.ts';

const WHITE: Rgb = [255, 255, 255];
const BLACK: Rgb = [0, 0, 0];
const channel = fc.integer({ min: 0, max: 255 });
const anyColour: fc.Arbitrary<Rgb> = fc.tuple(channel, channel, channel);

describe('colours', () => {
  it('contrast as WCAG says', () => {
    assert.equal(contrast(WHITE, BLACK), 21);
    assert.ok(Math.abs(contrast([118, 118, 118], WHITE) - 4.54) < 0.01);
  });

  it('are read from a plan, or not at all', () => {
    assert.deepEqual(parseHex('#1d5fa8'), [29, 95, 168]);
    assert.equal(parseHex('red'), null);
    assert.equal(parseHex('#12345'), null);
  });

  it('stand out from any light or dark ground, whatever the centre chose', () => {
    fc.assert(
      fc.property(anyColour, fc.constantFrom<Rgb>(WHITE, [244, 245, 246], [32, 35, 41], BLACK), (colour, ground) => {
        assert.ok(contrast(readableOn(colour, ground, 3), ground) >= 3);
      }),
    );
  });

  it('stay as they are when they stand out already', () => {
    assert.deepEqual(readableOn([29, 95, 168], WHITE, 3), [29, 95, 168]);
  });

  it('keep their hue when they must be lighter', () => {
    const [red, green, blue] = readableOn([140, 30, 40], [32, 35, 41], 4);
    assert.ok(red > green * 1.4 && red > blue * 1.4);
  });

  it('carry text that can be read', () => {
    fc.assert(fc.property(anyColour, (colour) => void assert.ok(contrast(inkOn(colour), colour) >= 4)));
  });
});
