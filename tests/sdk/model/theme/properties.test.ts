import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { THEME_ROLES, themePropertiesSchema, themeSchema } from '../../../../sdk/contract/theme.ts';
import { themeProperties } from '../../../../sdk/model/theme/index.ts';

describe('the properties of a theme', () => {
  it('are five lines’ worth of colours, fonts, shape and space', () => {
    const properties = themeProperties(
      themeSchema.parse({
        accent: '#7a1f5c',
        surface: '#fbf4ee',
        fonts: { heading: ['Source Serif', 'serif'] },
        shape: 'round',
        space: 'wide',
      }),
    );
    assert.equal(properties['--foyer-theme-font-heading'], '"Source Serif", serif');
    assert.equal(properties['--foyer-theme-radius-m'], '20px');
    assert.equal(properties['--foyer-theme-space-4'], '20px');
    assert.match(properties['--foyer-theme-color-surface'] ?? '', /^light-dark\(#fbf4ee, #[0-9a-f]{6}\)$/);
    for (const role of THEME_ROLES) assert.ok(properties[`--foyer-theme-color-${role}`], role);
  });

  it('say nothing a theme did not say of shape, space, fonts and motion', () => {
    const names = Object.keys(themeProperties({ accent: '#7a1f5c' }));
    assert.deepEqual(
      names.filter((name) => !name.includes('-color-')),
      [],
    );
  });

  it('can bring in nothing but values, whatever text passes as a font', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 40 }), { minLength: 1, maxLength: 3 }), (body) => {
        const theme = themeSchema.safeParse({ accent: '#7a1f5c', fonts: { body } });
        if (!theme.success) return;
        const properties = themeProperties(theme.data);
        assert.ok(themePropertiesSchema.safeParse(properties).success);
        for (const value of Object.values(properties)) assert.doesNotMatch(value, /[;{}<>@\\]|url|\/\*/);
      }),
    );
  });
});
