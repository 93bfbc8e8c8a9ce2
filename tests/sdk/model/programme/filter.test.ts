import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { accessibilityOf, centresOf, genresOf, languagesOf, NO_FILTER } from '../../../../sdk/model/programme/index.ts';
import { filterProgramme } from '../../../../sdk/model/programme/look-through.ts';
import type { ProgrammeFilter } from '../../../../sdk/model/programme/types.ts';
import { brug, programmeItem as item, lantaarn } from '../../../harness/programme-item.ts';

const items = [
  item('2026-12-01', 'Ça ira', {
    ...{ subtitle: { nl: 'Gezelschap Noordkaap' }, languages: ['fr'], accessibility: ['surtitles', 'wheelchair'] },
  }),
  item('2026-12-02', 'Nachttrein', { genre: 'jazz', languages: ['zxx'] }, false),
  item('2026-12-02', 'Weg', { state: 'cancelled' }),
  item('2026-12-03', 'Vol', { availability: { level: 'sold-out', free: 0, capacity: 100 } }),
  item('2026-12-04', 'Stil', { state: 'unavailable', title: { nl: 'Stil', en: 'Silence' } }, false),
];
const found = (filter: Partial<ProgrammeFilter>) =>
  filterProgramme(items, { ...NO_FILTER, ...filter }).map(({ reference }) => reference);

describe('looking through a programme', () => {
  it('leaves everything as long as nothing is looked for', () => {
    assert.deepEqual(filterProgramme(items, NO_FILTER), items);
  });

  const searches: readonly (readonly [string, readonly string[]])[] = [
    ['ca ira', ['Ça ira']],
    ['NOORD', ['Ça ira']],
    ['silence', ['Stil']],
    ['great hall nacht', ['Nachttrein']],
    ['brug', ['Nachttrein', 'Stil']],
    ['  ', items.map(({ reference }) => reference)],
    ['bestaat niet', []],
    ['(.*', []],
  ];
  for (const [search, expected] of searches) {
    it(`finds “${search}” in titles, halls and houses, in any language and without accents`, () => {
      assert.deepEqual(found({ search }), expected);
    });
  }

  it('keeps to a genre, a house and days, the last day included', () => {
    assert.deepEqual(found({ genre: 'jazz' }), ['Nachttrein']);
    assert.deepEqual(found({ centre: 'de-brug' }), ['Nachttrein', 'Stil']);
    assert.deepEqual(found({ from: '2026-12-02', to: '2026-12-03' }), ['Nachttrein', 'Weg', 'Vol']);
    assert.deepEqual(found({ to: '2026-12-01' }), ['Ça ira']);
  });

  it('leaves out on request what cannot be booked, whatever the reason', () => {
    assert.deepEqual(found({ free: true }), ['Ça ira', 'Nachttrein']);
  });

  it('keeps to what somebody needs, and to a language or what needs none', () => {
    assert.deepEqual(found({ accessibility: 'surtitles' }), ['Ça ira']);
    assert.deepEqual(found({ accessibility: 'relaxed' }), []);
    assert.deepEqual(found({ language: 'fr' }), ['Ça ira', 'Nachttrein']);
    assert.deepEqual(found({ language: 'zxx' }), ['Nachttrein']);
  });

  it('finds a genre by its name in the visitor’s language', () => {
    const names = (genre: string) => (genre === 'jazz' ? 'Jazz & améliorations' : 'Theatre');
    const search = (text: string) =>
      filterProgramme(items, { ...NO_FILTER, search: text }, names).map(({ reference }) => reference);
    assert.deepEqual(search('ameliorations nacht'), ['Nachttrein']);
    assert.deepEqual(search('theatre stil'), ['Stil']);
  });

  it('never adds, doubles or moves anything', () => {
    const filters = fc.record({
      search: fc.constantFrom('', 'e', 'nacht', 'zaal'),
      genre: fc.constantFrom('', 'jazz'),
      centre: fc.constantFrom('', 'de-brug', 'de-lantaarn'),
      from: fc.constantFrom('', '2026-12-02'),
      to: fc.constantFrom('', '2026-12-03'),
      free: fc.boolean(),
      accessibility: fc.constantFrom('', 'relaxed'),
      language: fc.constantFrom('', 'fr'),
    });
    fc.assert(
      fc.property(filters, (filter) => {
        const some = filterProgramme(items, filter);
        assert.deepEqual(
          some,
          items.filter((one) => some.includes(one)),
        );
      }),
    );
  });

  it('tells what there is to choose from: the selling house first', () => {
    assert.deepEqual(genresOf(items), ['jazz', 'theater']);
    assert.deepEqual(centresOf(items.toReversed()), [lantaarn, brug]);
    assert.deepEqual(centresOf([]), []);
    assert.deepEqual(accessibilityOf(items), ['surtitles', 'wheelchair']);
    assert.deepEqual(languagesOf(items), ['fr', 'zxx']);
  });
});
