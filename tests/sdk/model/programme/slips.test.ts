import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { isAlmost } from '../../../../sdk/model/programme/slips.ts';

const letters = (minLength: number, maxLength: number) =>
  fc.string({ unit: fc.constantFrom(...'abcdeéio'), minLength, maxLength });

/** One slip of a hand, somewhere in a word. */
const slip = fc.record({
  kind: fc.constantFrom('missing', 'doubled', 'strange', 'wrong', 'swapped'),
  at: fc.nat(),
  letter: fc.constantFrom(...'abcdexyz'),
});
type Slip = typeof slip extends fc.Arbitrary<infer One> ? One : never;

function withSlip(word: string, { kind, at, letter }: Slip): string {
  const place = at % word.length;
  const [before, here, after] = [word.slice(0, place), word.charAt(place), word.slice(place + 1)];
  if (kind === 'missing') return before + after;
  if (kind === 'doubled') return before + here + here + after;
  if (kind === 'strange') return before + letter + here + after;
  if (kind === 'wrong') return before + letter + after;
  return before + after.charAt(0) + here + after.slice(1);
}

describe('a slip in a word', () => {
  it('is forgiven in five letters or more', () => {
    fc.assert(fc.property(letters(5, 14), slip, (word, one) => isAlmost(withSlip(word, one), word)));
  });

  it('is forgiven in a word of which only the beginning was typed', () => {
    fc.assert(
      fc.property(letters(6, 10), letters(0, 8), slip, (typed, rest, one) =>
        isAlmost(withSlip(typed, one), typed + rest),
      ),
    );
  });

  it('is forgiven twice in nine letters or more', () => {
    fc.assert(
      fc.property(letters(9, 14), slip, slip, (word, one, other) => {
        // A letter that was moved twice may be in another place altogether.
        fc.pre(one.kind !== 'swapped' && other.kind !== 'swapped');
        return isAlmost(withSlip(withSlip(word, one), other), word);
      }),
    );
  });

  it('is not forgiven in less than five', () => {
    fc.assert(fc.property(letters(1, 4), letters(1, 4), (typed, word) => !isAlmost(typed, word)));
  });

  it('needs as few slips as anybody can count', () => {
    fc.assert(
      fc.property(letters(1, 11), letters(1, 11), (typed, word) => {
        const most = (text: string) => (text.length < 5 ? 0 : text.length < 9 ? 1 : 2);
        const beginnings = Array.from({ length: word.length + 1 }, (_, end) => word.slice(0, end));
        const isFound =
          (most(typed) + most(word) > 0 && beginnings.some((beginning) => counted(typed, beginning) <= most(typed))) ||
          (most(word) > 0 && counted(typed, word) <= most(word));
        assert.equal(isAlmost(typed, word), isFound);
      }),
    );
  });

  for (const [typed, word, isSo] of [
    ['nachtrein', 'nachttrein', true],
    ['nahctt', 'nachttrein', true],
    ['stromopwarts', 'stroomopwaarts', true],
    ['tren', 'trein', true],
    ['zoet', 'zout', false],
    ['jas', 'jazz', false],
    ['muizen', 'huizen', true],
    ['muizen', 'ijzeren', false],
    ['concret', 'concert', true],
  ] as const) {
    it(`${isSo ? 'finds' : 'does not take for it'}: ${typed} for ${word}`, () => {
      assert.equal(isAlmost(typed, word), isSo);
    });
  }
});

/** Counts slips in the plainest way there is: try all, letter by letter. */
function counted(one: string, other: string, known = new Map<string, number>()): number {
  const key = `${one}|${other}`;
  const said = known.get(key);
  if (said !== undefined) return said;
  const [a, b] = [one.slice(0, -1), other.slice(0, -1)];
  const ways = [one.length + other.length];
  if (one) ways.push(counted(a, other, known) + 1);
  if (other) ways.push(counted(one, b, known) + 1);
  if (one && other) ways.push(counted(a, b, known) + (one.at(-1) === other.at(-1) ? 0 : 1));
  if (one.length > 1 && other.length > 1 && one.at(-1) === other.at(-2) && one.at(-2) === other.at(-1)) {
    ways.push(counted(one.slice(0, -2), other.slice(0, -2), known) + 1);
  }
  const least = Math.min(...ways);
  known.set(key, least);
  return least;
}
