import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { THEME_ROLES, type Theme, themeSchema } from '../../../../sdk/contract/theme.ts';
import { contrast, parseHex } from '../../../../sdk/model/colour/colour.ts';
import { PAIRS, resolveTheme } from '../../../../sdk/model/theme/index.ts';

const hex = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`);
const colour = fc.oneof(hex, fc.record({ light: hex, dark: hex }));
const theme: fc.Arbitrary<Theme> = fc.record(
  {
    accent: colour,
    surface: colour,
    text: colour,
    colours: fc.dictionary(fc.constantFrom(...THEME_ROLES), colour) as fc.Arbitrary<Theme['colours']>,
  },
  { requiredKeys: ['accent'] },
);

const between = (one: string, other: string): number =>
  contrast(parseHex(one) ?? [0, 0, 0], parseHex(other) ?? [0, 0, 0]);

describe('a theme, worked out', () => {
  it('can be read on every ground, in both schemes, whatever colours it was given', () => {
    fc.assert(
      fc.property(theme, (given) => {
        const resolved = resolveTheme(given);
        for (const scheme of ['light', 'dark'] as const) {
          const colours = resolved[scheme];
          for (const { role, on, ratio } of PAIRS) {
            for (const ground of on) {
              // Grounds that leave no colour room on all of them at once get black or white.
              if (['#000000', '#ffffff'].includes(colours[role])) continue;
              const found = between(colours[role], colours[ground]);
              assert.ok(
                found >= ratio,
                `${scheme}: ${role} ${colours[role]} on ${ground} ${colours[ground]} is ${found}`,
              );
            }
          }
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it('leaves what can be read as it was given, and says nothing', () => {
    const { light, dark, mended } = resolveTheme({
      accent: { light: '#5b2a86', dark: '#d0b3ee' },
      surface: { light: '#fffdf8', dark: '#15121a' },
    });
    assert.equal(light.accent, '#5b2a86');
    assert.equal(dark.accent, '#d0b3ee');
    assert.equal(light.surface, '#fffdf8');
    assert.equal(dark.surface, '#15121a');
    assert.deepEqual(mended, []);
  });

  it('mends a pale accent to the nearest that can be read, and tells the centre', () => {
    const { light, mended } = resolveTheme({ accent: { light: '#ffd400', dark: '#ffd400' } });
    const [told] = mended;
    assert.equal(told?.role, 'accent');
    assert.equal(told?.scheme, 'light');
    assert.equal(told?.given, '#ffd400');
    assert.equal(told?.used, light.accent);
    assert.ok((told?.ratio ?? 9) < 2);
    const [red, green, blue] = parseHex(light.accent) ?? [0, 0, 0];
    assert.ok(red > green && green > blue, `${light.accent} is still a yellow`);
  });

  it('takes one light ground for light pages only', () => {
    const { light, dark, mended } = resolveTheme({ accent: '#2f4a36', surface: '#f6f0df' });
    assert.equal(light.surface, '#f6f0df');
    assert.notEqual(dark.surface, '#f6f0df');
    assert.notEqual(dark.accent, '#2f4a36', 'a dark green cannot be read on a dark page');
    assert.deepEqual(mended, [], 'nobody chose it for dark pages');
  });

  it('refuses what is no colour, no font and no theme', () => {
    const bad = [
      { accent: 'red' },
      { accent: '#5b2a86', fonts: { body: ['x; } body { display: none'] } },
      { accent: '#5b2a86', fonts: { heading: ['"Evil"'] } },
      { accent: '#5b2a86', logo: '../secret.png' },
      { accent: '#5b2a86', css: 'body{}' },
      {},
    ];
    for (const one of bad) assert.equal(themeSchema.safeParse(one).success, false, JSON.stringify(one));
  });
});
