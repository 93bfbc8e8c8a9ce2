import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { accessibilitySchema } from '../../../../sdk/contract/index.ts';
import { filterInQuery, filterWithin, queryWithFilter } from '../../../../sdk/model/programme/address.ts';
import { NO_FILTER } from '../../../../sdk/model/programme/index.ts';
import type { ProgrammeFilter } from '../../../../sdk/model/programme/types.ts';
import { programmeItem as item } from '../../../harness/programme-item.ts';

const day = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const none = fc.constant('');
const slug = fc.stringMatching(/^[a-z0-9]{1,8}(-[a-z0-9]{1,8})?$/);
const wishes: Parameters<typeof fc.record<ProgrammeFilter>>[0] = {
  search: fc.oneof(none, fc.string({ unit: 'grapheme', maxLength: 40 })),
  genre: fc.oneof(none, slug),
  centre: fc.oneof(none, slug),
  from: fc.oneof(none, day),
  to: fc.oneof(none, day),
  free: fc.boolean(),
  accessibility: fc.constantFrom('' as const, ...accessibilitySchema.options),
  language: fc.oneof(none, fc.stringMatching(/^[a-z]{2,3}$/)),
};
const filters = fc.record(wishes, { noNullPrototype: true });
const others = fc
  .array(fc.tuple(fc.stringMatching(/^host-\w{1,5}$/), fc.string({ unit: 'grapheme' })), { maxLength: 4 })
  .map((all) => (all.length > 0 ? `?${new URLSearchParams(all)}` : ''));
const prefixes = fc.constantFrom('', 'brug-', 'a.');

describe('what is looked for, in an address', () => {
  it('comes out as it went in, whatever else stands there', () => {
    fc.assert(
      fc.property(filters, others, prefixes, (filter, query, prefix) => {
        assert.deepEqual(filterInQuery(queryWithFilter(query, filter, prefix), prefix), filter);
      }),
    );
  });

  it('is the only thing that changes there', () => {
    fc.assert(
      fc.property(filters, filters, others, prefixes, (filter, other, query, prefix) => {
        const put = queryWithFilter(query, filter, prefix);
        assert.ok(put.startsWith(query));
        assert.equal(queryWithFilter(put, NO_FILTER, prefix), query);
        assert.equal(queryWithFilter(put, other, prefix), queryWithFilter(query, other, prefix));
      }),
    );
  });

  it('stays apart from what another programme of the page looks for', () => {
    fc.assert(
      fc.property(filters, filters, (one, other) => {
        const both = queryWithFilter(queryWithFilter('', one, 'a-'), other, 'b-');
        assert.deepEqual([filterInQuery(both, 'a-'), filterInQuery(both, 'b-')], [one, other]);
        assert.deepEqual(filterInQuery(both), NO_FILTER);
      }),
    );
  });

  it('can be read by people, in no one’s language', () => {
    const filter = { ...NO_FILTER, search: 'Salima Idrissi', genre: 'jazz', from: '2026-12-04', free: true };
    assert.equal(queryWithFilter('?page=3', filter), '?page=3&q=Salima+Idrissi&genre=jazz&from=2026-12-04&free=1');
  });

  for (const query of [
    ...['?genre=Jazz', '?genre=%3Cb%3E', `?genre=${'a'.repeat(81)}`, '?centre=../..', '?from=gisteren'],
    ...['?from=2026-02-30', '?to=2026-13-01', '?to=12-04', '?free=0', '?free=true', '?free', '?accessibility=toString'],
    ...['?accessibility=trampoline', '?language=nederlands', '?language=N', `?q=${'a'.repeat(201)}`, '?q=%zz'],
    ...['?search=noord', '?foyer_return=geheim'],
  ]) {
    it(`is nothing where an address makes no sense: ${query.slice(0, 40)}`, () => {
      assert.deepEqual(filterInQuery(query), NO_FILTER);
    });
  }

  it('never stumbles, whatever stands there', () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom('q', 'genre', 'from', 'free', 'accessibility'), (any, name) => {
        filterInQuery(any);
        const filter = filterInQuery(`?${name}=${any}`);
        assert.deepEqual(filterInQuery(queryWithFilter('', filter)), filter);
      }),
    );
  });

  it('leaves out half a character, and what is too long to be meant', () => {
    assert.equal(queryWithFilter('', { ...NO_FILTER, search: 'a\ud800' }), '');
    assert.equal(queryWithFilter('?q=oud', { ...NO_FILTER, search: 'a'.repeat(201) }), '');
  });

  describe('once it is known what there is', () => {
    const items = [
      item('2026-12-01', 'Nachttrein', { genre: 'jazz', languages: ['zxx'], accessibility: ['wheelchair'] }, false),
      item('2026-12-02', 'Stil', { languages: ['nl'] }),
    ];

    it('is all that it was when there is all of it', () => {
      const filter: ProgrammeFilter = {
        ...{ search: 'x', genre: 'jazz', centre: 'de-brug', from: '2030-01-01', to: '', free: true },
        ...{ accessibility: 'wheelchair', language: 'nl' },
      };
      assert.equal(filterWithin(items, filter), filter);
      assert.equal(filterWithin(items, NO_FILTER), NO_FILTER);
    });

    for (const wish of [
      { genre: 'opera' },
      { centre: 'de-kelder' },
      { accessibility: 'relaxed' },
      { language: 'fr' },
    ] as const) {
      it(`is without what nothing has: ${JSON.stringify(wish)}`, () => {
        const filter = { ...NO_FILTER, search: 'nacht', free: true };
        assert.deepEqual(filterWithin(items, { ...filter, ...wish }), filter);
      });
    }

    it('is without a language where there is only one: nobody could choose another', () => {
      assert.deepEqual(filterWithin(items.slice(1), { ...NO_FILTER, language: 'nl' }), NO_FILTER);
    });
  });
});
