import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { labelsIn, rowLabels, selector } from '../../../../sdk/model/seating-plan/ranges.ts';

describe('a word that names rows or seats', () => {
  const words: readonly (readonly [word: string, labels: string])[] = [
    ['A', 'A'],
    ['A..D', 'A B C D'],
    ['8..11', '8 9 10 11'],
    ['B1..B3', 'B1 B2 B3'],
    ['AA..AC', 'AA AB AC'],
    ['1..8/3', '1 4 7'],
    ['12bis', '12bis'],
    ['Loge 3', 'Loge 3'],
    ['D..A', ''],
    ['A..4', ''],
    ['B1..C3', 'B1..C3'],
  ];
  for (const [word, labels] of words) {
    it(`reads ${word} as ${labels || 'nothing'}`, () => {
      assert.deepEqual(labelsIn(word), labels === '' ? [] : labels.includes('Loge') ? [labels] : labels.split(' '));
    });
  }

  it('does not follow a range without end', () => {
    assert.equal(labelsIn('1..999999999').length, 1000);
  });

  it('skips letters where ranges leave a hole', () => {
    assert.deepEqual(rowLabels('G..H  J..K'), ['G', 'H', 'J', 'K']);
  });

  it('takes a list of labels as it is', () => {
    assert.deepEqual(rowLabels(['A..C', 'Rij 2']), ['A..C', 'Rij 2']);
  });

  const choices: readonly (readonly [word: string, row: string, number: string, named: boolean])[] = [
    ['T', 'T', '4', true],
    ['T', 'S', '4', false],
    ['K..T', 'M', '1', true],
    ['T-4', 'T', '4', true],
    ['T-4', 'T', '14', false],
    ['T-1..8', 'T', '8', true],
    ['T-1..7/2', 'T', '4', false],
    ['A..C-1', 'B', '1', true],
    ['A-L1..L4', 'A', 'L3', true],
    ['A-', 'A', '1', false],
  ];
  for (const [word, row, number, named] of choices) {
    it(`${word} ${named ? 'names' : 'does not name'} seat ${number} of row ${row}`, () => {
      const { rows, numbers } = selector(word);
      assert.equal(rows.has(row) && (numbers?.has(number) ?? true), named);
    });
  }
});
