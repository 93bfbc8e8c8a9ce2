import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { NO_FILTER } from '../../../../sdk/model/programme/index.ts';
import { filterProgramme, lookThrough } from '../../../../sdk/model/programme/look-through.ts';
import { programmeItem as item } from '../../../harness/programme-item.ts';

const items = [
  item('2026-12-01', 'Het concertgebouw zwijgt'),
  item('2026-12-02', 'Nachttrein', { genre: 'jazz' }, false),
  item('2026-12-03', 'De nachtegaal'),
  item('2026-12-04', 'Große Œuvres d’été'),
  item('2026-12-05', 'Nachtrein', { subtitle: { nl: 'Salima Idrissi' } }),
];
const titles = (found: readonly { readonly reference: string }[]) => found.map(({ reference }) => reference);
const look = (search: string) => {
  const { exact, almost } = lookThrough(items, { ...NO_FILTER, search });
  return [titles(exact), titles(almost)];
};

describe('searching a programme', () => {
  for (const [search, exact, almost] of [
    ['nachttrein', ['Nachttrein'], ['Nachtrein']],
    ['nachtrein', ['Nachtrein'], ['Nachttrein']],
    ['Nahctegaal', [], ['De nachtegaal']],
    ['consertgebauw', [], ['Het concertgebouw zwijgt']],
    ['grosse oeuvres', ['Große Œuvres d’été'], []],
    ["d'ete", ['Große Œuvres d’été'], []],
    ['GROSE Oeuvers', [], ['Große Œuvres d’été']],
    ['salima nachttrein', [], ['Nachtrein']],
    ['salimma idrisi', [], ['Nachtrein']],
    ['salima tuba', [], []],
    ['zaal', titles(items), []],
    ['!!!', [], []],
  ] as const) {
    it(`finds “${search}” as it is written first, then with slips`, () => {
      assert.deepEqual(look(search), [exact, almost]);
    });
  }

  it('forgives a slip in the name of a genre too', () => {
    const { almost } = lookThrough(items, { ...NO_FILTER, search: 'improvizatie' }, (genre) =>
      genre === 'jazz' ? 'Improvisatie' : genre,
    );
    assert.deepEqual(titles(almost), ['Nachttrein']);
  });

  it('forgives nothing of what was chosen', () => {
    assert.deepEqual(titles(filterProgramme(items, { ...NO_FILTER, search: 'nachtrein', genre: 'jazz' })), [
      'Nachttrein',
    ]);
  });

  const search = fc.oneof(
    fc.constantFrom('nacht', 'nachttrien', 'salima', 'd’ete', 'zwijgt', 'e'),
    fc.string({ unit: 'grapheme', maxLength: 12 }),
  );

  it('keeps the order of the programme, exact before almost, and nothing twice', () => {
    fc.assert(
      fc.property(search, (text) => {
        const { exact, almost } = lookThrough(items, { ...NO_FILTER, search: text });
        for (const part of [exact, almost]) {
          assert.deepEqual(
            part,
            items.filter((one) => part.includes(one)),
          );
        }
        assert.ok(exact.every((one) => !almost.includes(one)));
        assert.deepEqual(filterProgramme(items, { ...NO_FILTER, search: text }), [...exact, ...almost]);
      }),
    );
  });

  it('finds the same however it is typed: capitals, accents and spaces', () => {
    fc.assert(
      fc.property(search, (text) => {
        assert.deepEqual(look(` ${text.toLowerCase()}  `), look(text.toLowerCase()));
        assert.deepEqual(look(text.normalize('NFD')), look(text.normalize('NFC')));
      }),
    );
  });
});
