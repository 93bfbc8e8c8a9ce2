import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { queryWith, valueIn } from '../../../../sdk/model/programme/query.ts';

const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 });
const query = fc.array(fc.tuple(text, text), { maxLength: 5 }).map((all) => `?${new URLSearchParams(all)}`);

describe('the query of an address', () => {
  it('says what a browser reads in it', () => {
    fc.assert(
      fc.property(query, text, (one, name) => {
        assert.equal(valueIn(one, name), new URLSearchParams(one).get(name) ?? '');
        for (const known of new URLSearchParams(one).keys()) {
          assert.equal(valueIn(one, known), new URLSearchParams(one).get(known));
        }
      }),
    );
  });

  it('gives back what was put in it, to a browser too', () => {
    fc.assert(
      fc.property(query, text, text, (one, name, value) => {
        const now = queryWith(one, { [name]: value });
        assert.equal(valueIn(now, name), value);
        assert.deepEqual(new URLSearchParams(now).getAll(name), [value]);
        assert.deepEqual(new URL(now, 'https://www.example.be/').searchParams.get(name), value);
      }),
    );
  });

  for (const [before, values, after] of [
    ['', { genre: 'jazz' }, '?genre=jazz'],
    ['?', { genre: '' }, ''],
    ['?genre=jazz', { genre: '' }, ''],
    ['?a=1&genre=jazz&b=2', { genre: 'dans' }, '?a=1&b=2&genre=dans'],
    ['?genre=jazz&genre=dans', { genre: 'film' }, '?genre=film'],
    ['?flag&a=%zz&b=x%20y&c=a+b&=', { q: 'één & twee' }, '?flag&a=%zz&b=x%20y&c=a+b&=&q=%C3%A9%C3%A9n+%26+twee'],
    ['?%67enre=jazz', { genre: 'dans' }, '?genre=dans'],
  ] as const) {
    it(`keeps all else letter by letter: ${before} becomes ${after}`, () => {
      assert.equal(queryWith(before, values), after);
    });
  }

  for (const [one, value] of [
    ['?q=%zz', ''],
    ['?q=%E0%A4%A', ''],
    ['?q', ''],
    ['?q=', ''],
    ['?q=a=b', 'a=b'],
    ['q=zonder', 'zonder'],
    ['?Q=groot', ''],
  ] as const) {
    it(`does not stumble over ${one}`, () => {
      assert.equal(valueIn(one, 'q'), value);
    });
  }
});
