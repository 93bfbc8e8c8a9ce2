import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { contrast, parseHex, type Rgb } from '../../../../sdk/model/colour/colour.ts';
import { leastDistance, looksOf, toLab, VISIONS, type Vision } from '../../../../sdk/model/colour/vision.ts';
import { ZONE_COLOURS } from '../../../../sdk/model/colour/zone-colours.ts';
import { TELLABLE, tellZonesApart } from '../../../../sdk/model/colour/zones.ts';

const WHITE: Rgb = [255, 255, 255];
const DARK: Rgb = [32, 35, 41];
const channel = fc.integer({ min: 0, max: 255 });
const anyColour: fc.Arbitrary<Rgb> = fc.tuple(channel, channel, channel);

const areAlike = (a: Rgb, b: Rgb) => leastDistance(looksOf(a), looksOf(b)) < TELLABLE;

const read = (colour: string): Rgb => parseHex(colour) ?? [0, 0, 0];
const distance = (a: Rgb, b: Rgb, vision: Vision) =>
  Math.hypot(...toLab(a, vision).map((part, at) => part - (toLab(b, vision)[at] ?? 0)));

/** What zones stand on and beside, as the seat map's own styles have it. */
const SCHEMES = {
  light: { floor: WHITE, mine: read('#14171c'), taken: read('#8f949d') },
  dark: { floor: DARK, mine: read('#f4f6fa'), taken: read('#767d89') },
} as const;

describe('our own zone colours', () => {
  for (const [scheme, { floor, mine, taken }] of Object.entries(SCHEMES)) {
    const colours = ZONE_COLOURS[scheme as keyof typeof ZONE_COLOURS].map(read);
    const pairs = colours.flatMap((one, index) => colours.slice(0, index).map((other) => [one, other] as const));

    for (const vision of Object.keys(VISIONS) as Vision[]) {
      // Who sees no colour has only lightness to go by, and six steps of it between floor and ink.
      const least = vision === 'achromatopsia' ? TELLABLE : 0.078;
      it(`lie ${least} apart in ${scheme} for ${vision} vision, and as far from the visitor's own seats`, () => {
        for (const [one, other] of pairs) assert.ok(distance(one, other, vision) >= least, `${one} and ${other}`);
        for (const colour of colours) assert.ok(distance(colour, mine, vision) >= least, `${colour} and mine`);
      });
    }

    it(`stand out from the floor in ${scheme}, and look like no taken seat, which is grey and hollow`, () => {
      for (const colour of colours) {
        assert.ok(contrast(colour, floor) >= 3.2, `${colour}`);
        for (const vision of ['full', 'protanopia', 'deuteranopia', 'tritanopia'] as const) {
          assert.ok(distance(colour, taken, vision) >= TELLABLE, `${colour} for ${vision}`);
        }
      }
    });

    it(`are shown as they are in ${scheme}`, () => {
      const { colours: shown, signs } = tellZonesApart(colours, floor, 3.2);
      assert.deepEqual(shown, colours);
      assert.deepEqual(signs, [0, 0, 0, 0, 0, 0]);
    });
  }
});

describe('price zones', () => {
  it('differ in colour or in sign to everybody, up to twelve of any colours', () => {
    fc.assert(
      fc.property(fc.array(anyColour, { maxLength: 12 }), fc.constantFrom(WHITE, DARK), (wanted, floor) => {
        const { colours, signs } = tellZonesApart(wanted, floor, 3);
        colours.forEach((colour, zone) => {
          for (let other = 0; other < zone; other += 1) {
            if (signs[zone] !== signs[other]) continue;
            assert.ok(!areAlike(colour, colours[other] as Rgb), `${colour} and ${colours[other]} are alike`);
          }
        });
      }),
    );
  });

  it('stand out from the floor, whatever is done to tell them apart', () => {
    fc.assert(
      fc.property(fc.array(anyColour, { maxLength: 12 }), fc.constantFrom(WHITE, DARK), (wanted, floor) => {
        for (const colour of tellZonesApart(wanted, floor, 3).colours) assert.ok(contrast(colour, floor) >= 3);
      }),
    );
  });

  it('keep the colours of the centre when everybody can tell them apart', () => {
    const wanted: Rgb[] = [
      [140, 47, 57],
      [47, 125, 122],
      [74, 90, 156],
    ];
    assert.deepEqual(tellZonesApart(wanted, WHITE, 3), { colours: wanted, signs: [0, 0, 0] });
  });

  it('get lighter or darker when red and green are all that tells them apart', () => {
    const [red, green]: [Rgb, Rgb] = [
      [176, 72, 48],
      [104, 112, 48],
    ];
    assert.ok(areAlike(red, green));
    const { colours, signs } = tellZonesApart([red, green], WHITE, 3);
    assert.deepEqual(colours[0], red);
    assert.ok(!areAlike(red, colours[1] as Rgb));
    assert.deepEqual(signs, [0, 0]);
  });

  it('get a sign when their colour is the same', () => {
    const blue: Rgb = [29, 95, 168];
    assert.deepEqual(tellZonesApart([blue, blue, [170, 60, 20], blue], WHITE, 3).signs, [0, 1, 0, 2]);
  });
});
