import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { readJson } from '../../../../sdk/model/seating-plan/json-text.ts';

describe('JSON from a stranger', () => {
  const mistakes: readonly (readonly [text: string, path: string, code: string])[] = [
    ['', '$', 'empty-file'],
    ['\uFEFF \n', '$', 'empty-file'],
    ['{', 'line 1, column 2', 'not-json'],
    ['{\n  "a": 1,\n}', 'line 3, column 1', 'not-json'],
    ['[1, x]', 'line 1, column 5', 'not-json'],
    ['[1, 01]', 'line 1, column 5', 'not-json'],
    ['[1 2]', 'line 1, column 4', 'not-json'],
    ['[1]]', 'line 1, column 4', 'not-json'],
    ['{a: 1}', 'line 1, column 2', 'not-json'],
    ["{'a': 1}", 'line 1, column 2', 'not-json'],
    ['{"a" 1}', 'line 1, column 6', 'not-json'],
    ['"a\nb"', 'line 1, column 3', 'not-json'],
    ['"\\x"', 'line 1, column 2', 'not-json'],
    ['"open', 'line 1, column 6', 'not-json'],
    ['[NaN]', 'line 1, column 2', 'not-json'],
    ['[1\u0000]', 'line 1, column 3', 'not-json'],
    ['{"a": 1, "a": 2}', 'line 1, column 10', 'duplicate-key'],
    ['{"a": 1, "\\u0061": 2}', 'line 1, column 10', 'duplicate-key'],
    ['{"__proto__": {}}', 'line 1, column 2', 'forbidden-key'],
    ['{"\\u005f_proto__": {}}', 'line 1, column 2', 'forbidden-key'],
    ['['.repeat(33), 'line 1, column 33', 'too-deep'],
    [`${'['.repeat(1_000_000)}${']'.repeat(1_000_000)}`, 'line 1, column 33', 'too-deep'],
  ];
  for (const [text, path, code] of mistakes) {
    it(`has its first mistake (${code}) at ${path}: ${JSON.stringify(text.slice(0, 24))}`, () => {
      const result = readJson(text);
      assert.ok('problem' in result);
      assert.deepEqual([result.problem.path, result.problem.code], [path, code]);
    });
  }

  it('reads a file that starts with a byte order mark', () => {
    assert.deepEqual(readJson('\uFEFF{"a": [1]}'), { value: { a: [1] } });
  });

  it('says the same as JSON.parse about any text', () => {
    const text = fc.oneof(
      fc.json({ maxDepth: 4 }),
      fc
        .tuple(fc.json({ maxDepth: 3 }), fc.nat(), fc.constantFrom('', ',', '"', '}', ']', '\\', '0', 'e', '-', ' '))
        .map(([json, at, sign]) => json.slice(0, at % json.length) + sign + json.slice((at % json.length) + 1)),
    );
    fc.assert(
      fc.property(text, (json) => {
        const result = readJson(json);
        if ('problem' in result && result.problem.code !== 'not-json') return;
        let value: unknown = 'no JSON';
        try {
          value = JSON.parse(json.trim() === '' ? 'null' : json);
        } catch {
          assert.ok('problem' in result, `accepted ${json}`);
          return;
        }
        assert.ok('value' in result, `refused ${json}`);
        assert.deepEqual(result.value, value);
      }),
      { numRuns: 2000, seed: 20261122 },
    );
  });
});
