import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { NO_FILTER, otherDates, similar } from '../../../../sdk/model/programme/index.ts';
import { loosened } from '../../../../sdk/model/programme/loosened.ts';
import { programmeItem } from '../../../harness/programme-item.ts';

const SOLD_OUT = { availability: { level: 'sold-out', free: 0, capacity: 9 } } as const;
const evening = (day: string, title: string, change = {}, isOwn = true) => ({
  ...programmeItem(day, title, change, isOwn),
  reference: `${title} ${day}`,
});
const names = (items: readonly { readonly reference: string }[]) => items.map(({ reference }) => reference);

const sold = evening('2026-12-11', 'Lach', { genre: 'humor', ...SOLD_OUT });
const items = [
  evening('2026-12-01', 'Grap', { genre: 'humor' }),
  evening('2026-12-10', 'Mop', { genre: 'humor' }),
  sold,
  evening('2026-12-12', 'Lach', { genre: 'humor', ...SOLD_OUT }),
  evening('2026-12-13', 'Lach', { genre: 'humor' }),
  evening('2026-12-14', 'Lach', { genre: 'humor' }, false),
  evening('2026-12-15', 'Mop', { genre: 'humor' }),
  evening('2026-12-16', 'Ernst', {}),
];

describe('what helps who comes too late', () => {
  it('is another date of the same at the same house that can be booked', () => {
    assert.deepEqual(names(otherDates(items, sold)), ['Lach 2026-12-13']);
  });

  it('is something of the same genre, nearest first, each production once', () => {
    assert.deepEqual(names(similar(items, sold, 9)), ['Mop 2026-12-10', 'Lach 2026-12-14', 'Grap 2026-12-01']);
    assert.deepEqual(names(similar(items, sold, 1)), ['Mop 2026-12-10']);
  });

  it('is a wish to let go, the one that helps most first, and none that helps nobody', () => {
    const filter = { ...NO_FILTER, genre: 'humor', search: 'ernst' };
    assert.deepEqual(loosened(items, filter), [
      { name: 'search', count: 7 },
      { name: 'genre', count: 1 },
    ]);
    assert.deepEqual(loosened(items, { ...filter, to: '2026-01-01' }), []);
  });
});
